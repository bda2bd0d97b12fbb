/** A measure, or a field at places, against time. */
import type { FieldOutcome } from '../../../solver/outcome.js';
import { noiseOf } from '../../../solver/observe/noise.js';
import type { Plot } from '../../../solver/problem.js';
import { constantValue } from '../figures/constant.js';
import type { AxisDescription, Curve, Guide, LineFigure, Points } from '../figures/figure.js';
import { isTemperaturePoint, nameOfLabel, nameOfSeries } from '../figures/names.js';
import { bandOf } from '../figures/uncertainty.js';
import { plotStatement } from '../figures/statement.js';
import { duration, timeConstant } from '../format/duration.js';
import { significant } from '../format/number.js';
import { plain, quantity } from '../format/text.js';
import { closedFormPoints } from './closedForm.js';
import { dataPoints } from './data.js';
import { describeRun } from './difference.js';
import { fieldOutcome, type PlotContext, type PlotKind } from './plot.js';
import { drawnStudies, studyWords } from './studies.js';
import { say } from '../words/say.js';

/** The file itself asks for so few times that the line between them shows corners: each is marked as the point that it is. */
const fewPoints = 40;

export const timeAxis: AxisDescription = { title: [`${say.time} `, quantity('t')], symbol: [quantity('t')], unit: 's' };

/** One array per place with a value per time; a solver may also give one short array per time. */
export function timeLines(outcome: FieldOutcome, values: readonly Float64Array[]): readonly Float64Array[] {
  const n = outcome.times.length;
  if (values.every((line) => line.length === n)) return values;
  const places = values[0]?.length ?? 0;
  return Array.from({ length: places }, (_, place) => Float64Array.from(values, (row) => row[place] ?? NaN));
}

function figureOf(plot: Plot, plotIndex: number, context: PlotContext): LineFigure | null {
  const { run } = context;
  const drawn = plot.over === 't' ? drawnStudies(plot, context).filter((d) => d.outcome.kind === 'transient') : [];
  const chosen = drawn.find((d) => d.chosen);
  const first = plot.series[0];
  if (!chosen || !first) return null;
  const curves: Curve[] = [];
  const points: Points[] = [];
  for (const [i, series] of plot.series.entries()) {
    const key = `${plotIndex}/${i}`;
    const closed = closedFormPoints(chosen.outcome, key, null);
    const places = plot.at.map((at) => (at === null ? say.end : significant(constantValue(at, run.parameters))));
    for (const { name, outcome } of drawn) {
      const lines = timeLines(outcome, outcome.series[key] ?? []);
      for (const [place, y] of lines.entries()) {
        const words = [
          plot.series.length > 1 ? series.label : '',
          drawn.length > 1 ? studyWords(name) : '',
          lines.length > 1 ? (places[place] ?? '') : '',
        ]
          .filter((w) => w !== '')
          .join(', ');
        curves.push({
          id: `${name}:${series.label}@${place}`,
          name: words === '' ? (closed.length > 0 ? say.solver : plain(nameOfLabel(series.label, run.problem).symbol)) : words,
          label: words === '' ? undefined : words,
          x: Float64Array.from(outcome.times, (t) => t ?? 0),
          y,
          ...bandOf(outcome, key, place),
          // Blue, green, red, then those between: neighbours differ in lightness too.
          ink: { kind: 'category', index: curves.length < 3 ? curves.length * 2 : curves.length },
          role: 'run',
          dotted: outcome.times.length <= fewPoints,
          strong: plot.series.length === 1 && lines.length === 1 && drawn.length === 1,
          origin: series.origin,
          ...(name === chosen.name ? { drawnFrom: { key, line: place } } : {}),
        });
      }
    }
    points.push(...closed, ...dataPoints(run.problem, 't', series));
  }
  if (curves.length === 0) return null;
  curves.push(...plot.series.flatMap((series, i) => ghosts(plotIndex, i, series.label, context)));
  const naming = nameOfSeries(
    plot.series.map((s) => s.label),
    run.problem,
  );
  const pinned = context.pinned[0];
  return {
    kind: 'lines',
    id: `plot${plotIndex}`,
    title: naming.title,
    statement: plotStatement(plot, context.source, run.parameters),
    origin: plot.origin,
    x: timeAxis,
    y: {
      title: naming.symbol,
      symbol: naming.symbol,
      unit: first.unit,
      temperaturePoint: isTemperaturePoint(first.formula),
      noise: Math.max(...plot.series.map((series) => noiseOf(chosen.outcome, series))),
    },
    curves,
    points,
    guides: guidesOf(context, chosen.outcome),
    summary: summaryOf(plain(naming.title), curves[0], chosen.outcome),
    ...(pinned ? { runNote: describeRun(run, pinned), pinnedNote: say.pinnedWith(describeRun(pinned, run)) } : {}),
  };
}

function ghosts(plotIndex: number, seriesIndex: number, label: string, context: PlotContext): Curve[] {
  return context.pinned.flatMap((pinned, p) => {
    const outcome = fieldOutcome(pinned, context.study);
    if (!outcome || pinned.problem.plots[plotIndex]?.series[seriesIndex]?.label !== label) return [];
    return timeLines(outcome, outcome.series[`${plotIndex}/${seriesIndex}`] ?? []).map(
      (y, place): Curve => ({
        id: `pin${p}:${label}@${place}`,
        name: say.pinned,
        x: Float64Array.from(outcome.times, (t) => t ?? 0),
        y,
        ink: { kind: 'muted' },
        role: 'pinned',
      }),
    );
  });
}

/** The scrubbed time, the relaxation time, and the state at rest when the run has computed it. */
function guidesOf(context: PlotContext, outcome: FieldOutcome): readonly Guide[] {
  const guides: Guide[] = [];
  const relaxation = outcome.report.figures.find((figure) => figure.unit === 's' && /relaxation/i.test(figure.name));
  const end = outcome.times[outcome.times.length - 1] ?? 0;
  if (relaxation && relaxation.value < end)
    guides.push({ axis: 'x', value: relaxation.value, text: `τ = ${timeConstant(relaxation.value)}` });
  if (context.time !== null) guides.push({ axis: 'x', value: context.time, text: duration(context.time), solid: true });
  return guides;
}

function summaryOf(title: string, curve: Curve | undefined, outcome: FieldOutcome): string {
  if (!curve) return say.againstTime(title);
  const a = curve.y[0] ?? NaN;
  const b = curve.y[curve.y.length - 1] ?? NaN;
  const end = duration(outcome.times[outcome.times.length - 1] ?? 0);
  const course = b > a ? say.grows : b < a ? say.falls : say.stays;
  return course(title, significant(a), significant(b), end);
}

export const timeSeries: PlotKind = {
  name: 'time-series',
  figures: (context) => context.run.problem.plots.flatMap((plot, i) => figureOf(plot, i, context) ?? []),
};
