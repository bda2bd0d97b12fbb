/** Links in the text: imported files, data files, DOIs and web addresses in citations and comments. */
import { AstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink, Range } from 'vscode-languageserver-types';
import { fileAddress } from '../documents/addresses.js';
import * as ast from '../generated/ast.js';
import { addressOf } from '../scope/imports.js';

/** A DOI as printed, with or without its resolver; a closing bracket or full stop behind it belongs to the sentence. */
const reference =
  /(?:https?:\/\/(?:dx\.)?doi\.org\/|\bdoi:\s*|\b(?=10\.\d{4,9}\/))(10\.\d{4,9}\/[^\s"'<>{}|\\^`]*[^\s"'<>{}|\\^`.,;:)\]])|https?:\/\/[^\s"'<>{}|\\^`]*[^\s"'<>{}|\\^`.,;:)\]]/gi;

export class SoretDocumentLinkProvider implements DocumentLinkProvider {
  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    const root = document.parseResult.value;
    if (!ast.isModel(root)) return [];
    const links: DocumentLink[] = [];
    for (const node of AstUtils.streamAst(root)) {
      if (ast.isImport(node)) {
        const target = addressOf(node);
        const range = inner(GrammarUtils.findNodeForProperty(node.$cstNode, 'path')?.range);
        if (target && range) links.push({ range, target: target.toString(), tooltip: 'Open the imported file' });
      } else if (ast.isText(node) && node.value !== '' && isFile(node)) {
        const range = inner(node.$cstNode?.range);
        if (range) links.push({ range, target: fileAddress(document.uri, node.value).toString(), tooltip: 'Open the data file' });
      }
    }
    const { textDocument } = document;
    for (const match of textDocument.getText().matchAll(reference)) {
      const range = { start: textDocument.positionAt(match.index), end: textDocument.positionAt(match.index + match[0].length) };
      links.push({
        range,
        target: match[1] ? `https://doi.org/${encodeURI(match[1])}` : match[0],
        tooltip: match[1] ? 'Open the publication' : 'Open the page',
      });
    }
    return links;
  }
}

const isFile = (text: ast.Text): boolean => {
  const holder = text.$container;
  if (ast.isProperty(holder)) return holder.key === 'file';
  return ast.isArgument(holder) && ast.isCall(holder.$container) && holder.$container.callee.$refText === 'table';
};
/** Without the quotes. */
const inner = (range: Range | undefined): Range | undefined =>
  range && range.end.character - range.start.character > 2
    ? {
        start: { line: range.start.line, character: range.start.character + 1 },
        end: { line: range.end.line, character: range.end.character - 1 },
      }
    : undefined;
