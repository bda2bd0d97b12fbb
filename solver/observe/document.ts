/** A run as the one JSON document that programs are given, in SI units. Its names are fixed: programs rely on them. */
import type {
  ExpectationOutcome,
  FieldOutcome,
  FitOutcome,
  MeasureValues,
  Outcome,
  Propagation,
  Report,
  RunResult,
  SweepOutcome,
} from '../outcome.js';
import type { Problem } from '../problem.js';

/** A place in the text: zero-based, as editors count. */
interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
export interface DocumentSource {
  /** Version of the program. */
  readonly version: string;
  readonly file: string;
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly code: string;
    readonly message: string;
    readonly range: TextRange;
  }[];
  /** Absent when the model has errors. */
  readonly problem?: Problem;
  readonly result?: RunResult;
  /** Parameters that were set for this run [SI]. */
  readonly set?: Readonly<Record<string, number>>;
  readonly withFields: boolean;
}

const array = (values: ArrayLike<number>): number[] => Array.from(values);

const measures = (values: Readonly<Record<string, MeasureValues>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, m]) => [
      name,
      { unit: m.unit, values: array(m.values), errors: array(m.errors), ...(m.propagated && { propagated: array(m.propagated) }) },
    ]),
  );

/** Where the `propagated` of the measures come from. */
const propagation = ({ method, sources, correlations, sensitivities, distributions, solves, failed }: Propagation) => ({
  method,
  sources: sources.map(({ name, value, standard }) => ({ name, value, standard })),
  ...(correlations.length > 0 && { correlations: correlations.map(({ between, value }) => ({ between, value })) }),
  ...(method === 'linear' && {
    sensitivities: Object.fromEntries(
      Object.entries(sensitivities).map(([name, s]) => [name, { derivatives: array(s.derivatives), shares: array(s.shares) }]),
    ),
  }),
  ...(method === 'monte_carlo' && {
    distributions: Object.fromEntries(
      Object.entries(distributions).map(([name, d]) => [name, { mean: array(d.mean), lower: array(d.lower), upper: array(d.upper) }]),
    ),
  }),
  solves,
  failed,
});

const report = (r: Report) => ({
  scheme: r.scheme,
  cells: r.cells,
  order: r.order,
  unknowns: r.unknowns,
  steps: r.steps,
  rejected: r.rejected,
  factorisations: r.factorisations,
  wall_ms: r.wallMilliseconds,
  mass_drift: r.massDrift,
  energy_residual: r.energyResidual,
  entropy_production_min: r.entropyProductionMinimum,
  error_estimate: r.errorEstimate,
  tolerance: r.tolerance,
  figures: r.figures,
});

function fields(outcome: FieldOutcome) {
  return {
    [outcome.coordinate.axis]: { unit: 'm', values: array(outcome.coordinate.values) },
    ...Object.fromEntries(
      Object.entries(outcome.fields).map(([name, f]) => [name, { unit: f.unit, values: f.values.map(array), error: f.error }]),
    ),
  };
}

const rangeOf = ({ start, end }: TextRange) => ({ start, end });

function common(outcome: Outcome) {
  return {
    kind: outcome.kind,
    status: outcome.status,
    ...(outcome.reason && {
      reason: {
        code: outcome.reason.code,
        message: outcome.reason.message,
        ...(outcome.reason.suggestion !== undefined && { suggestion: outcome.reason.suggestion }),
        ...(outcome.reason.range && { range: rangeOf(outcome.reason.range) }),
      },
    }),
    ...(outcome.warnings.length && {
      warnings: outcome.warnings.map((w) => ({
        severity: w.severity,
        code: w.code,
        message: w.message,
        ...(w.range && { range: rangeOf(w.range) }),
      })),
    }),
  };
}

const fieldStudy = (outcome: FieldOutcome, withFields: boolean) => ({
  ...common(outcome),
  t: outcome.times,
  measures: measures(outcome.measures),
  ...(outcome.propagation && { propagation: propagation(outcome.propagation) }),
  ...(withFields && { fields: fields(outcome) }),
  report: report(outcome.report),
});

const sweep = (outcome: SweepOutcome) => ({
  ...common(outcome),
  of: outcome.of,
  parameters: Object.fromEntries(Object.entries(outcome.parameters).map(([name, p]) => [name, { unit: p.unit, values: array(p.values) }])),
  measures: measures(outcome.measures),
  ...(outcome.interpolated && { interpolated: outcome.interpolated }),
  report: report(outcome.report),
});

const fit = (outcome: FitOutcome) => ({
  ...common(outcome),
  of: outcome.of,
  parameters: Object.fromEntries(
    Object.entries(outcome.parameters).map(([name, p]) => [
      name,
      { unit: p.unit, value: p.value, stderr: p.standardError, ...(p.propagated !== undefined && { propagated: p.propagated }) },
    ]),
  ),
  correlation: outcome.correlation,
  condition_number: outcome.conditionNumber,
  residual_rms: outcome.residualRms,
  measures: measures(outcome.measures),
  curve: {
    ...outcome.curve,
    ...Object.fromEntries(Object.entries(outcome.curve).map(([k, v]) => [k, typeof v === 'string' ? v : array(v)])),
  },
  report: report(outcome.report),
});

const study = (outcome: Outcome, withFields: boolean) =>
  outcome.kind === 'sweep' ? sweep(outcome) : outcome.kind === 'fit' ? fit(outcome) : fieldStudy(outcome, withFields);

const expectation = (e: ExpectationOutcome) => ({
  name: e.name,
  study: e.study,
  ok: e.ok,
  actual: e.actual,
  wanted: e.wanted,
  tolerance: e.tolerance,
  ...(e.above !== null && { above: e.above }),
  ...(e.below !== null && { below: e.below }),
  unit: e.unit,
  message: e.message,
});

const setOf = (problem: Problem | undefined, set: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(set).map(([name, value]) => [name, { unit: problem?.parameters.find((p) => p.name === name)?.unit ?? '1', value }]),
  );

/** Plain data for `JSON.stringify`. */
export const runDocument = ({ version, file, diagnostics, problem, result, set = {}, withFields }: DocumentSource) => ({
  soret: version,
  model: problem?.title ?? '',
  file,
  hash: problem?.hash ?? '',
  ...(Object.keys(set).length > 0 && { set: setOf(problem, set) }),
  diagnostics: diagnostics.map((d) => ({ severity: d.severity, code: d.code, message: d.message, range: rangeOf(d.range) })),
  studies: Object.fromEntries((result?.outcomes ?? []).map((outcome) => [outcome.study, study(outcome, withFields)])),
  expectations: (result?.expectations ?? []).map(expectation),
});
