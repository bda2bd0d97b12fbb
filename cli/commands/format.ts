/** `soret format`: the editor's formatter on files. */
import type { Command } from '../command.js';
import { exit } from '../exit.js';
import { formatted } from '../model/format.js';
import { writeFile } from '../model/output.js';
import { someFiles } from './common.js';

export const format: Command = {
  name: 'format',
  summary: 'Lay out models: indentation, aligned values, one blank between things',
  usage: 'FILE… [--check]',
  positionals: someFiles,
  options: { check: { type: 'flag', doc: 'change nothing; exit with 1 when a file would change' } },
  examples: ['soret format model.soret', 'soret format examples/*.soret --check'],
  async run(given, terminal) {
    let changed = 0;
    for (const { file, before, after } of await formatted(given.positionals)) {
      if (before === after) continue;
      changed++;
      if (!given.flag('check')) writeFile(file, after);
      terminal.note(`${given.flag('check') ? 'would format' : 'formatted'} ${file}\n`);
    }
    return given.flag('check') && changed > 0 ? exit.modelWrong : exit.ok;
  },
};
