/** Code actions: quick fixes, fix all, refactorings. */
import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import type { CodeAction, CodeActionParams } from 'vscode-languageserver-protocol';
import type { SoretServices } from '../../services.js';
import type { ActionContext } from './context.js';
import { convertCoefficient } from './convert-coefficient.js';
import { convertPrimed } from './convert-primed.js';
import { convertUnit } from './convert-unit.js';
import { extractParam } from './extract-param.js';
import { fixAll, quickFixes } from './fixes.js';
import { sweepParam } from './sweep-param.js';

const providers: readonly ((context: ActionContext) => CodeAction[])[] = [
  quickFixes,
  extractParam,
  convertUnit,
  convertCoefficient,
  convertPrimed,
  sweepParam,
  fixAll,
];

export class SoretCodeActionProvider implements CodeActionProvider {
  constructor(private readonly services: SoretServices) {}

  getCodeActions(document: LangiumDocument, { range, context }: CodeActionParams): CodeAction[] {
    const { textDocument } = document;
    const asked: ActionContext = {
      document,
      services: this.services,
      range,
      start: textDocument.offsetAt(range.start),
      end: textDocument.offsetAt(range.end),
    };
    const actions = providers.flatMap((provider) => provider(asked));
    const wanted = context.only;
    return wanted ? actions.filter(({ kind }) => wanted.some((only) => kind === only || kind?.startsWith(`${only}.`))) : actions;
  }
}
