/** `soret test`: the `expect` statements of models as tests. */
import type { Command } from '../command.js';
import { exit } from '../exit.js';
import { loadModels } from '../model/load.js';
import { runModel } from '../model/run-model.js';
import { junit } from '../report/junit.js';
import { tap } from '../report/tap.js';
import { tested, type TestedFile } from '../report/tested.js';
import { someFiles } from './common.js';

export const test: Command = {
  name: 'test',
  summary: 'Run what the `expect` statements of models need and tell which hold',
  usage: 'FILE… [--reporter tap|junit]',
  positionals: someFiles,
  options: { reporter: { type: 'text', words: ['tap', 'junit'], doc: 'Test Anything Protocol (default) or JUnit XML' } },
  examples: ['soret test examples/*.soret', 'soret test models/*.soret --reporter junit > results.xml'],
  async run(given, terminal) {
    const files: TestedFile[] = [];
    for (const model of await loadModels(given.positionals, terminal)) {
      const began = performance.now();
      const studies = [...new Set(model.problem?.expectations.map((e) => e.study))];
      const result = model.problem && studies.length > 0 ? await runModel(model.problem, terminal, { studies }) : undefined;
      files.push(tested({ ...model, result }, (performance.now() - began) / 1000));
      if (terminal.cancelled()) return exit.cancelled;
    }
    terminal.write(given.text('reporter') === 'junit' ? junit(files) : tap(files));
    return files.every((file) => file.points.every((point) => point.ok)) ? exit.ok : exit.modelWrong;
  },
};
