/** Small numerical tools for closed forms: written apart from the solver, so that both would have to be wrong alike. */

/** Complementary error function to about 1e-15 relative: series for small, continued fraction for large arguments (Abramowitz & Stegun 7.1.6, 7.1.14). */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  if (x < 2.5) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 200; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = 0;
  for (let k = 120; k >= 1; k--) fraction = k / 2 / (x + fraction);
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
}

/** Bessel functions J0 and J1 by their integral, whose trapezoidal rule converges exponentially. */
export function besselJ(order: 0 | 1, x: number): number {
  const n = 64 + 2 * Math.ceil(Math.abs(x));
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const theta = (Math.PI * (i + 0.5)) / n;
    sum += Math.cos(order * theta - x * Math.sin(theta));
  }
  return sum / n;
}

/** Root of a function between two points of opposite sign, by bisection to the last bit. */
export function root(f: (x: number) => number, low: number, high: number): number {
  const sign = Math.sign(f(low));
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (Math.sign(f(middle)) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** ∫ f over [a, b] by composite Gauss–Legendre quadrature of five points on 400 panels. */
export function integral(f: (x: number) => number, a: number, b: number): number {
  const nodes = [0, 0.5384693101056831, 0.906179845938664];
  const weights = [0.5688888888888889, 0.47862867049936647, 0.23692688505618908];
  const panels = 400;
  const h = (b - a) / panels / 2;
  let sum = 0;
  for (let i = 0; i < panels; i++) {
    const middle = a + (2 * i + 1) * h;
    sum += weights[0]! * f(middle);
    for (const k of [1, 2]) sum += weights[k]! * (f(middle - h * nodes[k]!) + f(middle + h * nodes[k]!));
  }
  return sum * h;
}
