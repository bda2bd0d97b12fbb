/** Thermodiffusion of every component of a mixture at one state, in the conventions that three or more components have. */
import type { PropertyName } from '../../../solver/quantities/catalogue.js';
import type { QuantityName } from '../../../solver/quantities/quantity.js';
import type { LocalPhysics } from './conventions.js';
import { solve } from './matrices.js';

/** For all n components in the order of the mixture; the sums over D′_T and over S′_T are zero. */
export interface PrimedState {
  readonly names: readonly string[];
  /** K, and kg/m³ where the file says it. */
  readonly temperature: number;
  readonly density?: number;
  readonly w: readonly number[];
  /** D_ij [m²/s] of the independent components. */
  readonly diffusion: readonly (readonly number[])[];
  /** D′_T,i [m²/(s·K)] */
  readonly thermodiffusion: readonly number[];
  /** S′_T,i [1/K] */
  readonly soret: readonly number[];
}

export function primedState({ resolved, state, at }: LocalPhysics): PrimedState | undefined {
  const { medium, unknowns, reading } = resolved;
  if (medium.kind !== 'mixture' || unknowns.length === 0 || !resolved.thermodiffusion) return undefined;
  const names = medium.components;
  const D = resolved.diffusion.map((row) => row.map((entry) => at(entry) ?? Number.NaN));
  const independent = resolved.thermodiffusion.map((entry) => at(entry) ?? Number.NaN);
  const w = names.map((name) => at(reading.composition('w', name)) ?? Number.NaN);
  const soret = solve(D, independent);
  const temperature = state.get('T');
  const density = at(reading.density());
  if (temperature === undefined || ![...independent, ...w, ...soret].every(Number.isFinite)) return undefined;
  const base = { names, temperature, w, diffusion: D, ...(density === undefined ? {} : { density }) };
  return { ...base, thermodiffusion: closed(independent), soret: closed(soret) };
}
const closed = (values: readonly number[]): number[] => [...values, -values.reduce((sum, v) => sum + v, 0)];
/** The same mixture with other primed Soret coefficients of its independent components. */
const withSoret = (state: PrimedState, soret: readonly number[]): PrimedState => ({
  ...state,
  soret: closed(soret),
  thermodiffusion: closed(state.diffusion.map((row) => row.reduce((sum, d, j) => sum + d * soret[j]!, 0))),
});
/** Standard errors in another convention of independent errors in this one: both are linear in S′_T. NaN where something is not stated. */
export function propagated(state: PrimedState, from: PrimedConvention, to: PrimedConvention, errors: readonly number[]): readonly number[] {
  const independent = state.diffusion.map((_, i) => i);
  const columns = (convention: PrimedConvention, count: number) =>
    independent.map((j) => {
      const one = withSoret(
        state,
        independent.map((i) => (i === j ? 1 : 0)),
      );
      return Array.from({ length: count }, (_, i) => convention.value(one, i) ?? Number.NaN);
    });
  const source = columns(from, independent.length);
  const target = columns(to, state.names.length);
  const rows = independent.map((i) => source.map((column) => column[i]!));
  // S′ per unit of each stated value
  const perStated = independent.map((k) =>
    solve(
      rows,
      independent.map((i) => (i === k ? 1 : 0)),
    ),
  );
  return state.names.map((_, i) =>
    Math.hypot(...perStated.map((soret, k) => errors[k]! * soret.reduce((sum, s, j) => sum + s * target[j]![i]!, 0))),
  );
}

export interface PrimedConvention {
  readonly property: PropertyName;
  readonly quantity: QuantityName;
  /** What stands in the parentheses for one component; undefined for the last where that follows from the others. */
  arguments(names: readonly string[], i: number): readonly string[] | undefined;
  /** Undefined where something is not stated. */
  value(state: PrimedState, i: number): number | undefined;
}
const isLast = (names: readonly string[], i: number): boolean => i === names.length - 1;
/** ∇ ln w_i = −s_i ∇T: S′_i = w_i s_i. */
const relative = ({ soret, w }: PrimedState, i: number): number => soret[i]! / w[i]!;

/** The families that state a mixture of three or more; any one fixes the others. */
export const primedConventions: readonly PrimedConvention[] = [
  {
    property: 'thermodiffusion_prime',
    quantity: 'thermodiffusion',
    arguments: (names, i) => [names[i]!],
    value: ({ thermodiffusion }, i) => thermodiffusion[i],
  },
  { property: 'soret_prime', quantity: 'inverseTemperature', arguments: (names, i) => [names[i]!], value: ({ soret }, i) => soret[i] },
  {
    property: 'soret',
    quantity: 'inverseTemperature',
    arguments: (names, i) => (isLast(names, i) ? undefined : [names[i]!, names.at(-1)!]),
    value: (state, i) => relative(state, i) - relative(state, state.names.length - 1),
  },
  {
    property: 'onsager',
    quantity: 'onsagerCross',
    arguments: (names, i) => (isLast(names, i) ? undefined : [names[i]!, 'heat']),
    // L_iq = ρ T² D′_T,i
    value: ({ density, temperature, thermodiffusion }, i) =>
      density === undefined ? undefined : density * temperature ** 2 * thermodiffusion[i]!,
  },
];
/** Stated as in a file: `soret(A, C)`. */
export const primedText = ({ property, arguments: args }: PrimedConvention, names: readonly string[], i: number): string | undefined => {
  const list = args(names, i);
  return list && `${property}(${list.join(', ')})`;
};
