import { currentModel } from './current.js';
import type { Command } from './command.js';

/** Opens the results beside the model. */
export const showResults: Command = {
  id: 'soret.showResults',
  async run(soret, argument) {
    const uri = currentModel(soret, argument);
    if (uri) await soret.results.show(uri);
  },
};
