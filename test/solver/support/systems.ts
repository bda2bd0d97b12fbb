/** Hand-made transport systems: the numerics are tested without any physics. */
import { constant, zero, type Expression } from '../../../solver/expression/expression.js';
import type { Joint, Region, TransportSystem, Unknown, WallCondition } from '../../../solver/assembly/system.js';

export const nowhere = { uri: 'test', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
export const unknown = (id: string, kind: Unknown['kind'] = 'composition'): Unknown => ({
  id,
  unit: '1',
  kind,
  nonNegative: kind === 'composition',
  origin: nowhere,
});
export const closed: WallCondition = { kind: 'flux', inward: zero };
export const held = (value: Expression | number): WallCondition => ({
  kind: 'value',
  value: typeof value === 'number' ? constant(value) : value,
});
export const letIn = (inward: Expression): WallCondition => ({ kind: 'flux', inward });

type Values = readonly (Expression | number)[];
const expressions = (values: Values) => values.map((v) => (typeof v === 'number' ? constant(v) : v));

/** A region of which only what differs from "nothing" is stated. */
export function region(
  count: number,
  parts: {
    thickness: Expression | number;
    initial: Values;
    transport: readonly Values[];
    storage?: Values;
    drift?: Values;
    source?: Values;
    present?: readonly boolean[];
    cells?: number;
  },
): Region {
  const none = Array.from({ length: count }, () => zero);
  return {
    name: '',
    thickness: typeof parts.thickness === 'number' ? constant(parts.thickness) : parts.thickness,
    cells: parts.cells,
    present: parts.present ?? none.map(() => true),
    initial: expressions(parts.initial),
    storage: parts.storage ? expressions(parts.storage) : none,
    transport: parts.transport.map(expressions),
    drift: parts.drift ? expressions(parts.drift) : none,
    source: parts.source ? expressions(parts.source) : none,
    origin: nowhere,
  };
}

export function system(parts: {
  unknowns: readonly Unknown[];
  regions: readonly Region[];
  walls?: readonly [readonly WallCondition[], readonly WallCondition[]];
  joints?: readonly (readonly Joint[])[];
  shape?: 0 | 1 | 2;
  start?: number;
}): TransportSystem {
  const all = (): WallCondition[] => parts.unknowns.map(() => closed);
  const shape = parts.shape ?? 0;
  return {
    areaExponent: shape,
    areaFactor: [1, 2 * Math.PI, 4 * Math.PI][shape]!,
    start: constant(parts.start ?? 0),
    unknowns: parts.unknowns,
    regions: parts.regions,
    walls: parts.walls ?? [all(), all()],
    joints: parts.joints ?? parts.regions.slice(1).map(() => parts.unknowns.map(() => ({ kind: 'continuous' as const }))),
  };
}
