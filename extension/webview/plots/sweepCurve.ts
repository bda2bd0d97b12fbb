/** A measure against the parameter that a sweep varies; a second parameter makes one curve per value. */
import type { SweepOutcome } from '../../../solver/outcome.js';
import type { Plot, Problem, SweepStudy } from '../../../solver/problem.js';
import type { AxisDescription, Curve, LineFigure } from '../figures/figure.js';
import { isTemperaturePoint, nameOfLabel, nameOfParameter, nameOfSeries } from '../figures/names.js';
import { plotStatement, textOf } from '../figures/statement.js';
import { significant } from '../format/number.js';
import { plain } from '../format/text.js';
import { dataPoints } from './data.js';
import { describeRun, parameterText } from './difference.js';
import { drawsStudy, sweepOutcome, type PlotContext, type PlotKind, type Run } from './plot.js';
import { say } from '../words/say.js';

/** Half width of the 95 % interval of a normal distribution, in standard uncertainties. */
const ninetyFivePercent = 1.96;

interface Wanted {
  readonly measures: readonly string[];
  readonly over: string;
  readonly plot?: Plot;
  readonly id: string;
}

/** What to draw: the plots over a parameter of this sweep, or each measure over its first parameter when there are none. */
function wantedOf(outcome: SweepOutcome, problem: Problem): readonly Wanted[] {
  const parameters = Object.keys(outcome.parameters);
  const stated = problem.plots.flatMap((plot, i) =>
    typeof plot.over === 'object' && drawsStudy(plot.of, outcome.study) && parameters.includes(plot.over.parameter)
      ? [{ measures: plot.series.map((s) => s.measure ?? s.label), over: plot.over.parameter, plot, id: `plot${i}` }]
      : [],
  );
  const first = parameters[0];
  if (stated.length > 0 || first === undefined) return stated;
  return Object.keys(outcome.measures).map((name) => ({ measures: [name], over: first, id: `sweep:${name}` }));
}

/** Cases grouped by the values of the other parameters, each group sorted along the abscissa. */
export function groupsOf(
  outcome: SweepOutcome,
  over: string,
  paired: boolean,
): readonly { readonly key: string; readonly cases: readonly number[] }[] {
  const along = outcome.parameters[over]?.values ?? new Float64Array(0);
  const others = paired ? [] : Object.keys(outcome.parameters).filter((name) => name !== over);
  const groups = new Map<string, number[]>();
  for (let i = 0; i < along.length; i++) {
    const key = others.map((name) => outcome.parameters[name]?.values[i] ?? NaN).join('/');
    groups.set(key, [...(groups.get(key) ?? []), i]);
  }
  return [...groups].map(([key, cases]) => ({ key, cases: cases.sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0)) }));
}

function curvesOf(run: Run, outcome: SweepOutcome, wanted: Wanted, role: 'run' | 'pinned', offset: number): Curve[] {
  const study = run.problem.studies.find((s): s is SweepStudy => s.name === outcome.study && s.kind === 'sweep');
  const along = outcome.parameters[wanted.over]?.values ?? new Float64Array(0);
  const others = Object.keys(outcome.parameters).filter((name) => name !== wanted.over);
  const groups = groupsOf(outcome, wanted.over, study?.paired ?? false);
  return wanted.measures.flatMap((measure, m) => {
    const { values, propagated } = outcome.measures[measure] ?? {};
    if (!values) return [];
    return groups.map(({ key, cases }, g): Curve => {
      const labels = key === '' ? [] : key.split('/').map((v, i) => labelOf(run.problem, others[i] ?? '', Number(v)));
      const words = [wanted.measures.length > 1 ? measure : '', ...labels].filter((w) => w !== '').join(', ');
      const shown = words === '' ? plain(nameOfLabel(measure, run.problem).symbol) : words;
      return {
        id: `${role}${offset}:${measure}:${key}`,
        name: role === 'pinned' ? say.pinnedWith(shown) : shown,
        label: words === '' || role === 'pinned' ? undefined : words,
        x: cases.map((i) => along[i] ?? NaN),
        y: cases.map((i) => values[i] ?? null),
        ...(propagated && role === 'run' ? { band: cases.map((i) => ninetyFivePercent * (propagated[i] ?? NaN)) } : {}),
        ink:
          role === 'pinned'
            ? { kind: 'muted' }
            : groups.length > 1
              ? { kind: 'time', share: g / (groups.length - 1) }
              : { kind: 'category', index: 2 * m },
        role,
        dotted: true,
        strong: groups.length === 1 && wanted.measures.length === 1 && role === 'run',
      };
    });
  });
}
function labelOf(problem: Problem, name: string, si: number): string {
  const parameter = problem.parameters.find((p) => p.name === name);
  return parameter ? `${name} = ${parameterText(parameter, si)}` : `${name} = ${significant(si)}`;
}

/** A parameter is read in the unit of its statement: temperatures in °C stay in °C. */
export function parameterAxis(problem: Problem, name: string, unit: string): AxisDescription {
  const written = problem.parameters.find((p) => p.name === name)?.written;
  const title = nameOfParameter(name);
  return { title, symbol: title, unit, written, temperaturePoint: written !== undefined && written.offset !== 0 };
}

function figureOf(wanted: Wanted, context: PlotContext, outcome: SweepOutcome): LineFigure | null {
  const { run, study, pinned, source } = context;
  const curves = [
    ...curvesOf(run, outcome, wanted, 'run', 0),
    ...pinned.flatMap((other, i) => {
      const theirs = sweepOutcome(other, study);
      return theirs ? curvesOf(other, theirs, wanted, 'pinned', i + 1) : [];
    }),
  ];
  const name = wanted.measures[0];
  const first = curves[0];
  if (!name || !first) return null;
  const measure = run.problem.measures.find((m) => m.name === name);
  const naming = nameOfSeries(wanted.measures, run.problem);
  const statement = wanted.plot
    ? plotStatement(wanted.plot, source, run.parameters)
    : (textOf(run.problem.studies.find((s) => s.name === study)?.origin ?? measure!.origin, source) ?? `sweep ${study}`);
  const origin = wanted.plot?.origin ?? run.problem.studies.find((s) => s.name === study)?.origin;
  const other = pinned[0];
  return {
    kind: 'lines',
    id: wanted.id,
    title: naming.title,
    statement,
    origin,
    x: parameterAxis(run.problem, wanted.over, outcome.parameters[wanted.over]?.unit ?? '1'),
    y: {
      title: naming.symbol,
      symbol: naming.symbol,
      unit: outcome.measures[name]?.unit ?? '1',
      temperaturePoint: measure ? isTemperaturePoint(measure.formula) : false,
    },
    curves,
    points: wanted.plot ? wanted.plot.series.flatMap((series) => dataPoints(run.problem, wanted.over, series)) : [],
    guides: [],
    summary: say.sweepSummary(
      plain(naming.title),
      wanted.over,
      first.x.length,
      significant(first.y[0] ?? NaN),
      significant(first.y[first.y.length - 1] ?? NaN),
    ),
    ...(other ? { runNote: describeRun(run, other), pinnedNote: say.pinnedWith(describeRun(other, run)) } : {}),
  };
}

export const sweepCurve: PlotKind = {
  name: 'sweep-curve',
  figures(context) {
    const outcome = sweepOutcome(context.run, context.study);
    return outcome ? wantedOf(outcome, context.run.problem).flatMap((wanted) => figureOf(wanted, context, outcome) ?? []) : [];
  },
};
