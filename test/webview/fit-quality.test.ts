/** The report of a fit in the view names the same reduced χ² as the solver. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { figuresOfRun } from '../../extension/webview/report/numbers.js';
import { solve } from '../../solver/solve.js';
import { lowered } from '../fit/cell.js';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/manual/first-fit.md'), 'utf8');
const block = (kind: string): string => new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 's').exec(page)![1]!;

test.each([
  ['both free', 'range(1e-3 1/K, 5e-2 1/K)'],
  ['one on its bound', 'range(1e-3 1/K, 9e-3 1/K)'],
])('%s', async (_, range) => {
  const problem = await lowered(block('soret').replace('range(1e-3 1/K, 5e-2 1/K)', range), block('csv'));
  const result = solve(problem, { studies: ['coefficients'] });
  const outcome = result.outcomes[0]!;
  if (outcome.kind !== 'fit') throw new Error('no fit');
  const parameters = Object.fromEntries(problem.parameters.map((p) => [p.name, p.value]));
  const run = { problem, set: {}, parameters, outcomes: result.outcomes, result, milliseconds: 0, cancelled: false, preview: false };
  const shown = figuresOfRun(run, outcome, null).find(({ name }) => name.includes('Reduced χ²'))!;
  const wanted = outcome.report.figures.find(({ name }) => name === 'reduced χ²')!.value;
  expect(Number(shown.value) / wanted).toBeCloseTo(1, 2);
});
