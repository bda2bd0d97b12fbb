/** Do two statements that fix the same coefficient agree over the model's range? */
import type { Expression } from '../../../solver/expression/expression.js';
import type { ResolvedMedium } from '../../../solver/physics/media/resolved.js';
import { quantities, type QuantityName } from '../../../solver/quantities/quantity.js';
import { useOf, type ModelView } from '../model-view.js';
import { isConstant, toleranceOf } from './digits.js';
import { hullOf } from './hull.js';
import type { PhysicalMedium, State, Stated } from './physical-medium.js';
import { isKnown, meanState, probes, stated, states } from './states.js';
import { numeral } from '../../../solver/quantities/numeral.js';

/** What both statements fix, read off the medium that states only one of them. */
export type Quantity = (resolved: ResolvedMedium) => Expression | undefined;
export interface Disagreement {
  /** Where the two differ most; empty when it is the same everywhere. */
  readonly state: State;
  /** What the first says that the second should be, over what it is. */
  readonly ratio: number;
  /** Value of the second, and the value that the first implies for it [SI]. */
  readonly second: number;
  readonly implied: number;
  /** The same the other way round. */
  readonly first: number;
  readonly impliedFirst: number;
  /** True when neither varies over the range, so that one number says it all. */
  readonly constant: boolean;
}

/** Undefined: they cannot be compared, because something else is missing. `null`: they agree. */
export function disagreement(
  physical: PhysicalMedium,
  model: ModelView,
  first: Stated,
  second: Stated,
  group: readonly Stated[],
  quantity: Quantity,
): Disagreement | null | undefined {
  const alone = (one: Stated) => physical.resolve((s) => group.includes(s) && s !== one);
  const [a, b] = [alone(first), alone(second)];
  const [qa, qb] = [a && quantity(a), b && quantity(b)];
  if (!a || !b || !qa || !qb) return undefined;
  const [va, vb] = [physical.expression(first, a), physical.expression(second, b)];
  if (!va || !vb) return undefined;
  const hull = hullOf(physical, a, model);
  const ratioAt = (state: State): number => physical.at(qa, state) / physical.at(qb, state);
  const everywhere = sameAt([...states(a, hull), ...probes(a, hull)].map(ratioAt));
  // A value that depends on a temperature or composition that the file does not give yet cannot be judged yet.
  if (!everywhere && !isKnown(a, hull) && !sameAt(probes(a, hull).map(ratioAt))) return undefined;
  const bothConstant = isConstant(first.property.value, model) && isConstant(second.property.value, model);
  const tolerance = Math.max(toleranceOf(first.property.value, model), toleranceOf(second.property.value, model));
  let worst: Disagreement | undefined;
  let compared = false;
  for (const state of bothConstant ? [meanState(a, hull)] : states(a, hull)) {
    const [one, other] = [physical.at(qa, state), physical.at(qb, state)];
    const [valueA, valueB] = [physical.at(va, state), physical.at(vb, state)];
    if (![one, other, valueA, valueB].every(Number.isFinite)) continue;
    // The factor between the two vanishes here (w = 0), or both are zero: nothing to compare.
    if (one === 0 && other === 0) continue;
    compared = true;
    const ratio = one / other;
    if (worst && Math.abs(ratio - 1) <= Math.abs(worst.ratio - 1)) continue;
    worst = {
      state: everywhere ? new Map() : stated(state, hull),
      ratio,
      first: valueA,
      second: valueB,
      implied: other === 0 ? one * Number.NaN : valueB * ratio,
      impliedFirst: one === 0 ? Number.NaN : valueA / ratio,
      constant: bothConstant,
    };
  }
  if (!compared || !worst) return undefined;
  return Math.abs(worst.ratio - 1) <= tolerance || Math.abs(1 / worst.ratio - 1) <= tolerance ? null : worst;
}

/** Equal within rounding, as far as they can be computed. */
function sameAt(ratios: readonly number[]): boolean {
  const finite = ratios.filter(Number.isFinite);
  return finite.every((r) => Math.abs(r - finite[0]!) <= 1e-9 * Math.abs(finite[0]!));
}

/** SI unit of a stated coefficient as it is written in the language; empty for pure numbers. */
export function unitOf({ property, value }: Stated): string {
  const names = useOf(property)?.quantities ?? [];
  const index = property.key === 'onsager' ? property.args.filter((a) => a.$refText === 'heat').length : 0;
  const name = value.quantity ?? names[index];
  if (name === undefined || name === 'measure' || name === 'argument') return '';
  const unit = quantities[name satisfies QuantityName].units[0]!;
  return unit === '1' ? '' : unit;
}
/** A value as it can be written in the file: four digits and its SI unit. */
export const written = (value: number, stated: Stated): string => `${numeral(value)} ${unitOf(stated)}`.trim();
