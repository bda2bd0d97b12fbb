/** A file with the findings of the checker. */
import type { CheckedDiagnostic, TextRange } from '../../server/protocol.js';

export type Diagnostic = CheckedDiagnostic;
export type Range = TextRange;
export type Severity = CheckedDiagnostic['severity'];
export interface CheckedFile {
  readonly file: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

export const hasErrors = (file: CheckedFile): boolean => file.diagnostics.some((d) => d.severity === 'error');
