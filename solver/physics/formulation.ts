/** What the physics makes of a `Problem`: the system for the numerics, and how to read fields and fluxes off its solution. */
import type { Expression } from '../expression/expression.js';
import type { TransportSystem } from '../assembly/system.js';
import type { Reason, Warning } from '../outcome.js';
import type { Formula } from '../formula.js';
import type { OnsagerExpressions } from './onsager.js';

export interface Formulation {
  readonly system: TransportSystem;
  /** A formula without functionals as an expression in the given region (fields, conversions c ⇄ w ⇄ x, gradients resolved). */
  expression(formula: Formula, region: number): Expression;
  /** Fields that a result carries: key as written by users (`T`, `w(ethanol)`), unit, expression per region. */
  readonly fields: readonly { readonly key: string; readonly unit: string; readonly expressions: readonly (Expression | undefined)[] }[];
  /** Total flux of a species (or `heat`) as Σ weight · flux of an unknown: one entry in solutions; the last component of a mixture is minus the others. */
  fluxOf(species: string): readonly { readonly unknown: number; readonly weight: number }[] | undefined;
  /** Amount per volume (mol/m³ or kg/m³) of a species per region, for `mass(A)` and balances. */
  amountOf(species: string): readonly (Expression | undefined)[] | undefined;
  /** Local entropy production [W/(K·m³)] per region, from the same fluxes; uses unknowns and `grad …`. */
  readonly entropyProduction: readonly Expression[];
  /** Fick diffusivity of a species per region, for relaxation times [m²/s]. */
  diffusivityOf(species: string): readonly (Expression | undefined)[] | undefined;
  /** Thermopotential gradient [V/m] per region when charged species are present. */
  readonly potentialGradient?: readonly Expression[];
  /** Matrix of phenomenological coefficients per region, where a medium states or implies a coupling with heat. */
  readonly onsager?: readonly (OnsagerExpressions | undefined)[];
  /** Conditions judged on the solution after a run: a field beyond its validity (dilute limit, solubility, density variation). */
  readonly checks: readonly {
    readonly warning: Warning;
    /** Positive where violated. */ readonly violation: readonly (Expression | undefined)[];
  }[];
}

/** Never throws: either a formulation or the reasons why there is none. */
export type FormulationResult = { readonly formulation: Formulation } | { readonly reasons: readonly Reason[] };
