/** `soret explain`: the page of a diagnostic. */
import { diagnostics } from '../../language/validation/catalogue.js';
import { explain as pageOf } from '../../language/validation/explain.js';
import { nearest } from '../../language/validation/nearest.js';
import type { Command } from '../command.js';
import { UsageError } from '../command.js';
import { exit } from '../exit.js';

export const explain: Command = {
  name: 'explain',
  summary: 'Explain a diagnostic by its code; without a code, list them',
  usage: '[CODE]',
  positionals: { least: 0, most: 1, what: 'the code of a diagnostic' },
  options: {},
  examples: ['soret explain unit/mismatch'],
  async run(given, terminal) {
    const [code] = given.positionals;
    if (code === undefined) {
      const width = Math.max(...[...diagnostics.keys()].map((c) => c.length));
      terminal.write([...diagnostics.values()].map((d) => `${d.code.padEnd(width)}  ${d.title}\n`).join(''));
      return exit.ok;
    }
    const page = pageOf(code);
    if (page === null) {
      const guess = nearest(code, diagnostics.keys());
      throw new UsageError(`there is no diagnostic ${code}.${guess ? ` Did you mean ${guess}?` : ''} soret explain lists them.`);
    }
    terminal.write(page);
    return exit.ok;
  },
};
