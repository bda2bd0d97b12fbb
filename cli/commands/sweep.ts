/** `soret sweep`: the sweeps of a model, case by case into a table that survives an interruption. */
import { availableParallelism } from 'node:os';
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
import type { Run } from '../report/run.js';
import { runText } from '../report/text.js';
import { collectSweep } from '../sweep/collect.js';
import { runSweep } from '../sweep/run.js';
import type { SweepOutcome } from '../../solver/outcome.js';
import { assignments, oneFile, outOption, setOption, studyOption } from './common.js';

export const sweep: Command = {
  name: 'sweep',
  summary: 'Run the sweeps of a model, on several threads, resumable',
  usage: "FILE [--study NAME] [-j N] [--resume | --collect DIR] [--set NAME='VALUE UNIT'] [--format text|json|csv] [--out DIR]",
  positionals: oneFile,
  options: {
    study: studyOption,
    set: setOption,
    jobs: { type: 'text', short: 'j', placeholder: 'N', doc: `worker threads (default 1; this machine has ${availableParallelism()})` },
    resume: { type: 'flag', doc: 'go on with an interrupted sweep: finished cases are not computed again' },
    collect: {
      type: 'text',
      placeholder: 'DIR',
      doc: 'compute nothing: make the table of the cases that soret run --set … --format json wrote into the files DIR/*.json',
    },
    format: { type: 'text', words: ['text', 'json', 'csv'], doc: 'what is printed at the end' },
    out: { ...outOption, doc: 'folder of the table MODEL.STUDY.csv, which grows while the sweep runs (default: beside the model)' },
  },
  examples: [
    'soret sweep dopant-wafer.soret',
    'soret sweep map.soret --study map -j 4 --resume --out results',
    'soret sweep map.soret --study map --collect cases',
  ],
  async run(given, terminal) {
    const [model] = await loadModels(given.positionals, terminal);
    const { file, diagnostics, problem } = model!;
    const format = given.text('format') ?? 'text';
    if (format !== 'json') terminal.note(diagnosticsText([model!], { colours: false }));
    if (!problem) {
      if (format === 'json') terminal.write(`${runJson({ file, diagnostics }, version, false)}\n`);
      else terminal.note(`${file} has errors and was not run.\n`);
      return exit.modelWrong;
    }
    const set = parameterValues(problem, assignments(given));
    const [folder, from] = [given.text('out'), given.text('collect')];
    if (from !== undefined && given.flag('resume')) throw new UsageError('--collect computes nothing, so there is nothing to --resume.');
    const threads = jobs(given);
    const outcomes: SweepOutcome[] = [];
    for (const study of chosenSweeps(problem, file, given))
      outcomes.push(
        from === undefined
          ? await runSweep({ problem, study, set, file, folder, resume: given.flag('resume'), threads }, terminal)
          : collectSweep({ problem, study, set, file, folder, from }, terminal),
      );
    const run: Run = { file, diagnostics, problem, set, result: { hash: problem.hash, outcomes, expectations: [] } };
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
