/**
 * Whether a coefficient is constant, asked by value: one law can be written in many ways, so formulas are compared at states that fill
 * the box of values which the solution takes.
 */
import type { Region, TransportSystem } from '../../assembly/system.js';
import type { ParameterValues } from '../../expression/tape.js';
import { evaluate, symbolsOf } from '../symbolic.js';
import type { Expression } from '../../expression/expression.js';

/** Lowest and highest value that an unknown takes in the run. */
export type Range = readonly [low: number, high: number];

/** One state at one place: values of symbols. */
export type State = ReadonlyMap<string, number>;

/** Value of an expression at a state; NaN where it depends on time or on a gradient. */
export type At = (expression: Expression, state: State) => number;

export interface Probe {
  readonly states: readonly State[];
  readonly at: At;
}

const count = 13;
/** Relative spread of a constant: rounding of a formula with a few dozen operations. */
const rounding = 1e-12;
/** Irrational steps that fill a box evenly (additive recurrence; the roots of the first primes). */
const steps = [Math.SQRT2, Math.sqrt(3), Math.sqrt(5), Math.sqrt(7), Math.sqrt(11), Math.sqrt(13), Math.sqrt(17), Math.sqrt(19)];

/** States over the box of ranges and the length of a region. */
export function probeOf(system: TransportSystem, from: number, to: number, ranges: readonly Range[], parameters: ParameterValues): Probe {
  const between = ([low, high]: Range, axis: number, k: number): number => {
    // The first two are the corners of the box.
    const share = k < 2 ? k : (k * (steps[axis % steps.length] ?? 0)) % 1;
    return low + share * (high - low);
  };
  const states = Array.from(
    { length: count },
    (_, k): State =>
      new Map([
        ['x', between([from, to], 0, k)],
        ...system.unknowns.map(({ id }, i): [string, number] => [id, between(ranges[i] ?? [NaN, NaN], i + 1, k)]),
      ]),
  );
  const at: At = (expression, state) =>
    evaluate(expression, (name) => (name.startsWith('param ') ? parameters(name.slice(6)) : (state.get(name) ?? NaN)));
  return { states, at };
}

/** The value that `read` has at all states, or undefined. `size` is what a vanishing value is small against. */
export function constantOver(probe: Probe, read: (state: State) => number, size = 0): number | undefined {
  const values = probe.states.map(read);
  const first = values[0] ?? NaN;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), size);
  return values.every((value) => Math.abs(value - first) <= rounding * largest) ? first : undefined;
}

/** Whether `read` is nothing against `size` at all states. */
export const vanishes = (probe: Probe, read: (state: State) => number, size: (state: State) => number): boolean =>
  probe.states.every((state) => Math.abs(read(state)) <= rounding * Math.abs(size(state)));

/** A number that depends on parameters alone; undefined when it depends on time, place or the solution. */
export function fixedNumber(expression: Expression, parameters: ParameterValues): number | undefined {
  if ([...symbolsOf(expression)].some((name) => !name.startsWith('param '))) return undefined;
  const value = evaluate(expression, (name) => parameters(name.slice(6)));
  return Number.isFinite(value) ? value : undefined;
}

/** The value that an initial expression has all over a region. */
export const uniformInitial = (region: Region, unknown: number, parameters: ParameterValues): number | undefined =>
  fixedNumber(region.initial[unknown]!, parameters);
