/** Diagnostics in the short form that goes with a model. */
import type { LangiumDocument } from 'langium';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { DiagnosticData } from '../language/validation/finding.js';
import type { ProblemSummary } from './protocol.js';

export function summaries(document: LangiumDocument): { errors: ProblemSummary[]; others: ProblemSummary[] } {
  const uri = document.uri.toString();
  const errors: ProblemSummary[] = [];
  const others: ProblemSummary[] = [];
  for (const diagnostic of document.diagnostics ?? [])
    (diagnostic.severity === DiagnosticSeverity.Error ? errors : others).push(summary(uri, diagnostic));
  return { errors, others };
}

function summary(uri: string, { message, code, range, data }: Diagnostic): ProblemSummary {
  const fix = (data as Partial<DiagnosticData> | undefined)?.fixes?.[0]?.title;
  return {
    message: typeof message === 'string' ? message : message.value,
    code: String(code ?? ''),
    range: { uri, ...range },
    ...(fix ? { fix } : {}),
  };
}
