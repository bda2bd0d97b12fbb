/** `soret fit`: the fits of a model. */
import { version } from '../../package.json';
import type { Command } from '../command.js';
import { UsageError } from '../command.js';
import { diagnosticsText } from '../diagnostics/index.js';
import { exit } from '../exit.js';
import { chosenStudies, parameterValues } from '../model/choices.js';
import { loadModels } from '../model/load.js';
import { runModel } from '../model/run-model.js';
import { csv } from '../report/csv.js';
import { runJson } from '../report/json.js';
import { exitOf, type Run } from '../report/run.js';
import { runText } from '../report/text.js';
import { assignments, oneFile, setOption, studyOption } from './common.js';

export const fit: Command = {
  name: 'fit',
  summary: 'Fit parameters of a model to its data',
  usage: "FILE [--study NAME] [--set NAME='VALUE UNIT'] [--format text|json|csv]",
  positionals: oneFile,
  options: {
    study: studyOption,
    set: setOption,
    format: { type: 'text', words: ['text', 'json', 'csv'], doc: 'a report for people (default), one JSON document, or a table' },
  },
  examples: ['soret fit measured.soret', 'soret fit measured.soret --study fitted --format json'],
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
    const fits = problem.studies.filter((s) => s.kind === 'fit').map((s) => s.name);
    const chosen = chosenStudies(problem, given.texts('study')) ?? fits;
    const other = chosen.find((name) => !fits.includes(name));
    if (other !== undefined) throw new UsageError(`${other} is not a fit.${fits.length ? ` Fits of this model: ${fits.join(', ')}.` : ''}`);
    if (fits.length === 0)
      throw new UsageError(`${file} has no fit; write one: fit NAME { study = …; observations = …; observe = …; vary(…) = range(…, …) }`);
    const set = parameterValues(problem, assignments(given));
    const result = await runModel(problem, terminal, { studies: chosen, set });
    const only = { ...result, outcomes: result.outcomes.filter((o) => chosen.includes(o.study)) };
    const done: Run = { file, diagnostics, problem, set, result: only };
    if (format === 'json') terminal.write(`${runJson(done, version, false)}\n`);
    else terminal.write(format === 'csv' ? csv(only.outcomes, false) : runText(done, terminal));
    return exitOf(done);
  },
};
