/**
 * Ions of a solution without electric current (Agar; de Groot & Mazur 1962, ch. XIII):
 *
 *     J_i = −D_i [∇c_i + S_i c_i ∇T + z_i c_i F ∇ψ/(R T)],   Σ z_i J_i = 0,   Σ z_i c_i = 0
 *     F ∇ψ/(R T) = −Σ z_i D_i (∇c_i + S_i c_i ∇T)/Σ z_i² D_i c_i,   S_i = Q*_i/(R T² Γ_i)
 *
 * The last ion follows from electroneutrality: c_n = −Σ z_k c_k/z_n.
 */
import {
  add,
  combine,
  constant,
  divide,
  multiply,
  negate,
  subtract,
  temperature as T,
  type Expression,
} from '../../expression/expression.js';
import { faraday } from '../constants.js';
import { R } from '../relations/thermodynamics.js';

/** One dissolved component with the coefficients that it has alone. */
export interface Ion {
  readonly charge: number;
  readonly c: Expression;
  readonly D: Expression;
  /** S_i [1/K] */
  readonly soret: Expression;
}

/** Keeps the conductance positive where no ion is left [mol/(m·s)]. */
const least = constant(1e-300);

/** J_i = −Σ_j D_ij ∇c_j − D′_i ∇T over the independent components (all but the last ion). */
export interface CoupledIons {
  readonly diffusion: readonly (readonly Expression[])[];
  readonly thermodiffusion: readonly Expression[];
  readonly potential: { readonly byComposition: readonly Expression[]; readonly byTemperature: Expression };
}

export function coupleIons(independent: readonly Ion[], last: Ion): CoupledIons {
  const all = [...independent, last];
  const z = constant;
  const conductance = combine('maximum', add(...all.map(({ charge, D, c }) => multiply(z(charge ** 2), D, c))), least);
  // ∇c_last = −Σ z_k ∇c_k/z_last, so F∇ψ/(RT) = −[Σ_k z_k (D_k − D_last) ∇c_k + Σ_i z_i D_i S_i c_i ∇T]/Σ z² D c.
  const byComposition = independent.map(({ charge, D }) => negate(divide(multiply(z(charge), subtract(D, last.D)), conductance)));
  const byTemperature = negate(divide(add(...all.map(({ charge, D, soret, c }) => multiply(z(charge), D, soret, c))), conductance));
  const volts = divide(multiply(R, T), constant(faraday));
  return {
    diffusion: independent.map(({ charge, c, D }, i) =>
      byComposition.map((field, j) => {
        const migrating = multiply(z(charge), c, D, field);
        return i === j ? add(D, migrating) : migrating;
      }),
    ),
    thermodiffusion: independent.map(({ charge, c, D, soret }) => multiply(D, c, add(soret, multiply(z(charge), byTemperature)))),
    potential: { byComposition: byComposition.map((field) => multiply(volts, field)), byTemperature: multiply(volts, byTemperature) },
  };
}
