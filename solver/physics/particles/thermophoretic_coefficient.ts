/** K_th [1] of v_th = −K_th (ν/T) ∇T by the regime that Kn = λ/a belongs to; κ = k_gas/k_particle. */
import { add, constant, divide, multiply, one, type Expression } from '../../expression/expression.js';
import { cunningham } from './cunningham.js';

export interface Particle {
  /** Kn = λ/a */
  readonly knudsen: Expression;
  /** κ = k_gas/k_particle */
  readonly conductivityRatio: Expression;
  /** α: fraction of molecules that leave diffusely */
  readonly accommodation: Expression;
}
export type ThermophoreticModel = 'talbot' | 'waldmann' | 'epstein';

const k = constant;
/** Talbot, Cheng, Schefer & Willis (1980), all Kn: 2 C_s C_c (κ + C_t Kn)/[(1 + 3 C_m Kn)(1 + 2κ + 2 C_t Kn)]. */
export function talbot({ knudsen: Kn, conductivityRatio: κ }: Particle): Expression {
  const [Cs, Ct, Cm] = [1.17, 2.18, 1.14];
  const creep = multiply(k(2 * Cs), cunningham(Kn), add(κ, multiply(k(Ct), Kn)));
  return divide(creep, multiply(add(one, multiply(k(3 * Cm), Kn)), add(one, multiply(k(2), κ), multiply(k(2 * Ct), Kn))));
}
/** Waldmann (1959), Kn ≫ 1: 3/[4 (1 + πα/8)]. */
export const waldmann = ({ accommodation }: Particle): Expression =>
  divide(k(3), multiply(k(4), add(one, multiply(k(Math.PI / 8), accommodation))));
/** Epstein (1929), Kn → 0: (3/2) κ/(1 + 2κ). */
export const epstein = ({ conductivityRatio: κ }: Particle): Expression => divide(multiply(k(1.5), κ), add(one, multiply(k(2), κ)));

export const thermophoreticCoefficient: Readonly<Record<ThermophoreticModel, (particle: Particle) => Expression>> = {
  talbot,
  waldmann,
  epstein,
};
