/** Newton's method for R(u, t) = 0 with conserved totals bordered in. */
import type { Discretisation } from '../assembly/discretisation.js';
import { solveDense } from '../linear/dense.js';
import type { ConservedTotal } from './conserved.js';

export interface NewtonResult {
  readonly converged: boolean;
  readonly iterations: number;
  /** Number of an unknown whose pivot vanished, or −1. */
  readonly singular: number;
}

/** Updates below this share of a field's size are squared by the next one into rounding. */
const converged = 1e-7;
/** Below this an update is rounding already. */
const negligible = 1e-13;
const mostIterations = 30;
/** Below this share of what there was a field is gone. */
export const gone = 1e-12;
/** After this many growing updates the iteration is given up for time stepping. */
const patience = 3;
/** Temperatures and the like (always positive and far from zero) may not change by more than this share at once. */
const boldest = 0.3;

/** Memory of the solves of one system, and what one leaves behind for the next: which factors, and how totals respond to their pins. */
interface Memory {
  readonly change: Float64Array;
  readonly amounts: Float64Array;
  readonly responses: Float64Array[];
  stamp: number;
  pins: readonly number[];
}
const memories = new WeakMap<Discretisation, Memory>();

function memoryOf(system: Discretisation, totals: number): Memory {
  const vector = () => new Float64Array(system.size);
  const memory = memories.get(system) ?? { change: vector(), amounts: vector(), responses: [], stamp: -1, pins: [] };
  memories.set(system, memory);
  if (memory.responses.length !== totals) {
    memory.stamp = -1;
    memory.responses.splice(0, memory.responses.length, ...Array.from({ length: totals }, vector));
  }
  return memory;
}

/** Corrections with the factors of a neighbour that are worth more than factors of one's own. */
const mostChords = 4;
/** A correction that is not at least that much smaller than the one before tells that the neighbour is too far. */
const slowest = 0.3;
/** Bound on the constant of quadratic convergence, relative to a field's size: measured values are below one. */
const quadratic = 10;

/**
 * Iterates from u (changed in place). `totals[q]` is to equal `wanted[q]`. Each total pins its unknown where `weight` is largest: where
 * there is most of it, rounding of the balance does least harm. Yields between iterations, so that a run can be cancelled.
 */
export function* newtonSteps(
  system: Discretisation,
  u: Float64Array,
  t: number,
  totals: readonly ConservedTotal[],
  wanted: readonly number[],
  weight: (value: number) => number = Math.abs,
  /** Per unknown of the system: an error that is small enough, for a start near the solution; to rounding when absent. */
  enough?: Float64Array,
  /** Per unknown of the system: size of what the study starts from. A field of which nothing is left is judged by that. */
  begun?: Float64Array,
): Generator<void, NewtonResult> {
  const n = system.size;
  const memory = memoryOf(system, totals.length);
  const { change, amounts, responses } = memory;
  const { unknownOf } = system.layout;
  const componentwise = system.mesh.scheme === 'finite volumes';
  let [previous, growing] = [Infinity, 0];
  if (enough && !componentwise && chord(system, u, t, totals, wanted, enough, memory))
    return { converged: true, iterations: 1, singular: -1 };
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    system.residual(u, t, change);
    system.linearise(u, t);
    const pins = totals.map(({ numbers }) => numbers.reduce((best, i) => (weight(u[i]!) > weight(u[best]!) ? i : best), numbers[0]!));
    const singular = system.factorWith(0, (A) => pins.forEach((pin) => pinRow(system, A, pin)));
    if (singular >= 0) return { converged: false, iterations: iteration, singular };
    for (const pin of pins) change[pin] = 0;
    system.solve(change);
    if (totals.length > 0) {
      system.amounts(u, t, amounts);
      respond(system, pins, responses);
      if (!border(system, totals, wanted, amounts, change, responses))
        return { converged: false, iterations: iteration, singular: pins[0]! };
    }
    memory.stamp = system.stamp;
    memory.pins = pins;
    const sizes = new Float64Array(system.terms.system.unknowns.length).fill(1e-300);
    for (let i = 0; i < n; i++) sizes[unknownOf[i]!] = Math.max(sizes[unknownOf[i]!]!, Math.abs(u[i]!));
    const isGone = sizes.map((s, i) => Number(s < gone * (begun?.[i] ?? 0)));
    isGone.forEach((yes, i) => (sizes[i] = yes ? begun![i]! : sizes[i]!));
    let size = 0;
    let bold = 0;
    for (let i = 0; i < n; i++) {
      // Fitted fluxes determine every composition relative to itself, however small.
      const own = componentwise && system.terms.system.unknowns[unknownOf[i]!]!.nonNegative && u[i] !== 0 && !isGone[unknownOf[i]!];
      const relative = Math.abs(change[i]!) / (own ? Math.abs(u[i]!) : sizes[unknownOf[i]!]!);
      size = Math.max(size, relative);
      if (!(relative <= Infinity)) size = NaN;
      if (system.terms.system.unknowns[unknownOf[i]!]!.kind === 'temperature') bold = Math.max(bold, relative);
    }
    if (!Number.isFinite(size)) return { converged: false, iterations: iteration, singular: -1 };
    const damping = bold > boldest ? boldest / bold : 1;
    for (let i = 0; i < n; i++) u[i] = u[i]! + damping * change[i]!;
    // A first small update may come from a start that is exact already; otherwise convergence must be quadratic.
    if (damping === 1 && (size <= negligible || (size <= converged && previous <= Math.sqrt(converged))))
      return { converged: true, iterations: iteration, singular: -1 };
    if (damping === 1 && enough && !componentwise && sizes.every((s, i) => quadratic * size * size * s <= enough[i]!))
      return { converged: true, iterations: iteration, singular: -1 };
    growing = size > previous ? growing + 1 : 0;
    if (growing >= patience) return { converged: false, iterations: iteration, singular: -1 };
    previous = size;
    yield;
  }
  return { converged: false, iterations: mostIterations, singular: -1 };
}

/** All iterations at once. */
export function newton(...request: Parameters<typeof newtonSteps>): NewtonResult {
  const steps = newtonSteps(...request);
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
}

/**
 * Corrections with the factors that an earlier solve left; their decrease tells what the last leaves. False where that is not enough; u is
 * then better, or as it was.
 */
function chord(
  system: Discretisation,
  u: Float64Array,
  t: number,
  totals: readonly ConservedTotal[],
  wanted: readonly number[],
  enough: Float64Array,
  { change, amounts, responses, stamp, pins }: Memory,
): boolean {
  if (stamp !== system.stamp) return false;
  const { unknownOf } = system.layout;
  let before = Infinity;
  for (let correction = 0; correction < mostChords; correction++) {
    system.residual(u, t, change);
    for (const pin of pins) change[pin] = 0;
    system.solve(change);
    if (totals.length > 0) {
      system.amounts(u, t, amounts);
      system.storage.refresh(t);
      if (!border(system, totals, wanted, amounts, change, responses)) return false;
    }
    let size = 0;
    for (let i = 0; i < u.length; i++) {
      const share = Math.abs(change[i]!) / enough[unknownOf[i]!]!;
      if (!(share <= size)) size = share;
    }
    const rate = size / before;
    if (!(size < Infinity) || !(rate <= slowest)) return size === 0;
    for (let i = 0; i < u.length; i++) u[i] = u[i]! + change[i]!;
    if (before < Infinity && size <= 1) return true;
    before = size;
  }
  return false;
}

/** The redundant row of a conserved total becomes δ = 0. */
function pinRow(system: Discretisation, A: Float64Array, number: number): void {
  for (const { start, size, offset, eliminated } of system.fronts) {
    const i = number - start;
    if (i < 0 || i >= size) continue;
    A.fill(0, offset + i * size, offset + (i + 1) * size);
    if (i < eliminated) A[offset + i * (size + 1)] = 1;
  }
}

/** How the solution answers to each pin. */
function respond(system: Discretisation, pins: readonly number[], responses: readonly Float64Array[]): void {
  responses.forEach((response, k) => {
    response.fill(0);
    response[pins[k]!] = 1;
    system.solve(response);
  });
}

/** Adds to the change what brings every total to its wanted value. */
function border(
  system: Discretisation,
  totals: readonly ConservedTotal[],
  wanted: readonly number[],
  amounts: Float64Array,
  change: Float64Array,
  responses: readonly Float64Array[],
): boolean {
  const q = totals.length;
  const slopes = totals.map((total) => system.storage.slopeOfTotal(total.weights));
  const matrix = new Float64Array(q * q);
  const lack = new Float64Array(q);
  totals.forEach((total, k) => {
    lack[k] = wanted[k]! - dot(total.weights, amounts) - dot(slopes[k]!, change);
    responses.forEach((response, l) => (matrix[k * q + l] = dot(slopes[k]!, response)));
  });
  if (!solveDense(q, matrix, lack)) return false;
  responses.forEach((response, k) => {
    for (let i = 0; i < change.length; i++) change[i] = change[i]! + lack[k]! * response[i]!;
  });
  return true;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
