import { currentModel } from './current.js';
import type { Command } from './command.js';

/** Runs the model, all its studies or the one that a lens names, and shows the results. */
export const run: Command = {
  id: 'soret.run',
  async run(soret, argument, study) {
    const uri = currentModel(soret, argument);
    if (!uri) return;
    const panel = await soret.results.show(uri);
    panel.command('run', typeof study === 'string' ? study : undefined);
  },
};
