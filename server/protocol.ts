/** Custom messages between the language server and its client. Types only; both sides import them. */
import type { ParameterEdit, ParameterValue } from '../language/lsp/apply-parameters.js';
import type { LastRun } from '../language/lsp/last-results.js';
import type { WrittenFit } from '../language/lsp/write-fit.js';
import type { Problem, SourceRange } from '../solver/problem.js';

export interface ProblemSummary {
  readonly message: string;
  readonly code: string;
  readonly range: SourceRange;
  /** Title of the first quick fix, when there is one. */
  readonly fix?: string;
}

/** A diagnostic as programs are given it, with its quick fixes. Ranges are zero-based, as in LSP. */
export interface CheckedDiagnostic {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly code: string;
  readonly message: string;
  readonly range: TextRange;
  readonly related: readonly { readonly file: string; readonly range: TextRange; readonly message: string }[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly range: TextRange; readonly newText: string }[] }[];
}
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** The lowered model of a document, or why there is none. */
export type ModelAnswer =
  | {
      readonly state: 'ready';
      readonly uri: string;
      readonly version: number;
      readonly problem: Problem;
      readonly warnings: readonly ProblemSummary[];
    }
  | { readonly state: 'broken'; readonly uri: string; readonly version: number; readonly errors: readonly ProblemSummary[] };

/** Last results, sent to the server so that code lenses and inlay hints can show them. */
export interface LastResult extends LastRun {
  readonly uri: string;
}
export type { LastRun, ParameterValue, WrittenFit };

/** Client → server requests: name → parameters and result. */
export interface Requests {
  /** Waits until the document's current version is checked, then answers. */
  'soret/model': { params: { readonly uri: string }; result: ModelAnswer };
  /** Diagnostics of the document's current version, when it is checked. */
  'soret/check': { params: { readonly uri: string }; result: readonly CheckedDiagnostic[] };
  /** Text of a read-only built-in document (`builtin:` or `soret:` scheme). */
  'soret/builtin': { params: { readonly uri: string }; result: string };
  /**
   * One undoable edit that writes parameter values (SI) into the file, in each literal's own unit, keeping comments; those of a fit with their
   * correlations and a comment that cites the data.
   */
  'soret/applyParameters': {
    params: {
      readonly uri: string;
      readonly values: readonly ParameterValue[];
      readonly fit?: WrittenFit;
    };
    result: readonly ParameterEdit[];
  };
}
/** Client → server notifications. */
export interface ClientNotifications {
  'soret/lastResult': LastResult;
}
/** Server → client notifications. */
export interface ServerNotifications {
  /** The checked model changed: a new hash, or null while the file has errors. */
  'soret/modelChanged': { readonly uri: string; readonly version: number; readonly hash: string | null; readonly errors: number };
}
/** Server → client requests (a browser server has no file system). */
export interface ServerRequests {
  'soret/readFile': { params: { readonly uri: string }; result: string | null };
}
