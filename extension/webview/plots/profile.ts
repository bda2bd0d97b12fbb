/** Profiles along the coordinate at chosen times, with the scrubbed time on top. */
import type { FieldOutcome } from '../../../solver/outcome.js';
import { noiseOf } from '../../../solver/observe/noise.js';
import type { Plot } from '../../../solver/problem.js';
import { constantValue } from '../figures/constant.js';
import type { AxisDescription, Curve, LineFigure, Points } from '../figures/figure.js';
import { lastTime, profileAt } from '../figures/interpolate.js';
import { isTemperaturePoint, nameOfSeries } from '../figures/names.js';
import { bandAt, bandOf } from '../figures/uncertainty.js';
import { plotStatement } from '../figures/statement.js';
import { duration, shortDuration } from '../format/duration.js';
import { significant } from '../format/number.js';
import { plain, quantity } from '../format/text.js';
import { closedFormPoints } from './closedForm.js';
import { dataPoints } from './data.js';
import { describeRun } from './difference.js';
import { fieldOutcome, type PlotContext, type PlotKind } from './plot.js';
import { drawnStudies, studyWords } from './studies.js';
import { say } from '../words/say.js';

export const positionAxis = (axis: 'x' | 'r'): AxisDescription =>
  axis === 'x'
    ? { title: [`${say.position} `, quantity('x')], symbol: [quantity('x')], unit: 'm' }
    : { title: [`${say.radius} `, quantity('r')], symbol: [quantity('r')], unit: 'm' };

/** Times [s] at which a plot asks for profiles; `end` is the last output time. */
function timesOf(plot: Plot, outcome: FieldOutcome, parameters: Readonly<Record<string, number>>): readonly number[] {
  if (outcome.kind === 'steady') return [0];
  const end = lastTime(outcome);
  const wanted = plot.at.map((at) => (at === null ? end : constantValue(at, parameters))).filter((t) => t <= end * (1 + 1e-9));
  return wanted.length > 0 ? wanted : [end];
}

interface Family {
  readonly times: readonly number[];
  readonly at: (time: number) => Float64Array;
  readonly bandAt: (time: number) => { readonly band?: Float64Array };
  readonly x: Float64Array;
  readonly name: string;
  readonly key: string;
}

function curvesOf(family: Family, context: PlotContext, label: string): Curve[] {
  const { times, at, x, bandAt } = family;
  const now = context.time;
  const hit = now === null ? times.length - 1 : times.findIndex((t) => Math.abs(t - now) <= 1e-9 * Math.max(t, 1e-12));
  const prefix = family.name === '' ? '' : `${family.name}, `;
  const curves = times.map((t, i): Curve => {
    const words = prefix + duration(t);
    return {
      id: `${label}@${i}`,
      name: words,
      label: words,
      x,
      y: at(t),
      ...bandAt(t),
      ink: { kind: 'time', share: times.length === 1 ? 1 : i / (times.length - 1) },
      role: 'run',
      strong: i === hit && times.length > 1,
      drawnFrom: { key: family.key, time: t },
    };
  });
  if (hit < 0 && now !== null)
    curves.push({
      id: `${label}@now`,
      name: prefix + duration(now),
      label: prefix + shortDuration(now),
      x,
      y: at(now),
      ...bandAt(now),
      ink: { kind: 'foreground' },
      role: 'now',
      strong: true,
    });
  return curves;
}

/** A pinned run shows its last time and the middle one of the list, in the colours of their times. */
function ghosts(plotIndex: number, plot: Plot, context: PlotContext, times: readonly number[], label: string, key: string): Curve[] {
  return context.pinned.flatMap((pinned, p) => {
    const outcome = fieldOutcome(pinned, context.study);
    const index = outcome && pinned.problem.plots.findIndex((other, i) => i === plotIndex && other.series.some((s) => s.label === label));
    const profiles = outcome && index !== null && index >= 0 ? outcome.series[key] : undefined;
    if (!outcome || !profiles) return [];
    const steady = outcome.kind === 'steady';
    const chosen = steady ? [0] : [...new Set([Math.floor(times.length / 2), times.length - 1])].map((i) => times[i] ?? 0);
    return chosen.map((t): Curve => {
      const order = times.indexOf(t);
      return {
        id: `pin${p}:${label}@${t}`,
        name: steady ? say.pinned : say.pinnedWith(duration(t)),
        x: outcome.coordinate.values,
        y: profileAt(outcome.times, profiles, t),
        ink: { kind: 'time', share: times.length === 1 ? 1 : order / (times.length - 1) },
        role: 'pinned',
      };
    });
  });
}

function figureOf(plot: Plot, plotIndex: number, context: PlotContext): LineFigure | null {
  const { run, source } = context;
  if (plot.over !== 'x' && plot.over !== 'r') return null;
  const drawn = drawnStudies(plot, context);
  const chosen = drawn.find((d) => d.chosen);
  const first = plot.series[0];
  if (!chosen || !first) return null;
  const { outcome } = chosen;
  const steady = outcome.kind === 'steady';
  const times = timesOf(plot, outcome, run.parameters);
  const curves: Curve[] = [];
  const points: Points[] = [];
  for (const [seriesIndex, series] of plot.series.entries()) {
    const key = `${plotIndex}/${seriesIndex}`;
    for (const [d, one] of drawn.entries()) {
      const profiles = one.outcome.series[key] ?? [];
      const name = [plot.series.length > 1 ? series.label : '', drawn.length > 1 ? studyWords(one.name) : '']
        .filter((w) => w !== '')
        .join(', ');
      const { values: x } = one.outcome.coordinate;
      if (profiles.length === 0) continue;
      const own =
        one.outcome.kind === 'steady'
          ? [
              {
                ...atRest(series.label, name, x, profiles[0] ?? x, 2 * (seriesIndex * drawn.length + d)),
                ...bandOf(one.outcome, key, 0),
                ...(one.chosen ? { drawnFrom: { key, time: null } } : {}),
              },
            ]
          : one.chosen
            ? curvesOf(
                {
                  times,
                  x,
                  name,
                  key,
                  at: (t) => profileAt(one.outcome.times, profiles, t),
                  bandAt: (t) => bandAt(one.outcome, key, t),
                },
                context,
                series.label,
              )
            : [lastOf(series.label, name, x, one.outcome, profiles)];
      curves.push(...own.map((curve) => ({ ...curve, id: one.chosen ? curve.id : `${one.name}:${curve.id}`, origin: series.origin })));
    }
    curves.push(...ghosts(plotIndex, plot, context, times, series.label, key));
    points.push(...closedFormPoints(outcome, key, context.time), ...dataPoints(run.problem, plot.over, series));
  }
  if (curves.length === 0) return null;
  const naming = nameOfSeries(
    plot.series.map((s) => s.label),
    run.problem,
  );
  const pinned = context.pinned[0];
  return {
    kind: 'lines',
    id: `plot${plotIndex}`,
    title: naming.title,
    statement: plotStatement(plot, source, run.parameters),
    origin: plot.origin,
    x: positionAxis(outcome.coordinate.axis),
    y: {
      title: naming.symbol,
      symbol: naming.symbol,
      unit: first.unit,
      temperaturePoint: isTemperaturePoint(first.formula),
      noise: Math.max(...plot.series.map((series) => noiseOf(outcome, series))),
    },
    curves,
    points,
    guides: layerGuides(run, outcome),
    summary: summaryOf(plain(naming.title), curves, steady ? null : duration(times[times.length - 1] ?? 0)),
    ...(pinned ? { runNote: describeRun(run, pinned), pinnedNote: say.pinnedWith(describeRun(pinned, run)) } : {}),
  };
}

const atRest = (label: string, name: string, x: Float64Array, y: Float64Array, index: number): Curve => ({
  id: label,
  name: name === '' ? say.atRest : name,
  label: name === '' ? undefined : name,
  x,
  y,
  ink: { kind: 'category', index },
  role: 'run',
});
/** Another transient in the same plot shows where it ends, in a dash of its own. */
const lastOf = (label: string, name: string, x: Float64Array, outcome: FieldOutcome, profiles: readonly Float64Array[]): Curve => ({
  id: `${label}@end`,
  name: `${name}, ${duration(lastTime(outcome))}`,
  label: `${name}, ${duration(lastTime(outcome))}`,
  x,
  y: profiles[profiles.length - 1] ?? x,
  ink: { kind: 'time', share: 1 },
  role: 'run',
  dashed: true,
});

function layerGuides(run: PlotContext['run'], outcome: FieldOutcome): LineFigure['guides'] {
  const layers = run.problem.geometry.layers;
  if (layers.length < 2) return [];
  const guides: LineFigure['guides'][number][] = [];
  let at = outcome.coordinate.values[0] ?? 0;
  for (const [i, layer] of layers.slice(0, -1).entries()) {
    at += constantValue(layer.thickness, run.parameters);
    if (Number.isFinite(at)) guides.push({ axis: 'x', value: at, text: `${layer.name} | ${layers[i + 1]?.name ?? ''}` });
  }
  return guides;
}

function summaryOf(title: string, curves: readonly Curve[], time: string | null): string {
  const last = curves.filter((c) => c.role === 'run').pop();
  if (!last || last.y.length === 0) return `${title}.`;
  const a = last.y[0] ?? NaN;
  const b = last.y[last.y.length - 1] ?? NaN;
  const [rises, falls, stays] =
    time === null ? [say.atRestRises, say.atRestFalls, say.atRestStays] : [say.atTimeRises, say.atTimeFalls, say.atTimeStays];
  const course = b > a ? rises : b < a ? falls : stays;
  return `${say.profileSummary(title, curves.length)} ${course(significant(a), significant(b), time ?? '')}`;
}

export const profile: PlotKind = {
  name: 'profile',
  figures: (context) => context.run.problem.plots.flatMap((plot, i) => figureOf(plot, i, context) ?? []),
};
