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
  symbol,
  type Expression,
} from '../../../solver/expression/expression.js';
import type { Region, WallCondition } from '../../../solver/assembly/system.js';
import { held, letIn, region, system, unknown } from './systems.js';

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
const at = (e: Expression, position: number): Expression => substitute(e, (name) => (name === 'x' ? constant(position) : undefined));

/** Total flux of each unknown in the exact solution, as an expression of x and t. */
export function exactFlux(ids: readonly string[], { transport, drift, exact }: Layer): readonly Expression[] {
  const slopes = exact.map((u) => differentiate(u, 'x'));
  const inSolution = (e: Expression) => substitute(e, (name) => exact[ids.indexOf(name)]);
  return ids.map((_, i) =>
    inSolution(add(...ids.map((_, j) => negate(multiply(transport[i]![j]!, slopes[j]!))), drift?.[i] ?? constant(0))),
  );
}

export function manufactured(m: Manufactured) {
  const shape = m.shape ?? 0;
  const start = m.start ?? 0;
  const regions: Region[] = m.layers.map((layer) => {
    const flux = exactFlux(m.ids, layer);
    const source = layer.storage.map((stored, i) => {
      const inSolution = substitute(stored, (name) => layer.exact[m.ids.indexOf(name)]);
      // ∇·F = F' + ν F/x, where F/x → F' on the axis.
      const slope = differentiate(flux[i]!, 'x');
      const onAxis = combine('less', x, constant(1e-9));
      const divergence = add(slope, multiply(constant(shape), select(onAxis, slope, divide(flux[i]!, x))));
      return add(differentiate(inSolution, 't'), divergence);
    });
    return region(m.ids.length, {
      thickness: layer.thickness,
      initial: layer.exact.map((u) => substitute(u, (name) => (name === 't' ? constant(0) : undefined))),
      transport: layer.transport,
      storage: layer.storage,
      drift: layer.drift,
      source,
    });
  });
  const end = start + m.layers.reduce((sum, l) => sum + l.thickness, 0);
  const wall = (side: 0 | 1): WallCondition[] => {
    const layer = m.layers[side === 0 ? 0 : m.layers.length - 1]!;
    const position = side === 0 ? start : end;
    return m.ids.map((_, i) => {
      if ((m.walls?.[side][i] ?? 'value') === 'value' && !(shape > 0 && position === 0)) return held(at(layer.exact[i]!, position));
      const flux = at(exactFlux(m.ids, layer)[i]!, position);
      return letIn(shape > 0 && position === 0 ? constant(0) : side === 0 ? flux : negate(flux));
    });
  };
  return system({
    unknowns: m.ids.map((id) => unknown(id, id === 'T' ? 'temperature' : 'composition')),
    regions,
    walls: [wall(0), wall(1)],
    joints: m.joints,
    shape,
    start,
  });
}

/** Value of an exact solution. */
export const exactValue = (e: Expression, position: number, t: number): number =>
  evaluate(e, (name) => (name === 'x' ? position : name === 't' ? t : NaN));
