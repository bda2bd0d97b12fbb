import { currentResults } from './current.js';
import type { Command } from './command.js';

/** Opens the choice of formats in the results view. */
export const exportResults: Command = {
  id: 'soret.exportResults',
  run(soret, argument) {
    currentResults(soret, argument)?.command('export');
  },
};
