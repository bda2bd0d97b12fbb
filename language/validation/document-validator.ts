/** Diagnostics of a document: syntax, names, then one walk of the table of rules over the whole model. All carry a code, its page and fixes. */
import {
  DefaultDocumentValidator,
  type AstNode,
  type LangiumDocument,
  type ParseResult,
  type ValidateSingleNodeOptions,
  type ValidationOptions,
} from 'langium';
import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { isModel } from '../generated/ast.js';
import { documentationPage, type DiagnosticRecord } from './diagnostic.js';
import type { DiagnosticData, Fix } from './finding.js';
import { unknownName } from './rules/name/unknown.js';
import { syntaxError } from './rules/syntax/error.js';

/** The rules see the whole model at once: no check runs on other nodes. */
const rootOnly = {
  root: { validateNode: true, validateChildren: false },
  other: { validateNode: false, validateChildren: false },
} as const;

export class SoretDocumentValidator extends DefaultDocumentValidator {
  override async validateDocument(
    document: LangiumDocument,
    options?: ValidationOptions,
    cancel?: CancellationToken,
  ): Promise<Diagnostic[]> {
    if (document.uri.scheme === 'builtin') return [];
    return withoutEchoes(await super.validateDocument(document, options, cancel));
  }
  protected override validateSingleNodeOptions(node: AstNode): ValidateSingleNodeOptions {
    return isModel(node) ? rootOnly.root : rootOnly.other;
  }
  protected override processLexingErrors(result: ParseResult, diagnostics: Diagnostic[], options: ValidationOptions): void {
    coded(syntaxError, diagnostics, (list) => super.processLexingErrors(result, list, options));
  }
  protected override processParsingErrors(result: ParseResult, diagnostics: Diagnostic[], options: ValidationOptions): void {
    coded(syntaxError, diagnostics, (list) => super.processParsingErrors(result, list, options));
  }
  protected override processLinkingErrors(document: LangiumDocument, diagnostics: Diagnostic[], options: ValidationOptions): void {
    coded(unknownName, diagnostics, (list) => super.processLinkingErrors(document, list, options));
  }
}

function coded(record: DiagnosticRecord, diagnostics: Diagnostic[], collect: (list: Diagnostic[]) => void): void {
  const found: Diagnostic[] = [];
  collect(found);
  for (const diagnostic of found) {
    const meant = typeof diagnostic.message === 'string' ? /\n= did you mean (\S+)\?/.exec(diagnostic.message)?.[1] : undefined;
    const fixes: Fix[] = meant === undefined ? [] : [{ title: `Use ${meant}`, edits: [{ range: diagnostic.range, newText: meant }] }];
    const data: DiagnosticData = { fixes };
    diagnostics.push({
      ...diagnostic,
      code: record.code,
      codeDescription: { href: documentationPage(record.code) },
      source: 'soret',
      data,
    });
  }
}

/** Codes that say less than a rule about the same word. */
const general: readonly string[] = [unknownName.code, 'name/misplaced'];

/**
 * What follows from another diagnostic is left out: the general "unknown" or "misplaced" name where a rule says more about the same word,
 * and "missing" in a file that could not be read to its end.
 */
function withoutEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ range: { start, end } }: Diagnostic): string => `${start.line}:${start.character}-${end.line}:${end.character}`;
  const unreadable = diagnostics.some((d) => d.code === syntaxError.code);
  const judged = new Set(diagnostics.filter((d) => !general.includes(String(d.code))).map(key));
  return diagnostics.filter((d) => {
    if (general.includes(String(d.code))) return !judged.has(key(d));
    return !(unreadable && typeof d.code === 'string' && d.code.startsWith('missing/'));
  });
}
