import type { Expression } from '../../../../solver/expression/expression.js';
import type { ResolvedMedium } from '../../../../solver/physics/media/resolved.js';
import { toleranceOf } from '../../coefficients/digits.js';
import { hullOf, type Hull } from '../../coefficients/hull.js';
import type { PhysicalMedium, Stated } from '../../coefficients/physical-medium.js';
import { isKnown, stated, states, stateText } from '../../coefficients/states.js';
import { spelled, statedFamilies } from '../../coefficients/thermodiffusion.js';
import { diagnostic } from '../../diagnostic.js';
import { head, part, type Finding, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { componentNames, type ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import type * as ast from '../../../generated/ast.js';

const medium = (statements: string) =>
  `species A { molar_mass = 132 g/mol }\nspecies B { molar_mass = 134 g/mol }\nspecies C { molar_mass = 170 g/mol }\nmixture m of A, B, C {\n  density = 870 kg/m^3\n  diffusion(A, A) = 6.0e-10 m^2/s\n  diffusion(A, B) = 1.0e-10 m^2/s\n  diffusion(B, A) = 0.5e-10 m^2/s\n  diffusion(B, B) = 8.0e-10 m^2/s\n  soret_prime(A) = 1.20e-3 1/K\n  soret_prime(B) = -0.34e-3 1/K\n${statements}}\n`;

export const familyConflict = diagnostic({
  code: 'conflict/primed',
  severity: 'error',
  title: 'Thermodiffusion of a mixture of three or more stated twice and differently',
  doc: 'With three or more components D′_T, S′_T, the pair form of S_T, pair factors α_T and the cross coefficients of Onsager state the same vector: D′_T = D S′_T. One family is enough; two are compared over the model’s range, within the digits written.',
  bad: medium('  thermodiffusion_prime(A) = 9.0e-13 m^2/(s*K)\n  thermodiffusion_prime(B) = -2.1e-13 m^2/(s*K)\n'),
  good: medium(''),
});

export function* familiesMustAgree(mixture: ast.Mixture, view: ModelView): Findings {
  const components = componentNames(mixture);
  const physical = view.physical(mixture);
  const present = statedFamilies(physical);
  const [first, ...later] = present;
  for (const second of first ? later : []) yield* compared(physical, view, first!, second, present.flat(), components);
}

function* compared(
  physical: PhysicalMedium,
  view: ModelView,
  first: readonly Stated[],
  second: readonly Stated[],
  all: readonly Stated[],
  components: readonly string[],
): Findings {
  const alone = (family: readonly Stated[]) => physical.resolve((s) => all.includes(s) && !family.includes(s));
  const [a, b] = [alone(first), alone(second)];
  if (!a?.thermodiffusion || !b?.thermodiffusion) return;
  const hull = hullOf(physical, a, view);
  const worst = worstRow(physical, a, a.thermodiffusion, b.thermodiffusion, hull, slack([...first, ...second], view));
  if (!worst) return;
  const name = components[worst.row]!;
  const where = worst.where ? ` at ${worst.where}` : '';
  for (const [own, other, mine, theirs] of [
    [second, first, worst.second, worst.first],
    [first, second, worst.first, worst.second],
  ] as const)
    yield contradiction(own, other, name, mine, theirs, where);
}
/** Relative tolerance of a sum of stated values. */
export const slack = (statements: readonly Stated[], view: ModelView): number =>
  Math.max(...statements.map((s) => toleranceOf(s.property.value, view)));

export function worstRow(
  physical: PhysicalMedium,
  a: ResolvedMedium,
  one: readonly Expression[],
  two: readonly Expression[],
  hull: Hull,
  tolerance: number,
) {
  let worst: { row: number; first: number; second: number; where: string; difference: number } | undefined;
  const known = isKnown(a, hull);
  for (const state of states(a, hull)) {
    const values = one.map((e, row) => [physical.at(e, state), physical.at(two[row]!, state)] as const);
    const size = Math.max(...values.flat().map(Math.abs));
    const rows = values.map(([x, y], row) => ({
      row,
      first: x,
      second: y,
      where: stateText(stated(state, hull)),
      difference: Math.abs(x - y) / size,
    }));
    const largest = rows.reduce((p, q) => (q.difference > p.difference ? q : p));
    // The rounding of the larger coefficients spreads into the smaller ones: differences are judged against the largest.
    const differs = Number.isFinite(largest.difference) && largest.difference > tolerance;
    if (!differs && !known) return undefined;
    if (differs && (!worst || largest.difference > worst.difference)) worst = largest;
  }
  return worst;
}
function contradiction(
  own: readonly Stated[],
  other: readonly Stated[],
  name: string,
  mine: number,
  theirs: number,
  where: string,
): Finding {
  return {
    at: head(own[0]!.property),
    message: `${own.map(spelled).join(', ')} and ${other.map(spelled).join(', ')} contradict each other: D′_T of ${name} is ${numeral(mine, 4)} m²/(s·K) by the one and ${numeral(theirs, 4)} m²/(s·K) by the other${where}.`,
    advice: 'keep one of the two',
    related: [...own.slice(1), ...other].map((s) => ({ at: part(s.property, 'value'), message: `${spelled(s)} is stated here` })),
    fixes: [own, other].map((family) => ({
      title: `Remove ${family.map(spelled).join(', ')}`,
      edits: family.map((s) => remove(s.property)),
    })),
  };
}
