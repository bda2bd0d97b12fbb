/** Diagnostics in the short form that goes with a model. */
import type { LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import type { DiagnosticData } from '../language/validation/finding.js';
import { stopsModel } from '../language/validation/gravity.js';
import type { ProblemSummary } from './protocol.js';

/** `errors` are those for which nothing can run. */
export function summaries(document: LangiumDocument): { errors: ProblemSummary[]; others: ProblemSummary[] } {
  const uri = document.uri.toString();
  const errors: ProblemSummary[] = [];
  const others: ProblemSummary[] = [];
  for (const diagnostic of document.diagnostics ?? []) (stopsModel(diagnostic) ? errors : others).push(summary(uri, diagnostic));
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
