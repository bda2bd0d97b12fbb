import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { componentNames, type ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import * as ast from '../../../generated/ast.js';

export const compositionSum = diagnostic({
  code: 'conflict/composition',
  severity: 'error',
  title: 'Fractions that do not add up',
  doc: 'The mass fractions (or mole fractions) of a mixture add up to 1. The fraction of one component may be left out; those given may not exceed 1 together, nor differ from 1 when all are given. One component is given in one measure: w, x or c.',
  bad: 'species A { molar_mass = 46 g/mol }\nspecies B { molar_mass = 18 g/mol }\nmixture m of A, B { density = 900 kg/m^3; diffusion = 1e-9 m^2/s }\ngeometry slab { length = 1 mm; medium = m }\ninitial { temperature = 20 degC; w(A) = 0.6; w(B) = 0.5 }\n',
  good: 'species A { molar_mass = 46 g/mol }\nspecies B { molar_mass = 18 g/mol }\nmixture m of A, B { density = 900 kg/m^3; diffusion = 1e-9 m^2/s }\ngeometry slab { length = 1 mm; medium = m }\ninitial { temperature = 20 degC; w(A) = 0.6 }\n',
});

/** Written fractions such as 0.333 add up to 1 within their digits. */
const rounding = 2e-3;

export function* fractionsMustAddUp(block: ast.Initial | ast.Boundary, model: ModelView): Findings {
  for (const medium of model.mediaInUse()) {
    if (!ast.isMixture(medium)) continue;
    const names = componentNames(medium);
    for (const measure of ['w', 'x'] as const) {
      const given = model.properties(block, measure).filter((p) => names.includes(p.args[0]?.$refText ?? ''));
      const values = given.map((p) => model.meaning.value(p));
      if (given.length < 2 || values.some((v) => v === undefined || v < 0 || v > 1)) continue;
      const sum = values.reduce((total: number, v) => total + v!, 0);
      const all = given.length === names.length;
      if (all ? Math.abs(sum - 1) <= rounding : sum <= 1 + rounding) continue;
      const last = given.at(-1)!;
      yield {
        at: part(last, 'value'),
        message: `The ${measure === 'w' ? 'mass' : 'mole'} fractions of ${medium.name} add up to ${numeral(sum, 6)}, not to 1.`,
        advice: all ? 'leave one of them out: it is 1 minus the others' : 'the component left out would be negative',
        related: given.slice(0, -1).map((p) => ({ at: head(p), message: `${cell(p)} is given here` })),
        fixes: all ? given.map((p) => ({ title: `Leave ${cell(p)} out`, edits: [remove(p)] })) : [],
      };
    }
  }
}
export function* componentMustBeGivenInOneMeasure(block: ast.Initial, model: ModelView): Findings {
  const first = new Map<string, ast.Property>();
  for (const property of model.properties(block, 'w', 'x', 'c')) {
    const name = property.args[0]?.$refText;
    if (name === undefined) continue;
    const other = first.get(name);
    if (!other) first.set(name, property);
    else if (other.key !== property.key) {
      yield {
        at: head(property),
        message: `The composition of ${name} is given as ${other.key} and as ${property.key}.`,
        advice: 'keep one of the two',
        related: [{ at: head(other), message: 'the other one' }],
        fixes: [property, other].map((p) => ({ title: `Remove ${cell(p)}`, edits: [remove(p)] })),
      };
    }
  }
}
const cell = (p: ast.Property): string => `${p.key}(${p.args.map((a) => a.$refText).join(', ')})`;
