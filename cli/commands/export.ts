/** `soret export`: stand-alone artefacts of a model and its results. */
import path from 'node:path';
import type { Command } from '../command.js';
import { diagnosticsText } from '../diagnostics/index.js';
import { exit } from '../exit.js';
import type { RunResult } from '../../solver/outcome.js';
import type { Problem } from '../../solver/problem.js';
import type { Artefact, FinishedRun } from '../export/artefact.js';
import { artefacts, isArtefact } from '../export/index.js';
import { chosenStudies, parameterValues } from '../model/choices.js';
import { loadModels } from '../model/load.js';
import { makeFolder, writeFile } from '../model/output.js';
import { runModel } from '../model/run-model.js';
import { exitOf } from '../report/run.js';
import { assignments, oneFile, setOption, studyOption } from './common.js';

export const exportModel: Command = {
  name: 'export',
  summary: 'Write a model and its results in the form of another tool',
  usage: `FILE --to ${Object.keys(artefacts).join('|')} [--study NAME] [--set NAME='VALUE UNIT'] [--out DIR]`,
  positionals: oneFile,
  options: {
    to: {
      type: 'text',
      words: Object.keys(artefacts),
      doc: Object.values(artefacts)
        .map((a) => a.doc)
        .join('\n'),
    },
    study: studyOption,
    set: setOption,
    out: { type: 'text', placeholder: 'DIR', doc: 'folder for the files; without it a single file is printed' },
  },
  examples: [
    'soret export gin-and-tonic.soret --to python > figure.py',
    'soret export gin-and-tonic.soret --to vtk --study relax --out vtk',
    'soret export map.soret --to snakemake --study map --out cluster',
  ],
  async run(given, terminal) {
    const to = given.text('to');
    if (to === undefined || !isArtefact(to)) {
      terminal.note(`soret export: --to is missing: one of ${Object.keys(artefacts).join(', ')}.\n`);
      return exit.usage;
    }
    const [loaded] = await loadModels(given.positionals, terminal);
    const { file, diagnostics, problem } = loaded!;
    terminal.note(diagnosticsText([loaded!], { colours: false }));
    if (!problem) {
      terminal.note(`${file} has errors and was not exported.\n`);
      return exit.modelWrong;
    }
    const studies = chosenStudies(problem, given.texts('study'));
    const set = parameterValues(problem, assignments(given));
    const model = chosen(problem, studies, set);
    const folder = given.text('out');
    // Before the work, so that none is done for nothing.
    if (folder !== undefined) makeFolder(folder);
    const artefact: Artefact = artefacts[to];
    const result: RunResult =
      artefact.needsRun === false
        ? { hash: problem.hash, outcomes: [], expectations: [] }
        : await runModel(model, terminal, { ...(studies && { studies }) });
    const run: FinishedRun = { file, diagnostics, problem: model, result, set };
    const files = artefact.files(run, path.basename(file, '.soret'), folder);
    if (folder === undefined) {
      terminal.write(files[0]?.text ?? '');
      if (files.length > 1) terminal.note(`printed ${files[0]!.name}, the first of ${files.length} files; --out DIR writes them all\n`);
    } else {
      for (const { name, text } of files) {
        writeFile(path.join(folder, name), text);
        terminal.note(`wrote ${path.join(folder, name)}\n`);
      }
    }
    // An expectation that fails is no reason to withhold an export.
    const code = exitOf(run);
    return code === exit.modelWrong ? exit.ok : code;
  },
};

/** The model with the parameters set and only the studies named and those that they need. */
function chosen(problem: Problem, studies: readonly string[] | undefined, set: Readonly<Record<string, number>>): Problem {
  const parameters = problem.parameters.map((p) => ({ ...p, value: set[p.name] ?? p.value }));
  if (!studies) return { ...problem, parameters };
  const needed = new Set(studies);
  for (const name of needed) {
    const study = problem.studies.find((s) => s.name === name);
    if (study?.start !== undefined) needed.add(study.start);
    if (study?.kind === 'sweep' || study?.kind === 'fit') needed.add(study.study);
  }
  return { ...problem, parameters, studies: problem.studies.filter((s) => needed.has(s.name)) };
}
