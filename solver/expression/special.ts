/** Functions that JavaScript's Math lacks. */

const twoOverRootPi = 2 / Math.sqrt(Math.PI);

/**
 * Error function to about 2 ulp: Taylor series near 0, continued fraction of erfc beyond 2.5
 * (Abramowitz & Stegun 7.1.6 and 7.1.14).
 */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a > 6) return Math.sign(x);
  if (a > 2.5) {
    // Evaluated from the tail; 60 levels leave nothing of double precision beyond x = 2.5.
    let tail = 0;
    for (let k = 60; k >= 1; k--) tail = (k * 0.5) / (a + tail);
    const complement = Math.exp(-a * a) / ((a + tail) * Math.sqrt(Math.PI));
    return Math.sign(x) * (1 - complement);
  }
  // erf x = 2/√π e^(−x²) Σ 2^n x^(2n+1)/(2n+1)!!: all terms positive, no cancellation.
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return twoOverRootPi * Math.exp(-x * x) * sum;
}
