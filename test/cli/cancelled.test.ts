/** A run that was ended early, in every form of report: what is not known is called that. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { artefacts } from '../../cli/export/index.js';
import { loadModels } from '../../cli/model/load.js';
import { csv } from '../../cli/report/csv.js';
import { runText } from '../../cli/report/text.js';
import type { FinishedRun } from '../../cli/export/artefact.js';
import type { Terminal } from '../../cli/terminal.js';
import { solve } from '../../solver/solve.js';

const terminal: Terminal = { write: () => {}, note: () => {}, watched: false, columns: 80, colours: false, cancelled: () => false };

async function ended(name: string, most: number): Promise<FinishedRun> {
  const [model] = await loadModels([path.join(import.meta.dirname, '../../examples', `${name}.soret`)], terminal);
  let asked = 0;
  const problem = model!.problem!;
  return { file: `${name}.soret`, diagnostics: [], problem, result: solve(problem, { cancelled: () => ++asked > most }) };
}
const textOf = (run: FinishedRun, artefact: keyof typeof artefacts): string =>
  artefacts[artefact]
    .files(run, 'a', undefined)
    .map((f) => f.text)
    .join('');

test.each(['gin-and-tonic', 'dopant-wafer', 'zirconium-hydrogen', 'fuel-pellet'])(
  '%s, ended at any moment, prints no number that is none',
  async (name) => {
    for (const most of [0, 1, 2, 3, 5, 8, 13, 20, 30, 50, 80, 120, 200]) {
      const run = await ended(name, most);
      const reports = [
        runText(run, terminal),
        csv(run.result.outcomes, false),
        csv(run.result.outcomes, true),
        textOf(run, 'latex'),
        textOf(run, 'vtk'),
      ];
      for (const report of reports) expect(report).not.toMatch(/infinite|Infinity|NaN|not a number|undefined|null/);
    }
  },
);

test('a transient that was ended keeps its values, without an error', async () => {
  const run = await ended('gin-and-tonic', 30);
  expect(run.result.outcomes[1]).toMatchObject({ kind: 'transient', status: 'cancelled' });
  const text = runText(run, terminal);
  expect(text).toMatch(/relax: transient to .* — cancelled\n {2}separation +-0\.00\d+ \(error not estimated\)/);
  expect(text).toContain('not estimated: the run ended before there was a second one to compare with');
  const table = textOf(run, 'latex');
  expect(table).toMatch(/relax & separation & \$-\d\.\d+\^\{\*\} \\times/);
  expect(table).toContain('$^{*}$ error not estimated');
});

test('the unit stands before the remark', async () => {
  expect(runText(await ended('dopant-wafer', 20), terminal)).toMatch(/separation of c\(Li\) +\S+ mol\/m\^3 \(error not estimated\)/);
});

test('a steady state that was not found is no value', async () => {
  const run = await ended('gin-and-tonic', 1);
  expect(run.result.outcomes[0]).toMatchObject({ kind: 'steady', status: 'cancelled' });
  expect(runText(run, terminal)).toContain('rest: steady — cancelled\n  ended before the steady state was found\n');
  expect(csv(run.result.outcomes, false)).toBe('t [s],separation [1]\n');
  expect(textOf(run, 'latex')).toContain('% rest has no values: it was ended before the steady state was found');
  expect(textOf(run, 'python')).toMatch(/CHARTS = \[\n\]/);
});

test('what was whole stays whole while its accuracy is improved', async () => {
  const [model] = await loadModels([path.join(import.meta.dirname, '../../examples/gin-and-tonic.soret')], terminal);
  const problem = { ...model!.problem!, studies: model!.problem!.studies.map((study) => ({ ...study, tolerance: 1e-10 })) };
  let total = 0;
  const whole = solve(problem, { studies: ['relax'], cancelled: () => ++total < 0 }).outcomes[0]!;
  if (whole.kind !== 'transient') throw new Error('no transient');
  const end = whole.times.at(-1)!;
  const reached: number[] = [];
  for (let share = 0.05; share < 1; share += 0.05) {
    let asked = 0;
    const [outcome] = solve(problem, { studies: ['relax'], cancelled: () => ++asked > share * total }).outcomes;
    if (outcome?.kind !== 'transient') throw new Error('no transient');
    expect(outcome.status).toBe('cancelled');
    const last = outcome.times.length - 1;
    reached.push(outcome.times[last]!);
    if (outcome.times[last] !== end || !Number.isFinite(outcome.report.errorEstimate)) continue;
    const { values, errors } = outcome.measures['separation']!;
    expect(Math.abs(values[last]! - whole.measures['separation']!.values.at(-1)!)).toBeLessThan(errors[last]!);
  }
  const first = reached.indexOf(end);
  expect(first).toBeGreaterThan(-1);
  expect(first).toBeLessThan(0.7 * reached.length);
  expect(new Set(reached.slice(first))).toEqual(new Set([end]));
});
