/**
 * Soret coefficients of pairs, ∇ln(w_A/w_C) = −S_AC ∇T (the same in w and x), as primed coefficients ∇w_i = −S′_i ∇T.
 *
 * With ∇ln w_i = −s_i ∇T: s_i − s_k = S_ik for the stated pairs and Σ w_i s_i = 0, so that s_i = a_i − Σ w_j a_j along any tree of pairs;
 * S′_i = w_i s_i = Σ_j W_ij a_j with W_ij = w_i δ_ij − w_i w_j (Ortiz de Zárate 2019).
 */
import { add, multiply, negate, subtract, zero, type Expression } from '../../expression/expression.js';
import { dot } from '../symbolic.js';

export interface StatedPair {
  readonly first: number;
  readonly second: number;
  readonly soret: Expression;
}

/** a_i relative to component 0; undefined for components that no pair connects. */
export function relativeCoefficients(count: number, pairs: readonly StatedPair[]): readonly (Expression | undefined)[] {
  const a: (Expression | undefined)[] = Array.from({ length: count }, (_, i) => (i === 0 ? zero : undefined));
  for (let pass = 0; pass < count; pass++)
    for (const { first, second, soret } of pairs) {
      if (a[first] && !a[second]) a[second] = subtract(a[first]!, soret);
      else if (a[second] && !a[first]) a[first] = add(a[second]!, soret);
    }
  return a;
}

/** S′_i = w_i (a_i − Σ w_j a_j) of all components. */
export function primedFromRelative(w: readonly Expression[], a: readonly Expression[]): Expression[] {
  const mean = dot(w, a);
  return w.map((fraction, i) => multiply(fraction, subtract(a[i]!, mean)));
}

/** a_i = Σ_j x_j α_ij/T from thermal diffusion factors of pairs, α_ji = −α_ij: ∇x_i = −Σ_j x_i x_j α_ij ∇ln T at rest (ideal gas). */
export function relativeFromFactors(
  factor: (i: number, j: number) => Expression | undefined,
  x: readonly Expression[],
  perTemperature: Expression,
): Expression[] {
  return x.map((_, i) =>
    multiply(
      perTemperature,
      add(
        ...x.map((xj, j) => {
          if (i === j) return zero;
          const own = factor(i, j);
          const opposite = factor(j, i);
          return own ? multiply(xj, own) : opposite ? negate(multiply(xj, opposite)) : zero;
        }),
      ),
    ),
  );
}
