/** Diffusion of three or more components: stated in one way, for the components that do not close the balance. */
import { hullOf } from '../../coefficients/hull.js';
import type { PhysicalMedium, Stated } from '../../coefficients/physical-medium.js';
import { spelled } from '../../coefficients/thermodiffusion.js';
import { head, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { componentNames, type ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import type * as ast from '../../../generated/ast.js';
import { slack, worstRow } from './families.js';

const isHeat = (name: string): boolean => name === 'heat';
/** In the order in which the equations take them. */
const ways: readonly ((stated: Stated) => boolean)[] = [
  ({ property, value }) => property.key === 'diffusion' && value.of.length === 0,
  ({ property, value }) => property.key === 'diffusion' && value.of.length === 2,
  ({ property }) => property.key === 'maxwell_stefan',
  ({ property, value }) => property.key === 'onsager' && !value.of.some(isHeat),
];
function waysOf(mixture: ast.Mixture, physical: PhysicalMedium): readonly (readonly Stated[])[] {
  if (componentNames(mixture).length < 3) return [];
  return ways.map((is) => physical.stated.filter(is)).filter((way) => way.length > 0);
}

interface Second {
  readonly first: readonly Stated[];
  readonly second: readonly Stated[];
  /** Undefined: the two agree. */
  readonly difference: string | undefined;
}
function* seconds(mixture: ast.Mixture, view: ModelView): Generator<Second> {
  const physical = view.physical(mixture);
  const [first, ...later] = waysOf(mixture, physical);
  const names = componentNames(mixture);
  for (const second of first ? later : []) {
    const all = [...first!, ...later.flat()];
    const alone = (way: readonly Stated[]) => physical.resolve((s) => all.includes(s) && !way.includes(s));
    const [a, b] = [alone(first!), alone(second)];
    if (!a || !b) {
      yield { first: first!, second, difference: 'only one of the two can be used' };
      continue;
    }
    const tolerance = slack([...first!, ...second], view);
    const worst = worstRow(physical, a, a.diffusion.flat(), b.diffusion.flat(), hullOf(physical, a, view), tolerance);
    const size = names.length - 1;
    const entry = worst && `${names[Math.floor(worst.row / size)]}, ${names[worst.row % size]}`;
    const where = worst?.where ? ` at ${worst.where}` : '';
    const difference =
      worst &&
      `diffusion(${entry}) is ${numeral(worst.first, 4)} m²/s by the one and ${numeral(worst.second, 4)} m²/s by the other${where}`;
    yield { first: first!, second, difference };
  }
}
const listed = (way: readonly Stated[]): string => way.map(spelled).join(', ');
const removed = (way: readonly Stated[]) => ({ title: `Remove ${listed(way)}`, edits: way.map(({ property }) => remove(property)) });

export function* diffusionMustBeStatedInOneWay(mixture: ast.Mixture, view: ModelView): Findings {
  for (const { first, second, difference } of seconds(mixture, view))
    for (const [own, other] of difference
      ? ([
          [first, second],
          [second, first],
        ] as const)
      : [])
      yield {
        at: head(own[0]!.property),
        message: `${listed(own)} and ${listed(other)} state the diffusion of ${mixture.name} twice: ${difference}.`,
        advice: 'keep one of the two',
        related: [...own.slice(1), ...other].map((s) => ({ at: head(s.property), message: `${spelled(s)} is stated here` })),
        fixes: [removed(own), removed(other)],
      };
}
export function* diffusionShouldBeStatedOnce(mixture: ast.Mixture, view: ModelView): Findings {
  for (const { first, second, difference } of seconds(mixture, view)) {
    if (difference) continue;
    yield {
      at: head(second[0]!.property),
      message: `${listed(second)} follows from ${listed(first)} and agrees with it.`,
      advice: 'keep it to document a source, or remove it',
      related: first.map((s) => ({ at: head(s.property), message: 'stated here' })),
      fixes: [removed(second)],
    };
  }
}

export function* entryOfTheClosingComponentShouldBeLeftOut(mixture: ast.Mixture, view: ModelView): Findings {
  const names = componentNames(mixture);
  const last = names.at(-1)!;
  for (const property of view.properties(mixture, 'diffusion', 'onsager')) {
    if (property.args.length !== 2 || !property.args.some((argument) => argument.$refText === last)) continue;
    yield {
      at: head(property),
      message: `${spelled({ property })} has no effect: ${last} closes the balance, and its row and column follow from those of ${names.slice(0, -1).join(', ')}.`,
      advice: 'remove it, or put another component last',
      fixes: [{ title: `Remove ${spelled({ property })}`, edits: [remove(property)] }],
    };
  }
}
