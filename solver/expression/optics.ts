/** Signals of optical experiments as closed forms, and the inversion of two colours. */
import {
  add,
  apply,
  combine,
  constant,
  divide,
  exp,
  multiply,
  negate,
  one,
  select,
  sqrt,
  subtract,
  type Expression,
} from './expression.js';

const two = constant(2);
const square = (e: Expression): Expression => multiply(e, e);
const sum = (terms: readonly Expression[]): Expression => add(...terms);

/** a·d − b·c of (a b; c d). */
export const determinant = (a: Expression, b: Expression, c: Expression, d: Expression): Expression =>
  subtract(multiply(a, d), multiply(b, c));

/** σ₁/σ₂ = (f + √(f² − 4 det²))/(2 |det|) with f the sum of the squares. */
export function conditionNumber(a: Expression, b: Expression, c: Expression, d: Expression): Expression {
  const f = sum([a, b, c, d].map(square));
  const det = determinant(a, b, c, d);
  // Rounding must not make the root of a perfectly conditioned matrix imaginary.
  const root = sqrt(combine('maximum', subtract(square(f), multiply(constant(4), square(det))), constant(0)));
  return divide(add(f, root), multiply(two, apply('abs', det)));
}

/** One Fourier mode heated from t = 0 on, composition following: 1 − e^(−t/τ_th) − A/(τ − τ_th)·(τ(1 − e^(−t/τ)) − τ_th(1 − e^(−t/τ_th))). */
export function gratingSignal(t: Expression, tau: Expression, thermal: Expression, A: Expression): Expression {
  const risen = (time: Expression) => subtract(one, exp(negate(divide(t, time))));
  const lag = subtract(multiply(tau, risen(tau)), multiply(thermal, risen(thermal)));
  return subtract(risen(thermal), divide(multiply(A, lag), subtract(tau, thermal)));
}

/** Terms of either series: each is good to 1e-15 on its side of `early`. */
const terms = 6;
const early = constant(0.3);

/**
 * Composition gradient in the middle of a Soret cell, relative to that at rest, at s = t/τ. Late: 1 − (4/π) Σ (−1)ʲ e^(−(2j+1)²s)/(2j+1);
 * early, where that converges slowly: images of the walls, 2 Σ (−1)ʲ erfc((2j+1)π/(4√s)).
 */
export function middleOfCell(s: Expression): Expression {
  const odd = Array.from({ length: terms }, (_, j) => ({ k: 2 * j + 1, sign: j % 2 === 0 ? 1 : -1 }));
  const late = subtract(
    one,
    multiply(constant(4 / Math.PI), sum(odd.map(({ k, sign }) => multiply(constant(sign / k), exp(multiply(constant(-k * k), s)))))),
  );
  const root = sqrt(combine('maximum', s, constant(1e-300)));
  const erfc = (e: Expression) => subtract(one, apply('erf', e));
  const images = multiply(two, sum(odd.map(({ k, sign }) => multiply(constant(sign), erfc(divide(constant((k * Math.PI) / 4), root))))));
  return select(combine('less', s, early), images, late);
}
