/** Step-size control (Hairer, Nørsett & Wanner I, §II.4), constants named. */

/** Aims below the limit, so that the next step is rarely rejected. */
const safety = 0.9;
/** A step never shrinks or grows by more than this at once. */
const smallestFactor = 0.2;
const largestFactor = 6;
/** The error estimate is of order 4: it grows like h⁵. */
const exponent = -1 / 5;

export class Controller {
  private rejectedBefore = false;

  /** Factor for the next step from the scaled error of this one (≤ 1 is accepted). NaN shrinks. */
  factor(error: number): number {
    const wanted = error <= 1e-15 ? largestFactor : safety * error ** exponent;
    const factor = wanted >= smallestFactor ? Math.min(largestFactor, wanted) : smallestFactor;
    if (!(error <= 1)) {
      this.rejectedBefore = true;
      return factor;
    }
    // Right after a rejection the estimate is not trusted to grow the step.
    const result = this.rejectedBefore ? Math.min(1, factor) : factor;
    this.rejectedBefore = false;
    return result;
  }
}
