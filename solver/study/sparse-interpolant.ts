/**
 * A polynomial in several parameters through cases on the grid of their listed values, case by case where they are worth most: along each
 * parameter the values come in the order of Leja (each as far as can be from those before), and a case (n₁, n₂ …) of these orders adds one
 * term. The set of terms is downward closed, so that the term of a case vanishes in all cases before it. Chkifa, Cohen, Schwab, Found.
 * Comput. Math. 14 (2014) 601, doi:10.1007/s10208-013-9154-z; Gerstner, Griebel, Computing 71 (2003) 65, doi:10.1007/s00607-003-0015-5.
 */

/** Higher powers than this magnify what is left of errors in the cases. */
export const highestPower = 24;

/** Per parameter: how far along the order of Leja; or the position in the list of values. */
export type Steps = readonly number[];

export class LejaGrid {
  /** Per parameter, in the order of Leja: positions in the list, to one power more than the highest that is used. */
  readonly orders: readonly (readonly number[])[];
  /** Per parameter and order n, at each listed value: Π_{j<n} (x − x_j)/(x_n − x_j), at most 1 in size. */
  private readonly factors: readonly (readonly Float64Array[])[];

  /** `lists` of different values, one list per parameter. */
  constructor(lists: readonly (readonly number[])[]) {
    const made = lists.map((list) => lejaOf(scaled(list)));
    this.orders = made.map(({ order }) => order);
    this.factors = made.map(({ factors }) => factors);
  }

  /** Position of a case in the lists. */
  positionOf(steps: Steps): Steps {
    return steps.map((n, k) => this.orders[k]![n]!);
  }
  /** The term of a case at a position in the lists. */
  term(steps: Steps, position: Steps): number {
    let product = 1;
    for (let k = 0; k < steps.length; k++) product *= this.factors[k]![steps[k]!]![position[k]!]!;
    return product;
  }
}

export class SparseInterpolant {
  /** What each case added to the polynomial before it. */
  readonly terms: { readonly steps: Steps; readonly surplus: Float64Array }[] = [];

  constructor(private readonly grid: LejaGrid) {}

  /** Adds a case whose neighbours towards 0 are in already. @returns its surplus, one number per value. */
  add(steps: Steps, values: Float64Array): Float64Array {
    const surplus = this.at(this.grid.positionOf(steps), values.length);
    for (let i = 0; i < values.length; i++) surplus[i] = values[i]! - surplus[i]!;
    this.terms.push({ steps, surplus });
    return surplus;
  }

  /** `count` values at a position in the lists. */
  at(position: Steps, count: number): Float64Array {
    const sum = new Float64Array(count);
    for (const { steps, surplus } of this.terms) {
      const term = this.grid.term(steps, position);
      if (term !== 0) for (let i = 0; i < count; i++) sum[i] = sum[i]! + term * surplus[i]!;
    }
    return sum;
  }
}

/** Values that were spread by their ratios are taken by their logarithms: there results are likely to be smooth. */
function scaled(list: readonly number[]): readonly number[] {
  const logarithms = list.map((x) => Math.log(Math.abs(x)));
  const sameSign = list.every((x) => x > 0) || list.every((x) => x < 0);
  return sameSign && unevenness(logarithms) < unevenness(list) ? logarithms : list;
}

/** Largest over smallest step of sorted values. */
function unevenness(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((x, i) => x - sorted[i]!);
  return Math.max(...steps) / Math.min(...steps);
}

function lejaOf(x: readonly number[]): { readonly order: readonly number[]; readonly factors: readonly Float64Array[] } {
  // What happens at the middle of the others tells more of a parameter than what happens at an end, where often nothing does.
  const middle = (Math.min(...x) + Math.max(...x)) / 2;
  const order: number[] = [];
  const factors: Float64Array[] = [];
  // Divided by its largest value at each turn, so that no product of many differences overflows.
  let product = new Float64Array(x.length).fill(1);
  for (let n = 0; n < Math.min(x.length, highestPower + 2); n++) {
    const next =
      n === 0 ? nearestTo(middle, x) : product.reduce((best, value, i) => (Math.abs(value) > Math.abs(product[best]!) ? i : best), 0);
    factors.push(product.map((value) => value / product[next]!));
    product = factors[n]!.map((value, i) => value * (x[i]! - x[next]!));
    order.push(next);
  }
  return { order, factors };
}

const nearestTo = (target: number, x: readonly number[]): number =>
  x.reduce((best, value, i) => (Math.abs(value - target) < Math.abs(x[best]! - target) ? i : best), 0);
