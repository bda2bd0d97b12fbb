/** What a run gives back: values with their errors, and a reason when it could not finish. Never an exception. */
import type { Correlation, SourceRange, Uncertainty } from './problem.js';

/** A named reason in the user's words. `code` is one of the diagnostics' codes. */
export interface Reason {
  readonly code: string;
  readonly message: string;
  /** What to try. */
  readonly suggestion?: string;
  readonly range?: SourceRange;
}
export interface Warning extends Reason {
  readonly severity: 'warning' | 'hint';
}

/** Sent while a study runs. */
export interface Step {
  readonly study: string;
  /** Part of the study that is done, 0 … 1. */
  readonly fraction: number;
  /** Time reached [s] in a transient. */
  readonly time?: number;
  /** Told once when a case of a sweep is done. */
  readonly case?: SweepCase;
  /** The study is solved; what stated uncertainties do to it is being found. */
  readonly uncertainties?: true;
}

/** One row of a sweep. */
export interface SweepCase {
  /** Position in the sweep, from 0. */
  readonly index: number;
  /** SI, in the order of `vary`. */
  readonly parameters: readonly number[];
  /** In the order of the model's measures, in their units, with their estimated errors; NaN for those that a sweep does not take. */
  readonly measures: readonly number[];
  readonly errors: readonly number[];
  /** Standard uncertainty that numbers stated with `±` leave to each measure. Absent when the sweep carries none. */
  readonly propagated?: readonly number[];
  /** Not solved: it lies between cases that are. */
  readonly interpolated?: true;
}

export type Status = 'ok' | 'failed' | 'cancelled';

export interface FieldValues {
  /** SI unit. */
  readonly unit: string;
  /** One profile per output time, each at the sample points of `coordinate`. */
  readonly values: readonly Float64Array[];
  /** Estimated error, largest over space and time, same unit. */
  readonly error: number;
}

export interface MeasureValues {
  readonly unit: string;
  /** One value per output time; one for a steady study; one per case for a sweep. */
  readonly values: Float64Array;
  /** Estimated numerical error of each value. */
  readonly errors: Float64Array;
  /** Standard uncertainty that numbers stated with `±` leave to each value, same unit. Absent when nothing is stated. */
  readonly propagated?: Float64Array;
}

/** 95 % interval of every value of a curve. */
export interface Band {
  readonly lower: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
}
/** How stated uncertainties were carried to the results. */
export interface Propagation {
  readonly method: 'linear' | 'monte_carlo';
  /** Numbers stated with `±` that this study depends on, SI. */
  readonly sources: readonly Uncertainty[];
  /** Stated between these sources; others are independent. */
  readonly correlations: readonly Correlation[];
  /** Per measure at the last time: derivative by each source, and its share of the variance (below 0 where a correlation takes away). Linear only. */
  readonly sensitivities: Readonly<Record<string, { readonly derivatives: Float64Array; readonly shares: Float64Array }>>;
  /** Per measure and output time: mean and 95 % interval of the samples. Monte Carlo only. */
  readonly distributions: Readonly<
    Record<string, { readonly mean: Float64Array; readonly lower: Float64Array; readonly upper: Float64Array }>
  >;
  /** Solves, and samples without a solution (left out). */
  readonly solves: number;
  readonly failed: number;
}

/** What every run can be judged by. */
export interface Report {
  readonly scheme: 'spectral elements' | 'finite volumes';
  readonly cells: number;
  readonly order: number;
  readonly unknowns: number;
  readonly steps: number;
  readonly rejected: number;
  readonly factorisations: number;
  readonly wallMilliseconds: number;
  /** Relative change of the total amount of each conserved component that sources and boundaries do not explain (largest). */
  readonly massDrift: number;
  /** |energy balance| / largest of its terms. */
  readonly energyResidual: number;
  /** Smallest local entropy production [W/(K·m³)]. */
  readonly entropyProductionMinimum: number;
  /** Estimated error relative to each field's range (largest). */
  readonly errorEstimate: number;
  /** The tolerance asked for. */
  readonly tolerance: number;
  /** Numbers worth reading, in the order of printing: relaxation times, Lewis number, ε … */
  readonly figures: readonly Figure[];
}
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly error?: number;
  /** What it was checked against or how it was obtained, in words. */
  readonly remark?: string;
}

interface OutcomeBase {
  readonly study: string;
  readonly status: Status;
  readonly reason?: Reason;
  readonly warnings: readonly Warning[];
  readonly measures: Readonly<Record<string, MeasureValues>>;
}
/** A steady or a transient study. What was computed before a failure is kept. */
export interface FieldOutcome extends OutcomeBase {
  readonly kind: 'steady' | 'transient';
  /** Output times [s]; `[null]` for a steady study. */
  readonly times: readonly (number | null)[];
  readonly coordinate: { readonly axis: 'x' | 'r'; readonly values: Float64Array };
  /** `T` and `w(A)` / `x(A)` / `c(A)`, keyed as a user writes them. */
  readonly fields: Readonly<Record<string, FieldValues>>;
  /** Plot series, keyed `plot index/series index`: profiles at `times` on `coordinate`, or one value per time. */
  readonly series: Readonly<Record<string, readonly Float64Array[]>>;
  /** Keyed and shaped like `series`: what stated uncertainties leave open. */
  readonly bands?: Readonly<Record<string, Band>>;
  readonly propagation?: Propagation;
  /**
   * Where a closed form of a plot series or a field is known: its values, keyed and shaped like `series` and `fields`, and the largest
   * deviation of the solver from it.
   */
  readonly closedForm?: Readonly<Record<string, { readonly values: readonly Float64Array[]; readonly deviation: number }>>;
  /** Local entropy production [W/(K·m³)] at the sample points, one profile per output time. */
  readonly entropyProduction?: readonly Float64Array[];
  /** Coefficients of the coupled fluxes at the last time in the middle of the domain, when a medium states or implies them. */
  readonly onsager?: OnsagerMatrix;
  readonly report: Report;
}
/** Symmetric matrix of phenomenological coefficients; `heat` is one of the names when heat couples. */
export interface OnsagerMatrix {
  readonly names: readonly string[];
  /** Row by row, SI. */
  readonly values: readonly (readonly number[])[];
  readonly units: readonly (readonly string[])[];
  /** Where the medium is stated. */
  readonly origin?: SourceRange;
}
export interface SweepOutcome extends OutcomeBase {
  readonly kind: 'sweep';
  readonly of: string;
  readonly parameters: Readonly<Record<string, { readonly unit: string; readonly values: Float64Array }>>;
  /** Per case: was it interpolated between solved ones? Absent when every case was solved. */
  readonly interpolated?: readonly boolean[];
  readonly report: Report;
}
export interface FitOutcome extends OutcomeBase {
  readonly kind: 'fit';
  readonly of: string;
  /** `standardError` comes from the data, `propagated` from what else the model states with `±`. */
  readonly parameters: Readonly<
    Record<string, { readonly unit: string; readonly value: number; readonly standardError: number; readonly propagated?: number }>
  >;
  readonly correlation: readonly (readonly number[])[];
  readonly residualRms: number;
  /** Of the scaled normal matrix; large means that the data cannot tell the parameters apart. */
  readonly conditionNumber: number;
  /** Data, fitted curve, its standard error, residual in units of σ. */
  readonly curve: {
    readonly abscissa: string;
    readonly at: Float64Array;
    readonly data: Float64Array;
    readonly sigma: Float64Array;
    readonly fitted: Float64Array;
    readonly band: Float64Array;
  };
  readonly report: Report;
}
export type Outcome = FieldOutcome | SweepOutcome | FitOutcome;

export interface ExpectationOutcome {
  readonly name: string;
  readonly study: string;
  readonly ok: boolean;
  readonly actual: number;
  readonly wanted: number | null;
  readonly tolerance: number | null;
  readonly above: number | null;
  readonly below: number | null;
  readonly unit: string;
  /** `separation is -7.8e-3, 1.3 % below the wanted -7.7e-3 (allowed 2 %)` */
  readonly message: string;
  readonly origin: SourceRange;
}

export interface RunResult {
  readonly hash: string;
  readonly outcomes: readonly Outcome[];
  readonly expectations: readonly ExpectationOutcome[];
}
