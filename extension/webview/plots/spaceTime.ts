/** A field over place and time as a map: where and when it changes at one glance. */
import type { FieldOutcome } from '../../../solver/outcome.js';
import type { Figure, Grid, MapFigure } from '../figures/figure.js';
import { bracket, lastTime, profileAt } from '../figures/interpolate.js';
import { nameOfLabel } from '../figures/names.js';
import { duration } from '../format/duration.js';
import { significant } from '../format/number.js';
import { plain } from '../format/text.js';
import { isPrimary } from './fields.js';
import { fieldOutcome, type PlotContext, type PlotKind, type Run } from './plot.js';
import { positionAxis } from './profile.js';
import { timeAxis } from './timeSeries.js';
import { say } from '../words/say.js';

/** Rows of the map; output times gather where things happen, rows are even. */
const rows = 121;
const columns = 161;
/** Fewer output times than this do not make a map. */
const leastTimes = 6;

export const spaceTime: PlotKind = {
  name: 'space-time-map',
  figures(context) {
    const outcome = fieldOutcome(context.run, context.study);
    if (outcome?.kind !== 'transient' || outcome.times.length < leastTimes) return [];
    return Object.keys(outcome.fields)
      .filter((name) => isPrimary(name, context.run) && !closesBalance(name, context.run))
      .flatMap((name): readonly Figure[] => mapOf(name, outcome, context) ?? []);
  },
};

/** The last component of a mixture is what the others leave. */
const closesBalance = (name: string, { problem }: Run): boolean =>
  problem.media.some((medium) => medium.kind === 'mixture' && name.endsWith(`(${medium.components[medium.components.length - 1] ?? ''})`));

function mapOf(name: string, outcome: FieldOutcome, { run, time }: PlotContext): readonly [MapFigure] | null {
  const field = outcome.fields[name];
  const range = field && rangeOf(field.values);
  if (!range) return null;
  const [low, high] = range;
  const end = lastTime(outcome);
  const { axis } = outcome.coordinate;
  const naming = nameOfLabel(name, run.problem);
  const words = plain(naming.title);
  return [
    {
      kind: 'map',
      id: `map:${name}`,
      title: [say.map(words)],
      secondary: true,
      statement: say.mapStatement(name, axis, outcome.study),
      x: positionAxis(axis),
      t: timeAxis,
      value: { title: naming.symbol, symbol: naming.symbol, unit: field.unit, temperaturePoint: name === 'T' },
      grid: once(() => gridOf(outcome, field.values)),
      now: time ?? end,
      summary: say.mapSummary(words, significant(low), significant(high), duration(end)),
    },
  ];
}

/** Of results that are there already: a moving time asks again for every frame. */
const ranges = new WeakMap<readonly Float64Array[], readonly [number, number] | undefined>();

function rangeOf(profiles: readonly Float64Array[]): readonly [number, number] | undefined {
  if (!ranges.has(profiles)) ranges.set(profiles, measuredRange(profiles));
  return ranges.get(profiles);
}

/** Undefined where the field does not exist everywhere, or nothing is to be seen. */
function measuredRange(profiles: readonly Float64Array[]): readonly [number, number] | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const profile of profiles)
    for (const v of profile) {
      if (!Number.isFinite(v)) return undefined;
      if (v < low) low = v;
      if (v > high) high = v;
    }
  return high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)) ? [low, high] : undefined;
}

function gridOf(outcome: FieldOutcome, profiles: readonly Float64Array[]): Grid {
  const { values: x } = outcome.coordinate;
  const [from, to] = [x[0] ?? 0, x[x.length - 1] ?? 0];
  const end = lastTime(outcome);
  const places = Float64Array.from({ length: columns }, (_, i) => from + ((to - from) * i) / (columns - 1));
  const times = Float64Array.from({ length: rows }, (_, j) => (end * j) / (rows - 1));
  const values = new Float64Array(rows * columns);
  times.forEach((t, j) => values.set(resampled(x, profileAt(outcome.times, profiles, t), places), j * columns));
  return { places, times, values };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Linear between the sample points; both sides of a jump are kept as near as the columns allow. */
function resampled(x: Float64Array, y: Float64Array, places: Float64Array): Float64Array {
  const at = Array.from(x);
  return places.map((place) => {
    const { index, share } = bracket(at, place);
    const a = y[index] ?? NaN;
    return a + ((y[index + 1] ?? a) - a) * share;
  });
}
