/** `soret lsp --stdio`: the language server for other editors. */
import type { Command } from '../command.js';
import { UsageError } from '../command.js';
import { exit } from '../exit.js';

export const lsp: Command = {
  name: 'lsp',
  summary: 'Serve the Language Server Protocol to an editor',
  usage: '--stdio',
  positionals: { least: 0, most: 0, what: '--stdio' },
  options: { stdio: { type: 'flag', doc: 'speak over standard input and output' } },
  examples: ['soret lsp --stdio'],
  async run(given) {
    if (!given.flag('stdio')) throw new UsageError('--stdio is missing: the only way to speak.');
    // Ctrl-C ends it: there is no answer to wait for.
    process.once('SIGINT', () => process.exit(exit.cancelled));
    // The server takes over the process when it is loaded, so it must not be loaded for other commands.
    await import('../../server/main.node.js');
    await new Promise((resolve) => process.on('exit', resolve));
    return exit.ok;
  },
};
