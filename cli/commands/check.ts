/** `soret check`: the editor's diagnostics, without an editor. */
import { version } from '../../package.json';
import type { Command } from '../command.js';
import { diagnosticsJson, diagnosticsSummary, diagnosticsText, hasErrors, sarif } from '../diagnostics/index.js';
import { exit } from '../exit.js';
import { loadModels } from '../model/load.js';
import { someFiles } from './common.js';

export const check: Command = {
  name: 'check',
  summary: 'Find errors in models: units, conflicting coefficients, missing statements, doubtful physics',
  usage: 'FILE… [--format text|json|sarif]',
  positionals: someFiles,
  options: {
    format: { type: 'text', words: ['text', 'json', 'sarif'], doc: 'text for people (default), json, or sarif for code scanning' },
  },
  examples: ['soret check model.soret', 'soret check examples/*.soret --format sarif > findings.sarif'],
  async run(given, terminal) {
    const files = await loadModels(given.positionals, terminal);
    const format = given.text('format') ?? 'text';
    if (format === 'json') terminal.write(`${diagnosticsJson(files)}\n`);
    else if (format === 'sarif') terminal.write(`${sarif(files, version)}\n`);
    else {
      terminal.write(diagnosticsText(files, terminal));
      terminal.note(`${diagnosticsSummary(files)}\n`);
    }
    return files.some(hasErrors) ? exit.modelWrong : exit.ok;
  },
};
