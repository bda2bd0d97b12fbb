import { diagnostic } from '../../diagnostic.js';
import { thermodiffusionGroups } from '../../coefficients/thermodiffusion.js';
import { part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { refText, type Medium, type ModelView } from '../../model-view.js';

const medium = (dufour: string) =>
  `species A { molar_mass = 46.07 g/mol }\nspecies B { molar_mass = 18.015 g/mol }\nmixture m of A, B {\n  density = 935 kg/m^3\n  diffusion = 4.5e-10 m^2/s\n  soret(A) = -3.2e-3 1/K\n  conductivity = 0.35 W/(m*K)\n${dufour}}\n`;

export const dufourOff = diagnostic({
  code: 'onsager/dufour-off',
  severity: 'hint',
  title: 'Dufour effect turned off beside a Soret coefficient',
  doc: 'By Onsager’s reciprocity every Soret effect has its Dufour effect. Leaving it out is a common approximation in liquids, where it changes the heat flux by about a tenth of a per cent; in gases it can be several per cent. The entropy balance of the run is then approximate.',
  bad: medium('  dufour = off\n'),
  good: medium(''),
});

export function* dufourShouldAccompanySoret(node: Medium, model: ModelView): Findings {
  const off = model.property(node, 'dufour');
  if (!off || refText(off.value) !== 'off') return;
  if (thermodiffusionGroups(model.physical(node)).every((g) => g.statements.length === 0)) return;
  yield {
    at: part(off, 'value'),
    message: 'Thermodiffusion without its Dufour effect: an approximation.',
    advice: 'remove it to let the Dufour effect follow from reciprocity',
    fixes: [{ title: 'Remove dufour = off', edits: [remove(off)] }],
  };
}
