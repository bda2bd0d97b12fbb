/** What a diagnostic is. ONE declaration per code: the editor, `soret explain CODE`, the manual's pages and the tests derive from it. */

/** `must` = error, `should` = warning, a remark = hint. */
export type Severity = 'error' | 'warning' | 'hint';

export type Area =
  | 'syntax'
  | 'unit'
  | 'temperature'
  | 'name'
  | 'missing'
  | 'conflict'
  | 'onsager'
  | 'sign'
  | 'physics'
  | 'study'
  | 'data'
  | 'limit';

export interface DiagnosticRecord {
  /** Stable: `area/slug`. */
  readonly code: `${Area}/${string}`;
  readonly severity: Severity;
  /** An error that concerns one study: it keeps that study from running, and no other. */
  readonly stops?: 'study';
  /** A heading in words. */
  readonly title: string;
  /** Why it matters and what to do, as Markdown. */
  readonly doc: string;
  /** A document that shows it. */
  readonly bad: string;
  /** The same document mended: nothing is reported in it. */
  readonly good: string;
  /** Data files that the two read, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Keeps the literal type of the code. */
export const diagnostic = <const R extends DiagnosticRecord>(record: R): R => record;

/** File of the page that explains a code, in docs/diagnostics of the repository and of the installed extension. */
export const pageFile = (code: string): string => `${code.replace('/', '-')}.md`;
