/** Simulated data with known truth: how often the 95 % interval of a fit holds it. All seeds with `npm run test:long`, the first ones always. */
import { expect, test } from 'vitest';
import { prepare } from '../../solver/solve.js';
import { cell, cellData, cellModel, lowered } from '../fit/cell.js';

const long = Boolean(process.env['SORET_LONG']);
const seeds = long ? 200 : 20;
/** Of 200 draws of probability 0.95, between 92 and 98 % hold; of 20 at least 16 do. */
const [least, most] = long ? [0.92, 0.98] : [0.8, 1];
/** Half width of the 95 % interval in standard errors: normal for stated uncertainties, Student with 38 degrees of freedom for the scatter. */
const normal = 1.959964;
const student38 = 2.024394;

test.each([
  ['stated uncertainties', 'uncertainty(dw) = 1e-4', normal],
  ['the scatter of the data', '', student38],
])(
  '95 per cent intervals from %s hold the truth as often as they say',
  async (_, data, halfWidth) => {
    const sources = await Promise.all(
      Array.from({ length: seeds }, (__, seed) => lowered(cellModel({ data }), cellData(40, 1e-4, 1000 + seed))),
    );
    const held = { D: 0, S: 0 };
    for (const problem of sources) {
      const outcome = prepare(problem).run({ studies: ['cell'] }).outcomes[0]!;
      if (outcome.kind !== 'fit' || outcome.status !== 'ok') throw new Error(outcome.reason?.message ?? 'no fit');
      const holds = (name: 'D' | 'S', truth: number) => {
        const { value, standardError } = outcome.parameters[name]!;
        return Math.abs(value - truth) <= halfWidth * standardError ? 1 : 0;
      };
      held.D += holds('D', cell.D);
      held.S += holds('S', cell.soret);
    }
    for (const count of [held.D, held.S]) {
      expect(count / seeds).toBeGreaterThanOrEqual(least);
      expect(count / seeds).toBeLessThanOrEqual(most);
    }
    if (long) console.log(`coverage over ${seeds} seeds: D ${(100 * held.D) / seeds} %, S_T ${(100 * held.S) / seeds} %`);
  },
  300_000,
);
