import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import type { ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';
import { inUnit } from '../../../units/spelling.js';

export const hiddenImport = diagnostic({
  code: 'name/hidden-import',
  severity: 'warning',
  title: 'Imported species hidden by another substance',
  doc: 'A declaration of the file counts before an imported one of the same name. With another molar mass it is another substance (or a slip of the pen): what this file computes with the name uses its own, the imported media keep theirs. Give the species of this file a name of its own, or correct its molar mass.',
  bad: 'import "soret:gases"\nspecies H2 { molar_mass = 4.028 g/mol }\n',
  good: 'import "soret:gases"\nspecies D2 { molar_mass = 4.028 g/mol }\n',
});

/** Values of one substance differ by their digits, hardly by more. */
const sameSubstance = 5e-3;

export function* speciesShouldNotHideAnotherSubstance(species: ast.Species, model: ModelView): Findings {
  const other = model.meaning.imported(species.name);
  if (!ast.isSpecies(other)) return;
  const [own, theirs] = [species, other].map((s) => model.property(s, 'molar_mass'));
  if (!own || !theirs) return;
  const [here, there] = [own, theirs].map((property) => model.meaning.value(property));
  if (here === undefined || there === undefined || Math.abs(here - there) <= sameSubstance * Math.abs(there)) return;
  const mass = (si: number) => inUnit(si, 'g/mol', 6);
  yield {
    at: part(species, 'name'),
    message: `This ${species.name} (${mass(here)}) takes the place of the imported ${species.name} (${mass(there)}).`,
    advice: 'give it another name, or the molar mass of the imported one',
    related: [{ at: part(other, 'name'), message: `${species.name} with ${mass(there)} is imported from here` }],
  };
}
