/** `soret run`: runs studies and reports. */
import { version } from '../../package.json';
import type { Problem } from '../../solver/problem.js';
import type { Command } from '../command.js';
import { UsageError } from '../command.js';
import { diagnosticsText } from '../diagnostics/index.js';
import { exit } from '../exit.js';
import { loadModels } from '../model/load.js';
import { makeFolder } from '../model/output.js';
import { runModel } from '../model/run-model.js';
import { chosenStudies, parameterValues } from '../model/choices.js';
import { charts } from '../plot/curves.js';
import { figureForms, figures } from '../plot/figure.js';
import { csv } from '../report/csv.js';
import { writeResults } from '../report/files.js';
import { runJson } from '../report/json.js';
import { exitOf, type Run } from '../report/run.js';
import { runText } from '../report/text.js';
import { assignments, oneFile, outOption, setOption, studyOption } from './common.js';

export const run: Command = {
  name: 'run',
  summary: 'Run the studies of a model and report what they measure',
  usage:
    "FILE [--study NAME] [--set NAME='VALUE UNIT'] [--tolerance NUMBER] [--format text|json|csv] [--fields] [--out DIR] [--plot svg|png]",
  positionals: oneFile,
  options: {
    study: studyOption,
    set: setOption,
    format: { type: 'text', words: ['text', 'json', 'csv'], doc: 'a report for people (default), one JSON document, or tables' },
    tolerance: { type: 'text', placeholder: 'NUMBER', doc: "wanted accuracy relative to each field's range, instead of the model's" },
    fields: { type: 'flag', doc: 'include the profiles of T and composition (json, csv)' },
    out: outOption,
    plot: { type: 'text', words: figureForms, doc: 'draw the plots of the model into files (in --out, else beside the model)' },
  },
  examples: [
    'soret run gin-and-tonic.soret',
    "soret run gin-and-tonic.soret --study relax --set hot='40 degC' --format csv",
    'soret run gin-and-tonic.soret --out results --plot svg',
  ],
  async run(given, terminal) {
    const form = figureForms.find((name) => name === given.text('plot'));
    const [model] = await loadModels(given.positionals, terminal);
    const { file, diagnostics } = model!;
    const problem = model!.problem && withTolerance(model!.problem, given.text('tolerance'));
    const format = given.text('format') ?? 'text';
    if (format !== 'json') terminal.note(diagnosticsText([model!], { colours: false }));
    if (!problem) {
      if (format === 'json') terminal.write(`${runJson({ file, diagnostics }, version, false)}\n`);
      else terminal.note(`${file} has errors and was not run.\n`);
      return exit.modelWrong;
    }
    const studies = chosenStudies(problem, given.texts('study'));
    const set = parameterValues(problem, assignments(given));
    const folder = given.text('out');
    // Before the work, so that none is done for nothing.
    const plots = form && (await figures(form));
    if (folder !== undefined) makeFolder(folder);
    const result = await runModel(problem, terminal, { ...(studies && { studies }), set });
    const done: Run = { file, diagnostics, problem, set, result };
    if (format === 'json') terminal.write(`${runJson(done, version, given.flag('fields'))}\n`);
    else if (format === 'csv') terminal.write(csv(result.outcomes, given.flag('fields')));
    else terminal.write(runText(done, terminal));
    if (folder !== undefined || plots) for (const written of writeResults(done, { folder, plots })) terminal.note(`wrote ${written}\n`);
    if (plots && charts(problem, result).length === 0)
      terminal.note('nothing was drawn: write what to draw, such as plot T over x of STUDY\n');
    return exitOf(done);
  },
};

function withTolerance(problem: Problem, text: string | undefined): Problem {
  if (text === undefined) return problem;
  const tolerance = Number(text);
  if (!(tolerance > 0 && tolerance <= 0.1)) throw new UsageError(`--tolerance ${text} is not a number above 0 and up to 0.1.`);
  return { ...problem, studies: problem.studies.map((study) => ({ ...study, tolerance })) };
}
