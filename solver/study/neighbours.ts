/**
 * Where Newton begins in a sweep: the states of the cases solved so far, extrapolated. Along each varied parameter E is the polynomial
 * through the last cases before; over several parameters Π_k (1 − E_k) u = 0, so that what is left is a product of the errors of each.
 */
import type { SweepStudy } from '../problem.js';
import type { CaseState } from './sweep-case.js';

/** Cases before that a polynomial goes through along one parameter. */
const reach = 3;

export class Neighbours {
  private readonly lengths: readonly number[];
  private readonly values: readonly (readonly number[])[];
  private readonly strides: readonly number[];

  /**
   * Cases are numbered with the last parameter fastest, or along the lists when these are paired.
   * @param states of the meshes of one case, by the number of the case.
   */
  constructor(
    study: SweepStudy,
    private readonly states: Map<number, readonly CaseState[]>,
  ) {
    const lists = study.vary.map((v) => v.values);
    const axes = study.paired ? lists.slice(0, 1) : lists;
    this.values = axes;
    this.lengths = axes.map((list) => list.length);
    this.strides = axes.map((_, k) => this.lengths.slice(k + 1).reduce((a, b) => a * b, 1));
  }

  /** Forgets what no later case points to. */
  passed(index: number): void {
    this.states.delete(index - (reach + 1) * (this.strides[0] ?? 1));
  }

  /** Extrapolated states for a case, one per mesh; undefined before any case is known. */
  guess(index: number): readonly CaseState[] | undefined {
    const last = this.states.get(index - 1) ?? this.states.get(index - (this.strides[0] ?? 1));
    if (!last) return undefined;
    const terms = this.terms(index);
    return last.map(({ system, u }, which) => {
      const sum = new Float64Array(u.length);
      for (const [offset, weight] of terms) {
        const other = this.states.get(index - offset)?.[which];
        // A neighbour on another mesh is of no use here: the nearest case alone is a fair start.
        if (!other || other.system.mesh.order !== system.mesh.order || other.u.length !== u.length)
          return { system, u: Float64Array.from(u) };
        for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + weight * other.u[i]!;
      }
      return { system, u: sum };
    });
  }

  /** How far back in the numbering each neighbour lies, and its weight. */
  private terms(index: number): (readonly [offset: number, weight: number])[] {
    let terms: (readonly [number, number])[] = [[0, -1]];
    this.lengths.forEach((length, k) => {
      const stride = this.strides[k]!;
      const at = Math.floor(index / stride) % length;
      const weights = extrapolation(this.values[k]!, at, Math.min(reach, at));
      terms = terms.flatMap(([offset, weight]) => [
        [offset, weight] as const,
        ...weights.map((w, back) => [offset + (back + 1) * stride, -w * weight] as const),
      ]);
    });
    return terms.slice(1);
  }
}

/** Weights of the values at `at − 1`, `at − 2` … in the polynomial through them, taken at `at`. */
function extrapolation(x: readonly number[], at: number, count: number): number[] {
  const weights = Array.from({ length: count }, (_, a) => {
    let weight = 1;
    for (let b = 0; b < count; b++) if (b !== a) weight *= (x[at]! - x[at - 1 - b]!) / (x[at - 1 - a]! - x[at - 1 - b]!);
    return weight;
  });
  return weights.every((w) => Math.abs(w) <= furthest) ? weights : [1, ...weights.slice(1).map(() => 0)];
}
/** Values that are spread this unevenly are not extrapolated: the nearest is better. */
const furthest = 20;
