/** Systems whose exact solution is chosen first: sources and walls are derived from it symbolically. */
import { differentiate } from '../../../solver/expression/derivative.js';
import { evaluate, substitute } from '../../../solver/expression/evaluate.js';
import {
  add,
  combine,
  constant,
  divide,
  multiply,
  negate,
  select,
  subtract,
  symbol,
  type Expression,
} from '../../../solver/expression/expression.js';
import type { TransportSystem, WallCondition } from '../../../solver/assembly/system.js';
import { closed, held, letIn, region, system, unknown } from './systems.js';

export interface Layer {
  readonly thickness: number;
  readonly transport: readonly (readonly Expression[])[];
  readonly storage: readonly Expression[];
  readonly drift?: readonly Expression[];
  /** u_i(x, t). */
  readonly exact: readonly Expression[];
}
export interface Manufactured {
  readonly ids: readonly string[];
  readonly layers: readonly Layer[];
  readonly shape?: 0 | 1 | 2;
  readonly start?: number;
  /** Per wall and unknown: is the value held or the flux let in? */
  readonly walls?: readonly [readonly ('value' | 'flux')[], readonly ('value' | 'flux')[]];
  readonly joints?: Parameters<typeof system>[0]['joints'];
}

const x = symbol('x');
const constantValue = (e: Expression): number => evaluate(e, () => NaN);
const at = (e: Expression, position: number): Expression => substitute(e, (name) => (name === 'x' ? constant(position) : undefined));

/** The system with the sources added that make `exact` (per region, per unknown) its solution; walls keep their own dependence on the state. */
export function madeExact(of: TransportSystem, exact: readonly (readonly Expression[])[]): TransportSystem {
  const ids = of.unknowns.map(({ id }) => id);
  const inSolution = (e: Expression, r: number) => substitute(e, (name) => exact[r]![ids.indexOf(name)]);
  const start = constantValue(of.start);
  const end = start + of.regions.reduce((sum, { thickness }) => sum + constantValue(thickness), 0);
  const fluxes = of.regions.map(({ transport, drift }, r) => {
    const slopes = exact[r]!.map((u) => differentiate(u, 'x'));
    return ids.map((_, i) => inSolution(add(...ids.map((__, j) => negate(multiply(transport[i]![j]!, slopes[j]!))), drift[i]!), r));
  });
  const regions = of.regions.map((region, r) => ({
    ...region,
    initial: exact[r]!.map((u) => substitute(u, (name) => (name === 't' ? constant(0) : undefined))),
    source: ids.map((_, i) => {
      // ∇·F = F' + ν F/x, where F/x → F' on the axis.
      const flux = fluxes[r]![i]!;
      const slope = differentiate(flux, 'x');
      const onAxis = combine('less', x, constant(1e-9 * end));
      const divergence = add(slope, multiply(constant(of.areaExponent), select(onAxis, slope, divide(flux, x))));
      return add(differentiate(inSolution(region.storage[i]!, r), 't'), divergence);
    }),
  }));
  const wall = (side: 0 | 1): WallCondition[] => {
    const [r, position] = side === 0 ? [0, start] : [regions.length - 1, end];
    return of.walls[side].map((condition, i) => {
      if (side === 0 && of.areaExponent > 0 && position === 0) return letIn(constant(0));
      const here = (e: Expression) => at(inSolution(e, r), position);
      if (condition.kind === 'value')
        return { ...condition, value: add(condition.value, subtract(at(exact[r]![i]!, position), here(condition.value))) };
      const flux = at(fluxes[r]![i]!, position);
      return { ...condition, inward: add(condition.inward, subtract(side === 0 ? flux : negate(flux), here(condition.inward))) };
    });
  };
  return { ...of, regions, walls: [wall(0), wall(1)] };
}

export function manufactured(m: Manufactured): TransportSystem {
  const none = m.ids.map(() => constant(0));
  const bare = (side: 0 | 1) => m.ids.map((_, i) => ((m.walls?.[side][i] ?? 'value') === 'value' ? held(0) : closed));
  return madeExact(
    system({
      unknowns: m.ids.map((id) => unknown(id, id === 'T' ? 'temperature' : 'composition')),
      regions: m.layers.map(({ thickness, transport, storage, drift }) =>
        region(m.ids.length, { thickness, initial: none, transport, storage, drift }),
      ),
      walls: [bare(0), bare(1)],
      joints: m.joints,
      shape: m.shape,
      start: m.start,
    }),
    m.layers.map(({ exact }) => exact),
  );
}

/** Value of an exact solution. */
export const exactValue = (e: Expression, position: number, t: number): number =>
  evaluate(e, (name) => (name === 'x' ? position : name === 't' ? t : NaN));
