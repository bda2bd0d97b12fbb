/** What a `plot` statement shows of a run, as named curves with units: the same for the terminal, SVG, CSV and Python. */
import type { FieldOutcome, Outcome, RunResult, SweepOutcome } from '../../solver/outcome.js';
import { noiseOf } from '../../solver/observe/noise.js';
import type { Plot, Problem } from '../../solver/problem.js';
import { formatDuration } from '../report/number.js';
import { hasResult } from '../report/run.js';
import { fitChart } from './fit.js';

export interface Curve {
  readonly label: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Single values, which no line joins. */
  readonly marks?: boolean;
  /** Standard uncertainty of each value. */
  readonly deviation?: ArrayLike<number>;
}
export interface Chart {
  readonly title: string;
  readonly horizontal: { readonly label: string; readonly unit: string };
  /** Differences below `noise` are the computation's. */
  readonly vertical: { readonly label: string; readonly unit: string; readonly noise?: number };
  readonly curves: readonly Curve[];
}

const isField = (outcome: Outcome): outcome is FieldOutcome => outcome.kind === 'steady' || outcome.kind === 'transient';

/** One chart per `plot` statement that the run can draw, and one per fit. */
export const charts = (problem: Problem, result: RunResult): readonly Chart[] => [
  ...plotted(problem, result),
  ...result.outcomes.flatMap((outcome) => (outcome.kind === 'fit' ? (fitChart(problem, outcome) ?? []) : [])),
];

/** Studies share the chart of a `plot` statement. */
function plotted(problem: Problem, result: RunResult): readonly Chart[] {
  return problem.plots.flatMap((plot, index) => {
    const drawn = result.outcomes
      .filter((outcome) => plot.of.length === 0 || plot.of.includes(outcome.study))
      .flatMap((outcome) => {
        if (!hasResult(outcome)) return [];
        const part = isField(outcome)
          ? ofFields(plot, index, outcome)
          : outcome.kind === 'sweep'
            ? ofSweep(problem, plot, outcome)
            : undefined;
        return part && part.curves.length > 0 ? [{ ...part, study: outcome.study }] : [];
      });
    if (drawn.length === 0) return [];
    const labels = plot.series.map((s) => s.label).join(', ');
    const named = (label: string, study: string) => (drawn.length === 1 ? label : [label, study].filter(Boolean).join(' '));
    return [
      {
        title: `${labels} of ${drawn.map((d) => d.study).join(', ')}`,
        horizontal: drawn[0]!.horizontal,
        vertical: { label: labels, unit: plot.series[0]?.unit ?? '1', noise: Math.max(...drawn.map((d) => d.noise ?? 0)) },
        curves: drawn.flatMap((d) =>
          d.curves.map((c) => ({
            ...c,
            label: named(drawn.length > 1 && plot.series.length === 1 && c.label === labels ? '' : c.label, d.study),
          })),
        ),
      },
    ];
  });
}

type Part = Pick<Chart, 'horizontal' | 'curves'> & { readonly noise?: number };

function ofFields(plot: Plot, index: number, outcome: FieldOutcome): Part | undefined {
  const noise = Math.max(0, ...plot.series.map((series) => noiseOf(outcome, series)));
  if (plot.over === 't') {
    if (outcome.kind !== 'transient') return undefined;
    const times = outcome.times.map((t) => t ?? NaN);
    const curves = plot.series.flatMap((series, i) =>
      (outcome.series[`${index}/${i}`] ?? []).map((y, place, all) => ({
        label: all.length > 1 ? `${series.label} (${place + 1})` : series.label,
        x: times,
        y,
      })),
    );
    return { horizontal: { label: 't', unit: 's' }, curves: withMeasures(plot, outcome, curves, times), noise };
  }
  if (plot.over !== outcome.coordinate.axis) return undefined;
  const wanted = timesWanted(plot, outcome);
  const curves = plot.series.flatMap((series, i) => {
    const profiles = outcome.series[`${index}/${i}`] ?? [];
    return wanted.flatMap((k) => {
      const y = profiles[k];
      const time = outcome.times[k];
      const at = time === null || time === undefined ? '' : formatDuration(time);
      return y
        ? [{ label: [plot.series.length > 1 || !at ? series.label : '', at].filter(Boolean).join(' '), x: outcome.coordinate.values, y }]
        : [];
    });
  });
  return { horizontal: { label: outcome.coordinate.axis, unit: 'm' }, curves, noise };
}

/** A measure over time needs no series of its own: its values are there already. */
function withMeasures(plot: Plot, outcome: FieldOutcome, curves: readonly Curve[], times: readonly number[]): readonly Curve[] {
  if (curves.length > 0) return curves;
  return plot.series.flatMap((series) => {
    const values = series.measure === undefined ? undefined : outcome.measures[series.measure];
    return values ? [{ label: series.label, x: times, y: values.values }] : [];
  });
}

/** Indices of the output times that `at …` names; a handful spread over the run when it names none. */
function timesWanted(plot: Plot, outcome: FieldOutcome): readonly number[] {
  const last = outcome.times.length - 1;
  if (outcome.kind === 'steady') return [0];
  if (plot.at.length === 0) return last < 5 ? outcome.times.map((_, i) => i) : [0, 0.25, 0.5, 0.75, 1].map((f) => Math.round(f * last));
  const indices = plot.at.flatMap((at) => {
    if (at === null) return [last];
    if (at.kind !== 'number') return outcome.times.map((_, i) => i);
    let best = 0;
    outcome.times.forEach((t, i) => {
      if (Math.abs((t ?? 0) - at.value) < Math.abs((outcome.times[best] ?? 0) - at.value)) best = i;
    });
    return [best];
  });
  return [...new Set(indices)];
}

/** Over the parameter in the unit that the model writes it in. */
function ofSweep(problem: Problem, plot: Plot, outcome: SweepOutcome): Part | undefined {
  if (typeof plot.over === 'string') return undefined;
  const name = plot.over.parameter;
  const axis = outcome.parameters[name];
  if (!axis) return undefined;
  const written = problem.parameters.find((p) => p.name === name)?.written ?? { text: axis.unit, factor: 1, offset: 0 };
  const x = axis.values.map((si) => (si - written.offset) / written.factor);
  const curves = plot.series.flatMap((series) => {
    const values = outcome.measures[series.measure ?? series.label];
    return values ? [{ label: series.label, x, y: values.values }] : [];
  });
  return { horizontal: { label: name, unit: written.text || '1' }, curves };
}
