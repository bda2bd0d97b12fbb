import { currentResults } from './current.js';
import type { Command } from './command.js';

/** Stops the run; what was computed so far stays. */
export const cancel: Command = {
  id: 'soret.cancel',
  run(soret, argument) {
    currentResults(soret, argument)?.command('cancel');
  },
};
