import { currentModel } from './current.js';
import type { Command } from './command.js';

/** Opens the results beside the model. */
export const showResults: Command = {
  id: 'soret.showResults',
  async run(soret, argument) {
    const uri = currentModel(soret, argument);
    // Asked for a second time, the view takes the focus: from there its own keys go on.
    if (uri) await soret.results.show(uri, soret.results.of(uri)?.visible !== true);
  },
};
