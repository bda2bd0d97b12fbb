/** Which errors keep a whole model from running. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { diagnostics } from './catalogue.js';

export const isError = ({ severity }: Pick<Diagnostic, 'severity'>): boolean => severity === DiagnosticSeverity.Error;

/** False for an error of one study: the run tells what that study lacks, and the others run. */
export const stopsModel = ({ severity, code }: Pick<Diagnostic, 'severity' | 'code'>): boolean =>
  isError({ severity }) && diagnostics.get(String(code))?.stops !== 'study';
