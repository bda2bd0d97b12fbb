/** A medium with every coefficient of its transport as an expression of its unknowns. Terms turn it into m, K, V; nothing else does. */
import type { Expression } from '../../expression/expression.js';
import type { Medium } from '../../problem.js';
import type { Reading } from '../reading.js';
import type { Statements } from './statements.js';

export interface CompositionUnknown {
  /** `w(ethanol)`, `c(salt)` */
  readonly id: string;
  readonly species: string;
  readonly unit: string;
}

/**
 * With u the n composition unknowns (w in mixtures, c in solutions), per area and time of the whole medium:
 *
 *     J_i  = −s [Σ_j D_ij ∇u_j + D′_i ∇T] + V_i
 *     J′_q = −λ₀ ∇T − Σ_j B_j ∇u_j
 */
export interface ResolvedMedium {
  readonly medium: Medium;
  readonly reading: Reading;
  /** What it states, for terms with coefficients of their own. */
  readonly statements: Statements;
  readonly unknowns: readonly CompositionUnknown[];
  /** s: ρ [kg/m³] in mixtures, 1 in solutions; times the porosity. */
  readonly weight: Expression;
  /** ρ in mixtures, 1 in solutions, without the porosity: what a transfer coefficient at a wall multiplies. */
  readonly surfaceWeight: Expression;
  /** m_i: amount per volume of each unknown [kg/m³ or mol/m³]. */
  readonly stored: readonly Expression[];
  /** D_ij [m²/s] */
  readonly diffusion: readonly (readonly Expression[])[];
  /** D′_i, composition factor included: D_T w(1−w), D_T c, D′_T,i [unit of u · m²/(s·K)]; absent without thermodiffusion. */
  readonly thermodiffusion?: readonly Expression[];
  /** V_i: settling and barodiffusion; absent without gravity. */
  readonly drift?: readonly Expression[];
  /** B_j [W/m per unit of u]; absent when off. */
  readonly dufour?: readonly Expression[];
  /** η [Pa·s]; absent when not stated. */
  readonly viscosity?: Expression;
  /** λ₀ [W/(m·K)]; absent when not stated. */
  readonly conductivity?: Expression;
  /** H [J/m³] with ∂H/∂T = ρ c_p; absent when the data do not give it. */
  readonly enthalpy?: Expression;
  /** G_kj with ∇_T μ̃_k = Σ_j G_kj ∇u_j: J/kg in mixtures, J·m³/mol² in solutions; absent when molar masses are not stated. */
  readonly potentialSlope?: readonly (readonly Expression[])[];
  /** ∂H/∂u_k [J per unit of amount], what one unit of each component carries; absent when c_p does not depend on composition. */
  readonly partialEnthalpies?: readonly Expression[];
  /** J_i of the equations = Σ_k frame_ik J_k of the coefficients; absent when the equations are in the frame of the coefficients. */
  readonly frame?: readonly (readonly Expression[])[];
  /** h [J/kg] of a mixture; absent when the data do not give it. */
  readonly specificEnthalpy?: Expression;
  /** p [Pa] of an ideal gas, where it is an unknown. */
  readonly pressure?: Expression;
  /** Gradient of the electric potential as a linear form in ∇u and ∇T [V/m]; absent without charges. */
  readonly potential?: { readonly byComposition: readonly Expression[]; readonly byTemperature: Expression };
  /** Total flux and amount of every component that can be asked for, as weights of the unknowns'. */
  readonly fluxWeights: ReadonlyMap<string, readonly number[]>;
  readonly amounts: ReadonlyMap<string, Expression>;
  readonly diffusivities: ReadonlyMap<string, Expression>;
}
