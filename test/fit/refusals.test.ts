/** Bad data and bad questions: a message that says what, where and what to do. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FitOutcome } from '../../solver/outcome.js';
import { solve } from '../../solver/solve.js';
import { runSoret } from '../cli/run-soret.js';
import { cellData, cellModel, lowered, separation, type CellOptions } from './cell.js';

async function fitted(options: CellOptions, csv: string, change = (source: string) => source): Promise<FitOutcome> {
  const outcome = solve(await lowered(change(cellModel(options)), csv), { studies: ['cell'] }).outcomes[0]!;
  if (outcome.kind !== 'fit') throw new Error('no fit');
  return outcome;
}
const data = cellData(40, 1e-4, 1);

describe('what cannot be fitted is refused', () => {
  test.each<readonly [string, CellOptions, string, string, RegExp]>([
    ['data before the start', {}, 't [s],dw [1]\n-5,0\n10,0.001\n20,0.002', 'run/data', /begin at -5 s, before relax does/],
    ['data without the time', {}, 'when,dw [1]\n0,0\n1,0.001\n2,0.002', 'run/data', /runs in time, but the data run have no column t/],
    ['data without the measure', { data: '' }, 't [s],other\n0,0\n1,1', 'run/data', /have no column for dw/],
    [
      'too few values',
      {},
      't [s],dw [1]\n100,0.002\n600,0.009',
      'run/data',
      /2 values of dw cannot determine 2 parameters and the scatter/,
    ],
    ['a start outside its range', { start: ['8e-10 m^2/s', '0.2 1/K'] }, data, 'run/study', /S starts at 0\.2 1\/K, outside its range/],
    ['a value that no fit can reach', {}, `${data}\n1790,1e300`, 'run/data', /have a value of 1e300 for dw, which no fit can come near/],
    [
      'more values than a fit takes',
      {},
      `t [s],dw [1]\n${Array.from({ length: 100_001 }, (_, i) => `${i / 100},0.001`).join('\n')}`,
      'run/data',
      /have 100001 values, and a fit takes up to 100000/,
    ],
    ['an empty range', { ranges: ['1e-8 m^2/s, 1e-10 m^2/s', '1e-3 1/K, 5e-2 1/K'] }, data, 'run/study', /the range of D is empty/],
  ])('%s', async (_, options, csv, code, message) => {
    const { status, reason } = await fitted(options, csv);
    expect(status).toBe('failed');
    expect(reason?.code).toBe(code);
    expect(reason?.message).toMatch(message);
    expect(reason?.suggestion).toBeTruthy();
    expect(reason?.range?.uri).toContain('fit.soret');
  });
});

test('a file of 200,000 rows is read and judged', async () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => `${i / 1000},0.001`).join('\n');
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'soret-huge-')), 'fit.soret');
  writeFileSync(file, cellModel({}));
  writeFileSync(path.join(path.dirname(file), 'run.csv'), `t [s],dw [1]\n${rows}\n999999,0.001\n`);
  const { code, out } = await runSoret(['check', file]);
  expect(code).toBe(1);
  expect(out).toContain('The data run reach 999999 s, but relax ends at');
}, 60_000);

describe('identifiability', () => {
  test('a parameter that nothing measured depends on', async () => {
    const { status, reason } = await fitted({ more: 'param idle = 1' }, data, (s) =>
      s.replace('vary(D)', 'vary(idle) = range(0.5, 2)\n  vary(D)'),
    );
    expect(status).toBe('failed');
    expect(reason?.code).toBe('fit/identifiability');
    expect(reason?.message).toContain('does not depend on idle');
  });
  test('two parameters of which only the product shows', async () => {
    const twice = (s: string) =>
      s
        .replace('param S =', 'param k = 1\nparam S =')
        .replace('S * 0.25', 'k * S * 0.25')
        .replace('vary(D)', 'vary(k) = range(0.1, 10)\n  vary(D)');
    const { status, reason, conditionNumber } = await fitted({}, data, twice);
    expect(status).toBe('failed');
    expect(reason?.code).toBe('fit/identifiability');
    expect(reason?.message).toContain('k and S');
    expect(conditionNumber).toBeGreaterThan(1e10);
  });
  test('early data see little more than the product of D and S_T²: a warning with the condition number', async () => {
    const early = [
      't [s],dw [1]',
      ...data
        .split('\n')
        .slice(1, 3)
        .flatMap((_, i) => [`${1 + i * 0.5},${(i + 1) * 3e-4}`, `${1.2 + i * 0.5},${(i + 1) * 3.1e-4}`]),
    ].join('\n');
    const { conditionNumber, warnings, reason } = await fitted({ data: 'uncertainty(dw) = 1e-5' }, early);
    expect(conditionNumber).toBeGreaterThan(1e4);
    expect([...warnings, reason].some((w) => w?.code === 'fit/identifiability' && w.message.includes('D and S'))).toBe(true);
  });
});

test('a parameter pulled over its bound rests there, without an error of its own', async () => {
  const { status, parameters, warnings, correlation } = await fitted({ ranges: ['1e-10 m^2/s, 1e-8 m^2/s', '6e-3 1/K, 8e-3 1/K'] }, data);
  expect(status).toBe('ok');
  expect(parameters.S).toMatchObject({ value: 8e-3, standardError: NaN });
  expect(parameters.D!.standardError).toBeGreaterThan(0);
  expect(correlation[0]![1]).toBeNaN();
  expect(warnings.find((w) => w.code === 'fit/at-bound')?.message).toContain('S ends on its upper bound 0.008 1/K');
});

test('on a bound because only a combination shows: that is said beside the bound', async () => {
  const rows = [4, 6, 8, 10, 12].map((t) => `${t},${separation(t).value}`);
  const { warnings, parameters } = await fitted(
    { ranges: ['1e-10 m^2/s, 1e-8 m^2/s', '1e-3 1/K, 7.2e-3 1/K'], data: 'uncertainty(dw) = 1e-5' },
    ['t [s],dw [1]', ...rows].join('\n'),
  );
  expect(parameters.S!.value).toBe(7.2e-3);
  expect(warnings.map((w) => w.code)).toEqual(['fit/identifiability', 'fit/at-bound']);
  expect(warnings[0]!.message).toMatch(/^where the fit ended, the data (cannot|hardly) tell D and S apart/);
  expect(warnings[0]!.suggestion).toContain('start nearer');
});

test('a start so far off that the search slides to a bound: the middle of the ranges is tried as well', async () => {
  const far: CellOptions = { start: ['1.1e-12 m^2/s', '5e-3 1/K'], ranges: ['1e-12 m^2/s, 1e-6 m^2/s', '1e-3 1/K, 5e-2 1/K'] };
  const [near, wide] = [await fitted({}, data), await fitted(far, data)];
  expect(wide.warnings).toEqual([]);
  for (const name of ['D', 'S']) expect(wide.parameters[name]!.value / near.parameters[name]!.value).toBeCloseTo(1, 6);
});

test('one value of known uncertainty for one parameter: no number judges what nothing is left for', async () => {
  const { status, parameters, report } = await fitted({ data: 'uncertainty(dw) = 1e-4' }, 't [s],dw [1]\n1500,0.0138', (s) =>
    s.replace(/vary\(D\).*/, ''),
  );
  expect(status).toBe('ok');
  expect(parameters.S!.standardError).toBeGreaterThan(0);
  expect(report.figures.map((f) => f.name)).not.toContain('reduced χ²');
  for (const { value } of report.figures) expect(value).toBeLessThan(Infinity);
});

describe('model and data that differ by more than chance', () => {
  const drifting = data
    .split('\n')
    .map((row, i) =>
      i === 0 ? row : `${row.split(',')[0]},${Number(row.split(',')[1]) + 4e-3 * Math.sin(Number(row.split(',')[0]) / 300)}`,
    )
    .join('\n');
  const warned = async (options: CellOptions, csv: string) => (await fitted(options, csv)).warnings.map((w) => `${w.code}: ${w.message}`);
  test('beyond the stated uncertainties', async () => {
    expect(await warned({ data: 'uncertainty(dw) = 1e-4' }, drifting)).toEqual([
      expect.stringMatching(
        /^fit\/deviations: the data of cell deviate from the best curve by \d+ times their stated uncertainties \(reduced χ²/,
      ),
    ]);
  });
  test('in one stretch after the other', async () => {
    expect(await warned({}, drifting)).toEqual([
      expect.stringMatching(/^fit\/deviations: the deviations of cell hang together \(\d+ runs/),
    ]);
  });
  test('not where they are random, whatever the seed', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      expect(await warned({ data: 'uncertainty(dw) = 1e-4' }, cellData(40, 1e-4, seed))).toEqual([]);
      expect(await warned({}, cellData(40, 1e-4, seed))).toEqual([]);
    }
  });
});

test('a run can be ended', async () => {
  const problem = await lowered(cellModel(), data);
  let asked = 0;
  const outcome = solve(problem, { studies: ['cell'], cancelled: () => ++asked > 50 }).outcomes[0]!;
  expect(outcome.status).toBe('cancelled');
  expect(asked).toBeLessThan(100);
});

test('a place beyond the domain: which, and where the domain ends', async () => {
  const source = cellModel({ more: 'measure profile = value(w(A), x = x)' }).replace('observe = dw', 'observe = profile');
  const [outcome] = solve(await lowered(source, 'x [mm],profile [1]\n0.2,0.505\n0.7,0.5\n1.7,0.495\n1.2,0.496'), {
    studies: ['cell'],
  }).outcomes;
  expect(outcome!.reason?.message).toBe('the data run have a value at x = 0.0017 m, but the domain reaches from 0 m to 0.0015 m');
  expect(outcome!.reason?.range?.start.line).toBeGreaterThan(0);
});
