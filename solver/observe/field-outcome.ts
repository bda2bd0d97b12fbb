/** The outcome of a steady or transient study: profiles, measures with errors, plot series, report. */
import type { FieldOutcome, FieldValues, Warning } from '../outcome.js';
import { extent } from '../study/compare.js';
import type { FieldResult } from '../study/field-study.js';
import type { Solution } from '../study/solution.js';
import { closedForms } from './closed-form.js';
import { MeasureCollector } from './measure-collector.js';
import { Observer, type NodalValues } from './observer.js';
import { onsagerMatrix } from './onsager-matrix.js';
import { report } from './report.js';
import { roundingShare, shaken } from './rounding.js';
import { sampled, sampledTogether, samplesOf, type Samples } from './sampling.js';
import { withUnit } from '../quantities/numeral.js';
import { SeriesCollector } from './series.js';

/**
 * What is given back besides measures, plots and the report. `all`: profiles of every field, entropy production, and closed forms;
 * `fields`: without closed forms; `plots`: nothing more.
 */
export type Detail = 'all' | 'fields' | 'plots';

export function fieldOutcome(result: FieldResult, sampleCount: number, wallMilliseconds: number, detail: Detail = 'all'): FieldOutcome {
  const withFields = detail !== 'plots';
  const { request, settled } = result;
  const { model, study } = request;
  const { solution, coarse } = settled;
  const fine = new Observer(model.readings, solution.system);
  const rough = new Observer(model.readings, coarse.system);
  const samples = samplesOf(solution.system, sampleCount);
  const roughSamples = samplesOf(coarse.system, sampleCount);
  const fields = new FieldCollector(fine, samples);
  const roughFields = new FieldCollector(rough, roughSamples);
  const series = new SeriesCollector(model.problem.plots, study.name, fine, samples, study.kind === 'transient');
  const measures = new MeasureCollector(model, fine, rough, settled.share);
  const entropy: Float64Array[] = [];
  const violated = new Set<Warning>();
  solution.states.forEach((u, k) => {
    const t = solution.times[k]!;
    const given = t === 0 && !request.start;
    if (given) fine.lookAtStart(u);
    else fine.look(u, t);
    if (withFields) {
      fields.collect();
      entropy.push(sampled(samples, fine.nodalOf('entropy production', fine.formulation.entropyProduction)));
    }
    series.collect();
    for (const check of fine.formulation.checks)
      if (largest(fine.nodalOf(`check ${check.warning.code} ${check.warning.message}`, check.violation)) > 0) violated.add(check.warning);
    const other = coarse === solution ? undefined : coarse.states[k];
    if (other && given) rough.lookAtStart(other);
    else if (other) rough.look(other, t);
    measures.collect(other !== undefined);
    // The start is given. Points of curves are read off in between; the errors of fields are judged at the times that were asked for.
    if (withFields && other && t !== 0 && (result.plan?.exact[k] ?? true)) {
      roughFields.collect();
      fields.compare(roughFields, settled.share);
    }
    const moved = settled.moved?.states[k];
    if (!moved) return;
    fine.look(moved, t);
    measures.move();
    if (withFields) fields.move();
  });
  const onsager = solution.states.length > 0 ? onsagerMatrix(fine) : undefined;
  const last = solution.states.length - 1;
  if (last >= 0) {
    fine.look(shaken(solution.system, solution.states[last]!), solution.times[last]!);
    measures.shake();
  }
  const outcome: FieldOutcome = {
    kind: study.kind,
    study: study.name,
    status: result.reason ? 'failed' : solution.cancelled || coarse.cancelled ? 'cancelled' : 'ok',
    reason: result.reason,
    warnings: [...result.warnings, ...violated, ...negatives(result)],
    times: solution.times,
    // Its own copy: the samples serve the next run too, and a result may be handed to another thread.
    coordinate: { axis: model.formulation.system.areaExponent === 0 ? 'x' : 'r', values: samples.coordinate.slice() },
    fields: withFields ? fields.values(coarse !== solution) : {},
    series: series.values(),
    ...(withFields ? { entropyProduction: entropy } : {}),
    onsager,
    measures: measures.values(solution.times, result.plan?.exact),
    report: report(settled, fine, wallMilliseconds),
  };
  // Last, because it looks at other states than the solver's.
  return outcome.status === 'failed' || detail !== 'all'
    ? outcome
    : { ...outcome, closedForm: closedForms(result, fine, samples, outcome) };
}

const largest = (values: NodalValues): number =>
  values.reduce((most, f) => (f ? f.reduce((m, v) => Math.max(m, v), most) : most), -Infinity);

/** Compositions below zero by more than their error. */
function negatives({ request, settled }: FieldResult): Warning[] {
  const { low } = extent(settled.solution);
  return settled.solution.system.terms.system.unknowns.flatMap((unknown, i): Warning[] =>
    unknown.nonNegative && low[i]! < -settled.errors[i]!
      ? [
          {
            severity: 'warning',
            code: 'run/negative',
            message: `${unknown.id} falls to ${withUnit(low[i]!, unknown.unit, 3)} in ${request.study.name}`,
            suggestion: 'look for a sink or a flux that takes more than there is, or use `scheme = volumes`',
            range: unknown.origin,
          },
        ]
      : [],
  );
}

class FieldCollector {
  private readonly profiles: Float64Array[][];
  private readonly errors: Float64Array;
  /** What the error of the state that the study starts from leaves at most. */
  private readonly ofStart: Float64Array;
  constructor(
    private readonly observer: Observer,
    private readonly samples: Samples,
  ) {
    this.profiles = observer.formulation.fields.map(() => []);
    this.errors = new Float64Array(this.profiles.length);
    this.ofStart = new Float64Array(this.profiles.length);
  }
  collect(): void {
    sampledTogether(this.samples, this.observer.fields()).forEach((profile, f) => this.profiles[f]!.push(profile));
  }
  /** Takes this share of the difference of the last profiles as the error. */
  compare(other: FieldCollector, share: number): void {
    this.profiles.forEach((profiles, f) => {
      const mine = profiles[profiles.length - 1]!;
      const theirs = other.profiles[f]![other.profiles[f]!.length - 1]!;
      let largest = this.errors[f]!;
      for (let p = 0; p < mine.length; p++) {
        const error = share * Math.abs(mine[p]! - theirs[p]!) + roundingShare * Math.abs(mine[p]!);
        if (error > largest) largest = error;
      }
      this.errors[f] = largest;
    });
  }
  /** Takes what differs in the run from a moved start, at whose state the observer looks now. */
  move(): void {
    sampledTogether(this.samples, this.observer.fields()).forEach((profile, f) => {
      const own = this.profiles[f]![this.profiles[f]!.length - 1]!;
      profile.forEach((value, p) => {
        const change = Math.abs(value - own[p]!);
        if (change > this.ofStart[f]!) this.ofStart[f] = change;
      });
    });
  }
  /** Without another run to compare with, the errors are not known: infinite. */
  values(compared: boolean): Record<string, FieldValues> {
    return Object.fromEntries(
      this.observer.formulation.fields.map(({ key, unit }, f) => [
        key,
        { unit, values: this.profiles[f]!, error: compared ? this.errors[f]! + this.ofStart[f]! : Infinity },
      ]),
    );
  }
}

/** Index of the state at a time, the last when absent. */
export function stateIndex(solution: Solution, time: number | undefined): number {
  if (time === undefined) return solution.states.length - 1;
  return solution.times.findIndex((t) => t !== null && Math.abs(t - time) <= 1e-12 * Math.max(1, Math.abs(time)));
}
