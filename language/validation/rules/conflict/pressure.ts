import { cstText } from '../../text.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { replace } from '../../fixes.js';
import { refText, type ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';

const model = (pressure: string) =>
  `species H2 { molar_mass = 2.016 g/mol }\nspecies N2 { molar_mass = 28.01 g/mol }\nmixture wide of H2, N2 { pressure = 1 bar; diffusion = 8e-5 m^2/s }\nmixture porous of H2, N2 { pressure = ${pressure}; diffusion = 8e-5 m^2/s; tortuosity = 1.5 }\ngeometry slab {\n  layer a { thickness = 1 cm; medium = wide }\n  layer b { thickness = 1 cm; medium = porous }\n}\n`;

export const pressureConflict = diagnostic({
  code: 'conflict/pressure',
  severity: 'warning',
  title: 'Gases of different pressure that are open to each other',
  doc: 'Two layers of gas that touch exchange it until their pressure is the same, within the time that sound takes. Different pressures on both sides start a run with a blast, which diffusion does not describe.',
  bad: model('2 bar'),
  good: model('1 bar'),
});

export function* gasesThatTouchMustHaveOnePressure(geometry: ast.Geometry, view: ModelView): Findings {
  const pressures = geometry.layers.map((layer) => {
    const medium = view.mediumNamed(refText(view.property(layer, 'medium')?.value));
    const property = medium && ast.isMixture(medium) ? view.property(medium, 'pressure') : undefined;
    return { layer, property, value: view.number(property?.value) };
  });
  for (let k = 1; k < pressures.length; k++) {
    const [first, second] = [pressures[k - 1]!, pressures[k]!];
    if (first.value === undefined || second.value === undefined || !first.property || !second.property) continue;
    if (Math.abs(second.value / first.value - 1) <= 1e-9) continue;
    const [one, other] = [first.property, second.property].map((property) => cstText(property.value!));
    yield {
      at: part(second.layer, 'name'),
      message: `${first.layer.name} and ${second.layer.name} are open to each other, but the pressure is ${one} in one and ${other} in the other.`,
      advice: 'give both the same pressure',
      related: [
        { at: part(first.property, 'value'), message: `the pressure in ${first.layer.name}` },
        { at: part(second.property, 'value'), message: `the pressure in ${second.layer.name}` },
      ],
      fixes: [{ title: `Set the pressure in ${second.layer.name} to ${one}`, edits: [replace(part(second.property, 'value'), one!)] }],
    };
  }
}
