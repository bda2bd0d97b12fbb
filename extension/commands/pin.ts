import { currentResults } from './current.js';
import type { Command } from './command.js';

/** Keeps the shown run for comparison with later ones. */
export const pin: Command = {
  id: 'soret.pin',
  run(soret, argument) {
    currentResults(soret, argument)?.command('pin');
  },
};
