/** Inlay hints of the visible lines. */
import { AstUtils, type LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, InlayHintParams } from 'vscode-languageserver-protocol';
import type { SoretServices } from '../../services.js';
import { hintKinds, type HintKind } from './kinds.js';

export class SoretInlayHintProvider implements InlayHintProvider {
  constructor(private readonly services: SoretServices) {}

  async getInlayHints(document: LangiumDocument, { range }: InlayHintParams): Promise<InlayHint[]> {
    const settings = (await this.services.shared.workspace.ConfigurationProvider.getConfiguration('soret', 'inlayHints')) as
      | Partial<Record<HintKind, boolean>>
      | null
      | undefined;
    const wanted = (Object.keys(hintKinds) as HintKind[]).filter((kind) => settings?.[kind] !== false);
    const context = { document, last: this.services.editor.LastResults.get(document.uri.toString()) };
    return AstUtils.streamAst(document.parseResult.value, { range })
      .flatMap((node) => wanted.flatMap((kind) => hintKinds[kind](node, context)))
      .toArray();
  }
}
