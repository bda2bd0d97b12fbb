/** Formatting of a document, a range, and while typing. Works in files with errors, keeps every token and comment, never changes meaning. */
import type { LangiumDocument } from 'langium';
import type { Formatter, LangiumServices } from 'langium/lsp';
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingOptions,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { grammarWords } from '../grammar-words.js';
import { kindOf, tokenize, type Tokens } from '../tokens.js';
import { layoutEdits, type BlankEdit } from './layout.js';

export class SoretFormatter implements Formatter {
  readonly formatOnTypeOptions: DocumentOnTypeFormattingOptions = { firstTriggerCharacter: '\n', moreTriggerCharacter: ['}', ';'] };
  constructor(private readonly services: LangiumServices) {}

  formatDocument(document: LangiumDocument, params: DocumentFormattingParams): TextEdit[] {
    return this.edits(document, params.options, () => true);
  }
  formatDocumentRange(document: LangiumDocument, params: DocumentRangeFormattingParams): TextEdit[] {
    const { start, end } = params.range;
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return this.edits(document, params.options, (edit) => edit.line >= start.line && edit.line <= last);
  }
  /** A finished line is put in order; the line of the cursor is left to the writer. */
  formatDocumentOnType(document: LangiumDocument, params: DocumentOnTypeFormattingParams): TextEdit[] {
    const line = params.ch === '\n' ? params.position.line - 1 : params.position.line;
    const cursor = document.textDocument.offsetAt(params.position);
    return this.edits(document, params.options, (edit) => edit.line === line && (params.ch === '\n' || edit.end < cursor));
  }

  private edits(document: LangiumDocument, options: FormattingOptions, wanted: (edit: BlankEdit) => boolean): TextEdit[] {
    const text = document.textDocument.getText();
    const { Lexer } = this.services.parser;
    const tokens = tokenize(Lexer, text);
    const unit = options.insertSpaces === false ? '\t' : ' '.repeat(options.tabSize || 2);
    const edits = layoutEdits(tokens, grammarWords(this.services.Grammar), unit).filter(wanted);
    if (edits.length === 0 || !isSameCode(tokens, tokenize(Lexer, apply(text, edits)))) return [];
    return edits.map((edit) => ({
      range: { start: document.textDocument.positionAt(edit.start), end: document.textDocument.positionAt(edit.end) },
      newText: edit.text,
    }));
  }
}

export function apply(text: string, edits: readonly BlankEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
/** The promise of the formatter, checked on every answer: the same tokens in the same order. */
const isSameCode = (a: Tokens, b: Tokens): boolean =>
  a.code.length === b.code.length && a.code.every((token, i) => token.image === b.code[i]!.image && kindOf(token) === kindOf(b.code[i]!));
