/** A closed form laid over the solver's curve as open circles: agreement is seen, and the deviation is printed. */
import type { FieldOutcome } from '../../../solver/outcome.js';
import type { Points } from '../figures/figure.js';
import { lastTime, profileAt } from '../figures/interpolate.js';
import { scientific } from '../format/number.js';
import { say } from '../words/say.js';

const circles = 14;

/** Circles at `circles` places of the x axis; for profiles at the scrubbed time. */
export function closedFormPoints(outcome: FieldOutcome, key: string, time: number | null): readonly Points[] {
  const closed = outcome.closedForm?.[key];
  if (!closed) return [];
  const overTime = isTimeSeries(outcome, closed.values);
  const x = overTime ? Float64Array.from(outcome.times, (t) => t ?? 0) : outcome.coordinate.values;
  const y = overTime ? (closed.values[0] ?? x) : profileAt(outcome.times, closed.values, time ?? lastTime(outcome));
  const chosen = overTime ? spreadByValue(x) : spreadByIndex(x.length);
  return [
    {
      id: `closed:${key}`,
      name: say.closedFormDiffers(scientific(closed.deviation, 1)),
      x: chosen.map((i) => x[i] ?? 0),
      y: chosen.map((i) => y[i] ?? 0),
      ink: { kind: 'category', index: 1 },
    },
  ];
}

/** One array with a value per time, in contrast to one profile per time. */
export const isTimeSeries = (outcome: FieldOutcome, values: readonly Float64Array[]): boolean =>
  outcome.kind === 'transient' && values[0]?.length === outcome.times.length && values.length !== outcome.times.length;

function spreadByIndex(length: number): readonly number[] {
  const step = (length - 1) / (circles - 1);
  return [...new Set(Array.from({ length: circles }, (_, i) => Math.round(i * step)))];
}
/** Evenly on a square-root scale, because curves in time bend early. */
function spreadByValue(x: Float64Array): readonly number[] {
  const end = x[x.length - 1] ?? 0;
  const wanted = Array.from({ length: circles }, (_, i) => ((i + 1) / circles) ** 2 * end);
  return [
    ...new Set(
      wanted.map((value) =>
        Math.max(
          0,
          x.findIndex((t) => t >= value * (1 - 1e-9)),
        ),
      ),
    ),
  ];
}
