/** Code lenses: Run, Sweep or Fit above a study, the fitted values to write back, what the last run gave above measures and expectations. The commands are the client's. */
import type { LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Range } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.js';
import type { SoretServices } from '../services.js';
import type { WrittenFit } from './write-fit.js';

/** What running a study is called. */
const titles: Partial<Record<string, string>> = { Steady: 'Run', Transient: 'Run', Sweep: 'Sweep', Fit: 'Fit' };

export class SoretCodeLensProvider implements CodeLensProvider {
  constructor(private readonly services: SoretServices) {}

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const root = document.parseResult.value;
    if (!ast.isModel(root)) return [];
    const uri = document.uri.toString();
    const last = this.services.editor.LastResults.get(uri);
    const lenses: CodeLens[] = [];
    for (const declaration of root.declarations) {
      const range = firstLine(declaration.$cstNode?.range);
      if (!range) continue;
      const title = titles[declaration.$type];
      const name = 'name' in declaration ? declaration.name : undefined;
      if (title && name) lenses.push({ range, command: { title: `$(play) ${title}`, command: 'soret.run', arguments: [uri, name] } });
      if (ast.isFit(declaration))
        for (const { study, text, values, correlations } of last?.fits ?? [])
          if (study === name) {
            const fit = { study, correlations } satisfies WrittenFit;
            lenses.push({ range, command: { title: `$(edit) Write ${text}`, command: 'soret.writeFit', arguments: [uri, values, fit] } });
          }
      if (ast.isMeasure(declaration) && name)
        for (const measure of last?.measures ?? [])
          if (measure.name === name) lenses.push(note(range, `${measure.study}: ${measure.text}`));
      if (ast.isExpect(declaration))
        for (const expectation of last?.expectations ?? [])
          if (expectation.line === range.start.line)
            lenses.push(note(range, `${expectation.ok ? '$(pass)' : '$(error)'} ${expectation.message}`));
    }
    return lenses;
  }
}
/** Text without an action. */
const note = (range: Range, title: string): CodeLens => ({ range, command: { title, command: '' } });
const firstLine = (range: Range | undefined): Range | undefined => range && { start: range.start, end: range.start };
