/** The figures at the top of the report: value, error, and what it was held against. */
import type { FieldOutcome, FitOutcome, Outcome, SweepOutcome } from '../../../solver/outcome.js';
import { nameOfLabel, nameOfParameter } from '../figures/names.js';
import { duration, timeConstant } from '../format/duration.js';
import { minus, nbsp, scientific, significant, withError } from '../format/number.js';
import { plain, type Text } from '../format/text.js';
import { comfortableUnit, prettyUnit, unitsOf } from '../format/unit.js';
import { parameterText } from '../plots/difference.js';
import type { Run } from '../plots/plot.js';
import { say } from '../words/say.js';

export interface BigFigure {
  readonly name: Text;
  readonly value: string;
  /** Error, power of ten and unit, printed smaller. */
  readonly rest: string;
  readonly remark: string;
}
const most = 6;

export function figuresOfRun(run: Run, outcome: Outcome, pinned: Run | null): readonly BigFigure[] {
  const figures =
    outcome.kind === 'fit' ? ofFit(run, outcome) : outcome.kind === 'sweep' ? ofSweep(run, outcome) : ofFields(run, outcome, pinned);
  return figures.slice(0, most);
}

const unitText = (unit: string): string => (unit === '1' || unit === '' ? '' : prettyUnit(unit));
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(nbsp);
const errorText = (error: number | undefined): string =>
  error !== undefined && error > 0 && Number.isFinite(error)
    ? `±${nbsp}${error >= 1e-3 && error < 1000 ? significant(error, 1) : scientific(error, 1)}`
    : '';

function ofFields(run: Run, outcome: FieldOutcome, pinned: Run | null): readonly BigFigure[] {
  const end = outcome.times[outcome.times.length - 1];
  const named = (name: string): string =>
    outcome.kind === 'steady' ? say.atRestFigure(name) : end === null || end === undefined ? name : say.atTimeFigure(name, duration(end));
  const other = pinned?.outcomes.find((o) => o.study === outcome.study);
  const measures = Object.entries(outcome.measures).map(([name, { unit, values, errors, propagated }]): BigFigure => {
    const last = values.length - 1;
    const before = other?.measures[name]?.values;
    // Lengths are read in the unit that suits them.
    const value = values[last] ?? NaN;
    const shown = unit === 'm' ? comfortableUnit(unitsOf(unit, false), Math.abs(value)) : { text: unitText(unit), factor: 1, offset: 0 };
    return {
      name: [named(plain(nameOfLabel(name, run.problem).title).replace(/,.*$/, ''))],
      value: unit === 's' ? timeConstant(value) : significant(value / shown.factor),
      rest: unit === 's' ? '' : joined(...[errors[last], propagated?.[last]].map((e) => errorText((e ?? NaN) / shown.factor)), shown.text),
      remark: before
        ? say.pinnedRun(significant((before[before.length - 1] ?? NaN) / shown.factor))
        : (spreadRemark(outcome, name) ?? sidesRemark(plain(nameOfLabel(name, run.problem).title))),
    };
  });
  // What a measure of the file says already is not said again.
  const said = Object.values(outcome.measures).map(({ unit, values }) => ({ unit, value: values[values.length - 1] ?? NaN }));
  const isSaid = (value: number, unit: string): boolean =>
    said.some((m) => m.unit === unit && Math.abs(m.value - value) <= 1e-9 * Math.abs(value));
  const own = outcome.report.figures.filter((f) => !isSaid(f.value, f.unit));
  const figures = own.map(
    (f): BigFigure => ({
      name: [f.name.charAt(0).toUpperCase() + f.name.slice(1)],
      value: f.unit === 's' ? timeConstant(f.value) : significant(f.value),
      rest: f.unit === 's' ? '' : joined(errorText(f.error), unitText(f.unit)),
      remark: f.remark ?? '',
    }),
  );
  return [...measures, ...figures];
}
/** What the second ± comes from. */
function spreadRemark({ propagation }: FieldOutcome, name: string): string | undefined {
  const shares = propagation?.sensitivities[name]?.shares;
  if (!propagation) return undefined;
  if (!shares) return say.samples(propagation.solves - 1 - propagation.failed);
  const largest = shares.reduce((best, share, k) => (share > (shares[best] ?? 0) ? k : best), 0);
  const source = propagation.sources[largest]?.name;
  return (shares[largest] ?? 0) > 0 && source !== undefined ? say.shareFrom(Math.round(100 * (shares[largest] ?? 0)), source) : undefined;
}
const sidesRemark = (title: string): string => /, (.*)$/.exec(title)?.[1] ?? '';

function ofSweep(run: Run, outcome: SweepOutcome): readonly BigFigure[] {
  const first = Object.values(outcome.parameters)[0];
  const varied = say.varied(
    outcome.of,
    Object.keys(outcome.parameters).reduce((a, b) => say.and(a, b)),
  );
  const cases: BigFigure = {
    name: [say.cases],
    value: String(first?.values.length ?? 0),
    rest: '',
    remark: outcome.interpolated ? say.interpolated(varied, outcome.interpolated.filter((yes) => !yes).length) : varied,
  };
  const extremes = Object.entries(outcome.measures).flatMap(([name, { unit, values }]): readonly BigFigure[] => {
    const words = plain(nameOfLabel(name, run.problem).title).replace(/,.*$/, '');
    const at = (index: number): string =>
      Object.entries(outcome.parameters)
        .map(([p, v]) => {
          const parameter = run.problem.parameters.find((q) => q.name === p);
          return parameter ? `${p} = ${parameterText(parameter, v.values[index] ?? NaN)}` : '';
        })
        .join(', ');
    const index = (better: (a: number, b: number) => boolean): number =>
      values.reduce((best, v, i) => (better(v, values[best] ?? NaN) ? i : best), 0);
    const high = index((a, b) => a > b);
    const low = index((a, b) => a < b);
    return [
      { name: [say.largest(words.toLowerCase())], value: significant(values[high] ?? NaN), rest: unitText(unit), remark: at(high) },
      { name: [say.smallest(words.toLowerCase())], value: significant(values[low] ?? NaN), rest: unitText(unit), remark: at(low) },
    ];
  });
  return [cases, ...extremes];
}

function ofFit(run: Run, outcome: FitOutcome): readonly BigFigure[] {
  const parameters = Object.entries(outcome.parameters).map(([name, { unit, value, standardError, propagated }]): BigFigure => {
    const parameter = run.problem.parameters.find((p) => p.name === name);
    const scale = parameter?.written ?? { text: unit, factor: 1, offset: 0 };
    const { number, power } = withError((value - scale.offset) / scale.factor, standardError / scale.factor);
    return {
      name: nameOfParameter(name),
      value: number,
      rest: joined(power, unitText(scale.text)),
      remark: [
        propagated && say.fromStated(significant(propagated / scale.factor, 2)),
        parameter && say.fileHas(parameterText(parameter, parameter.value)),
      ]
        .filter(Boolean)
        .join('; '),
    };
  });
  const points = outcome.curve.at.length;
  const { data, fitted, sigma } = outcome.curve;
  // What rests on its bound is not fitted.
  const freedom = points - Object.values(outcome.parameters).filter((p) => !Number.isNaN(p.standardError)).length;
  const known = sigma.some((s) => s > 0) && freedom > 0;
  const chiSquared = fitted.reduce((sum, value, i) => sum + ((value - (data[i] ?? NaN)) / (sigma[i] ?? NaN)) ** 2, 0);
  const quality: BigFigure = known
    ? {
        name: [say.reducedChiSquared],
        value: significant(chiSquared / freedom, 3),
        rest: '',
        remark: say.degreesOfFreedom(freedom),
      }
    : { name: [say.residualRms], value: significant(outcome.residualRms, 3), rest: '', remark: say.points(points) };
  const pairs = outcome.correlation.flatMap((row, i) => row.slice(0, i));
  const strongest = pairs.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  const correlation: BigFigure = {
    name: [pairs.length > 1 ? say.strongestCorrelation : say.correlation],
    value: significant(strongest, 2).replace('-', minus),
    rest: '',
    remark: Math.abs(strongest) < 0.95 ? say.toldApart : say.hardlyToldApart,
  };
  return [...parameters, quality, ...(pairs.length > 0 ? [correlation] : [])];
}
