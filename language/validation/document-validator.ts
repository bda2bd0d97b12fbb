/** Diagnostics of a document: syntax, names, then one walk of the table of rules over the whole model. All carry a code and fixes. */
import {
  DefaultDocumentValidator,
  type AstNode,
  type LangiumDocument,
  type ParseResult,
  type ValidateSingleNodeOptions,
  type ValidationOptions,
} from 'langium';
import type { CancellationToken, Diagnostic, Range } from 'vscode-languageserver';
import { isModel } from '../generated/ast.js';
import { nestingCode } from '../parser/parser.js';
import { slipsAt } from './slips.js';
import { between } from './fixes.js';
import { misplacedStatements, type Misplaced } from './misplaced.js';
import type { DiagnosticRecord } from './diagnostic.js';
import type { DiagnosticData, Fix } from './finding.js';
import { limitRecords } from './rules/limit/records.js';
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
    const diagnostics = withoutEchoes(await super.validateDocument(document, options, cancel));
    const unread = misplacedIn(document.parseResult).flatMap(({ unread }) => unread ?? []);
    return unread.length === 0
      ? diagnostics
      : diagnostics.filter((d) => d.code === syntaxError.code || !unread.some((r) => covers(r, d.range)));
  }
  protected override validateSingleNodeOptions(node: AstNode): ValidateSingleNodeOptions {
    return isModel(node) ? rootOnly.root : rootOnly.other;
  }
  protected override processLexingErrors(result: ParseResult, diagnostics: Diagnostic[]): void {
    const text = result.value.$cstNode?.root.fullText ?? '';
    for (const { offset, length } of result.lexerErrors) {
      if (isCovered(offset, result)) continue;
      const message = `${text.slice(offset, offset + length)} has no meaning here.`;
      diagnostics.push({ ...tagged(syntaxError, []), severity: 1, range: between(text, offset, offset + length), message });
    }
  }
  protected override processParsingErrors(result: ParseResult, diagnostics: Diagnostic[]): void {
    for (const { range, message, fixes } of misplacedIn(result))
      diagnostics.push({ ...tagged(syntaxError, fixes), severity: 1, range, message });
    for (const error of result.parserErrors) {
      if (isCovered(error.token.startOffset, result)) continue;
      const record = error.name === nestingCode ? nesting : syntaxError;
      diagnostics.push({ ...tagged(record, []), severity: 1, range: placeOf(error), message: error.message });
    }
  }
  protected override processLinkingErrors(document: LangiumDocument, diagnostics: Diagnostic[], options: ValidationOptions): void {
    coded(unknownName, diagnostics, (list) => super.processLinkingErrors(document, list, options));
  }
}

const found = new WeakMap<ParseResult, readonly Misplaced[]>();
function misplacedIn(result: ParseResult): readonly Misplaced[] {
  const known = found.get(result);
  if (known) return known;
  const text = result.value.$cstNode?.root.fullText ?? '';
  const offsets = [...result.lexerErrors.map(({ offset }) => offset), ...result.parserErrors.map(({ token }) => token.startOffset)];
  const misplaced = result.parserErrors.length > 0 ? misplacedStatements(text) : [];
  const made = [...misplaced, ...slipsAt(text, offsets)];
  found.set(result, made);
  return made;
}
const isCovered = (offset: number, result: ParseResult): boolean =>
  misplacedIn(result).some(({ start, reach }) => offset >= start && offset < reach);
const isBefore = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
const covers = (outer: Range, inner: Range): boolean => isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

const nesting = limitRecords.find((record) => record.code === nestingCode) ?? syntaxError;

/** A missing word is missed at the word before it, not at the start of the next line. */
function placeOf(error: ParseResult['parserErrors'][number]): Range {
  const { token } = error;
  const previous = 'previousToken' in error ? (error.previousToken as typeof token | undefined) : undefined;
  const known = (t: typeof token | undefined): t is typeof token =>
    t !== undefined && t.startLine !== undefined && !Number.isNaN(t.startOffset) && t.startOffset >= 0;
  const end = (t: typeof token) => ({ line: (t.endLine ?? 1) - 1, character: t.endColumn ?? 0 });
  if (known(previous) && (!known(token) || token.startLine! > previous.endLine!))
    return { start: { line: previous.startLine! - 1, character: previous.startColumn! - 1 }, end: end(previous) };
  if (!known(token)) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return { start: { line: token.startLine! - 1, character: token.startColumn! - 1 }, end: end(token) };
}
function tagged(record: DiagnosticRecord, fixes: readonly Fix[]): Pick<Diagnostic, 'code' | 'source' | 'data'> {
  const data: DiagnosticData = { fixes };
  return { code: record.code, source: 'soret', data };
}
function coded(record: DiagnosticRecord, diagnostics: Diagnostic[], collect: (list: Diagnostic[]) => void): void {
  const found: Diagnostic[] = [];
  collect(found);
  for (const diagnostic of found) {
    const meant = typeof diagnostic.message === 'string' ? /\n= did you mean (\S+)\?/.exec(diagnostic.message)?.[1] : undefined;
    const fixes: Fix[] = meant === undefined ? [] : [{ title: `Use ${meant}`, edits: [{ range: diagnostic.range, newText: meant }] }];
    diagnostics.push({ ...diagnostic, ...tagged(record, fixes) });
  }
}

/** Codes that say less than a rule about the same word. */
const general: readonly string[] = [unknownName.code, 'name/misplaced'];

/** Codes of statements that lack a part: on a line that is half typed the syntax error says so. */
const unfinished: readonly string[] = ['name/misplaced', 'name/arguments', 'missing/value', 'study/expectation'];

/**
 * What follows from another diagnostic is left out: the general "unknown" or "misplaced" name where a rule says more about the same word,
 * "missing" in a file that could not be read to its end or behind a word that is unknown, and further syntax errors of the same line.
 */
function withoutEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ range: { start, end } }: Diagnostic): string => `${start.line}:${start.character}-${end.line}:${end.character}`;
  const unreadable = diagnostics.some((d) => d.code === syntaxError.code);
  const judged = new Set(diagnostics.filter((d) => !general.includes(String(d.code))).map(key));
  const unknown = new Set(diagnostics.filter((d) => d.code === 'name/unknown-property').map(key));
  const broken = new Set(diagnostics.filter((d) => d.code === syntaxError.code).map((d) => d.range.start.line));
  const told = new Set<number>();
  return diagnostics.filter((d) => {
    if (d.code === syntaxError.code) return !told.has(d.range.start.line) && told.add(d.range.start.line);
    if (unfinished.includes(String(d.code)) && broken.has(d.range.start.line)) return false;
    if (d.code === 'missing/value' && unknown.has(key(d))) return false;
    if (general.includes(String(d.code))) return !judged.has(key(d));
    return !(unreadable && typeof d.code === 'string' && d.code.startsWith('missing/'));
  });
}
