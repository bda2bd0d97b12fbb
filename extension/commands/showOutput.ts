import type { Command } from './command.js';

/** Shows the log: starts, timings, what went wrong. */
export const showOutput: Command = {
  id: 'soret.showOutput',
  run({ output }) {
    output.show();
  },
};
