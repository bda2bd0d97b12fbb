/** Folding: blocks, comments of several lines, runs of `//` lines, imports. */
import type { LangiumDocument } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { SoretServices } from '../services.js';
import { grammarWords } from './grammar-words.js';
import { structureOf, type Block } from './structure.js';
import { endOf, kindOf, tokenize } from './tokens.js';

export class SoretFoldingRangeProvider implements FoldingRangeProvider {
  constructor(private readonly services: SoretServices) {}

  getFoldingRanges({ textDocument }: LangiumDocument): FoldingRange[] {
    const tokens = tokenize(this.services.parser.Lexer, textDocument.getText());
    const { blocks } = structureOf(tokens, grammarWords(this.services.Grammar));
    const lineAt = (offset: number) => textDocument.positionAt(offset).line;
    const ranges: FoldingRange[] = [];
    const add = (startLine: number, endLine: number, kind?: FoldingRangeKind) => {
      if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind ? { kind } : {}) });
    };
    const visit = (block: Block) => {
      if (block.open) add(lineAt(block.open.startOffset), (block.close ? lineAt(block.close.startOffset) : lineAt(block.end) + 1) - 1);
      block.children.forEach(visit);
    };
    blocks.forEach(visit);
    const imports = blocks.filter((block) => block.keyword.image === 'import');
    if (imports.length > 1) add(lineAt(imports[0]!.keyword.startOffset), lineAt(imports.at(-1)!.end), FoldingRangeKind.Imports);
    let first: number | undefined;
    let last = -2;
    const closeRun = () => {
      if (first !== undefined) add(first, last, FoldingRangeKind.Comment);
      first = undefined;
    };
    tokens.all.forEach((token, i) => {
      if (kindOf(token) === 'ML_COMMENT') add(lineAt(token.startOffset), lineAt(endOf(token)), FoldingRangeKind.Comment);
      if (kindOf(token) !== 'SL_COMMENT') return closeRun();
      const line = lineAt(token.startOffset);
      const alone = i === 0 || lineAt(endOf(tokens.all[i - 1]!)) < line;
      if (!alone) return closeRun();
      if (line !== last + 1) closeRun();
      first ??= line;
      last = line;
    });
    closeRun();
    return ranges;
  }
}
