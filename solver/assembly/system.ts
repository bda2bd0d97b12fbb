/**
 * What the numerics see of a model: one cross-diffusion system in one dimension and nothing of its physics.
 *
 *     ∂m_i(u)/∂t = −∇·F_i + S_i,     F_i = −Σ_j K_ij(u, x, t) ∇u_j + V_i(u, x, t)
 *
 * All expressions may use the unknowns' ids, `x`, `t` and `param …`; `V` holds what is not driven by ∇u.
 */
import type { Expression } from '../expression/expression.js';
import type { SourceRange } from '../problem.js';

export interface Unknown {
  /** Symbol in expressions and key of results: `T`, `w(ethanol)`, `c(P)`. */
  readonly id: string;
  readonly unit: string;
  readonly kind: 'temperature' | 'composition' | 'pressure';
  /** Must stay ≥ 0 (compositions). */
  readonly nonNegative: boolean;
  /** Error allowed per time step, as a share of what the other unknowns are allowed; 1 when absent. */
  readonly accuracy?: number;
  /** Statement to name when this unknown fails. */
  readonly origin: SourceRange;
}

export interface Region {
  readonly name: string;
  /** [m] */
  readonly thickness: Expression;
  /** Number of cells the user asked for. */
  readonly cells?: number;
  /** Per unknown: does it exist here? (a species in one of two layers) */
  readonly present: readonly boolean[];
  /** Per unknown: initial value u_i(x). */
  readonly initial: readonly Expression[];
  /** m_i. A storage of zero makes the unknown quasi-steady. */
  readonly storage: readonly Expression[];
  /** K_ij. */
  readonly transport: readonly (readonly Expression[])[];
  /** V_i. */
  readonly drift: readonly Expression[];
  /** S_i. */
  readonly source: readonly Expression[];
  /** Per unknown: the statement that its source comes from, the first of several. */
  readonly sourceOrigins?: readonly (SourceRange | undefined)[];
  readonly origin: SourceRange;
}

/** Condition of one unknown at an end of the domain. A sealed or insulated wall is an inward flux of zero. */
export type WallCondition =
  | { readonly kind: 'value'; readonly value: Expression; readonly origin?: SourceRange }
  /** Inward flux as an expression of the unknowns at the wall and of time. */
  | { readonly kind: 'flux'; readonly inward: Expression; readonly origin?: SourceRange };

/** What holds for one unknown between two regions; its total flux is always continuous. */
export type Joint =
  | { readonly kind: 'continuous' }
  /** u_right = ratio · u_left. */
  | { readonly kind: 'partition'; readonly ratio: Expression }
  /** flux = (u_left − u_right) / resistance. */
  | { readonly kind: 'resistance'; readonly resistance: Expression }
  /** The unknown is absent on one side, or nothing passes. */
  | { readonly kind: 'sealed' };

export interface TransportSystem {
  /** Area grows as x^exponent: 0 slab, 1 cylinder, 2 sphere. */
  readonly areaExponent: 0 | 1 | 2;
  /** Area at x = 1 m relative to x^exponent: 1, 2π, 4π. */
  readonly areaFactor: number;
  /** Coordinate of the first edge [m]: 0 in a slab, the inner radius else. */
  readonly start: Expression;
  readonly unknowns: readonly Unknown[];
  readonly regions: readonly Region[];
  /** [first edge, last edge], each one condition per unknown. */
  readonly walls: readonly [readonly WallCondition[], readonly WallCondition[]];
  /** One list per inner edge (regions.length − 1), each one joint per unknown. */
  readonly joints: readonly (readonly Joint[])[];
}
