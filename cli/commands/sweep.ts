/** `soret sweep`: the sweeps of a model, case by case into a table that survives an interruption. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { version } from '../../package.json';
import type { Problem, SweepStudy } from '../../solver/problem.js';
import type { Arguments, Command } from '../command.js';
import { UsageError } from '../command.js';
import { diagnosticsText } from '../diagnostics/index.js';
import { exit, type ExitCode } from '../exit.js';
import { chosenStudies, parameterValues } from '../model/choices.js';
import { loadModels } from '../model/load.js';
import { csv } from '../report/csv.js';
import { runJson } from '../report/json.js';
import { progress } from '../report/progress.js';
import type { Run } from '../report/run.js';
import { runText } from '../report/text.js';
import { chunks, countOf } from '../sweep/cases.js';
import { sweepOutcome } from '../sweep/outcome.js';
import { solveAll } from '../sweep/pool.js';
import { Record, type Columns, type Row } from '../sweep/record.js';
import type { Reason, Report, SweepOutcome } from '../../solver/outcome.js';
import type { Terminal } from '../terminal.js';
import { assignments, oneFile, outOption, setOption, studyOption } from './common.js';

export const sweep: Command = {
  name: 'sweep',
  summary: 'Run the sweeps of a model, on several threads, resumable',
  usage: "FILE [--study NAME] [-j N] [--resume] [--set NAME='VALUE UNIT'] [--format text|json|csv] [--out DIR]",
  positionals: oneFile,
  options: {
    study: studyOption,
    set: setOption,
    jobs: { type: 'text', short: 'j', placeholder: 'N', doc: `worker threads (default 1; this machine has ${availableParallelism()})` },
    resume: { type: 'flag', doc: 'go on with an interrupted sweep: finished cases are not computed again' },
    format: { type: 'text', words: ['text', 'json', 'csv'], doc: 'what is printed at the end' },
    out: { ...outOption, doc: 'folder of the table MODEL.STUDY.csv, which grows while the sweep runs (default: beside the model)' },
  },
  examples: ['soret sweep dopant-wafer.soret', 'soret sweep map.soret --study map -j 4 --resume --out results'],
  async run(given, terminal) {
    const [model] = await loadModels(given.positionals, terminal);
    const { file, diagnostics, problem } = model!;
    if (!problem) {
      terminal.note(diagnosticsText([model!], { colours: false }));
      return exit.modelWrong;
    }
    const outcomes: SweepOutcome[] = [];
    for (const study of chosenSweeps(problem, file, given)) outcomes.push(await runOne(problem, study, file, given, terminal));
    const run: Run = { file, diagnostics, problem, result: { hash: problem.hash, outcomes, expectations: [] } };
    const format = given.text('format') ?? 'text';
    terminal.write(
      format === 'json' ? `${runJson(run, version, false)}\n` : format === 'csv' ? csv(outcomes, false) : runText(run, terminal),
    );
    return exitCode(outcomes);
  },
};

function exitCode(outcomes: readonly SweepOutcome[]): ExitCode {
  if (outcomes.some((o) => o.status === 'cancelled')) return exit.cancelled;
  return outcomes.some((o) => o.status === 'failed') ? exit.runFailed : exit.ok;
}

function chosenSweeps(problem: Problem, file: string, given: Arguments): readonly SweepStudy[] {
  const sweeps = problem.studies.filter((s) => s.kind === 'sweep');
  const names = chosenStudies(problem, given.texts('study'));
  const other = names?.find((name) => !sweeps.some((s) => s.name === name));
  if (other !== undefined)
    throw new UsageError(
      `${other} is not a sweep.${sweeps.length ? ` Sweeps of this model: ${sweeps.map((s) => s.name).join(', ')}.` : ''}`,
    );
  if (sweeps.length === 0) throw new UsageError(`${file} has no sweep; write one: sweep NAME { study = …; vary(…) = linspace(…, …, 21) }`);
  return names ? sweeps.filter((s) => names.includes(s.name)) : sweeps;
}

function jobs(given: Arguments): number {
  const text = given.text('jobs') ?? '1';
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 256)
    throw new UsageError(`-j ${text}: the number of threads is a whole number from 1 to 256.`);
  return count;
}

async function runOne(problem: Problem, study: SweepStudy, file: string, given: Arguments, terminal: Terminal): Promise<SweepOutcome> {
  const set = parameterValues(problem, assignments(given));
  const columns: Columns = {
    parameters: study.vary.map((v) => ({ name: v.parameter, unit: problem.parameters.find((p) => p.name === v.parameter)?.unit ?? '1' })),
    measures: problem.measures.map(({ name, unit }) => ({ name, unit })),
  };
  const table = path.join(given.text('out') ?? path.dirname(file), `${path.basename(file, '.soret')}.${study.name}.csv`);
  const record = new Record(table, columns, `soret ${version} ${problem.hash} ${study.name} ${JSON.stringify(set)}`);
  const rows: Row[] = given.flag('resume') ? [...record.read()] : [];
  // Rewriting drops a line that was cut short when the sweep was interrupted.
  record.finish(rows);
  const total = countOf(study);
  const finished = new Set(rows.map((r) => r.index));
  if (finished.size > 0) terminal.note(`${finished.size} of ${total} cases are done already\n`);
  const open = Array.from({ length: total }, (_, i) => i).filter((i) => !finished.has(i));
  const bar = progress(terminal);
  const threads = jobs(given);
  const reports: Report[] = [];
  let reason: Reason | undefined;
  await solveAll({ problem, study: study.name, set }, chunks(open, threads), threads, (result) => {
    record.append(result.rows);
    rows.push(...result.rows);
    if (result.report) reports.push(result.report);
    reason ??= result.reason;
    bar.show({ study: study.name, fraction: rows.length / total });
    return !terminal.cancelled();
  });
  bar.clear();
  record.finish(rows);
  terminal.note(`wrote ${table}\n`);
  const status = rows.length === total && !reason ? 'ok' : terminal.cancelled() ? 'cancelled' : 'failed';
  return sweepOutcome(study, columns, rows, { status, ...(reason && { reason }), reports });
}
