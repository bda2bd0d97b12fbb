/** Diagnostics of a document in the form that programs are given: by the command line, and by the editor's tools for language models. */
import type { LangiumDocument } from 'langium';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { DiagnosticData } from '../language/validation/finding.js';
import type { CheckedDiagnostic } from './protocol.js';

const severities: Readonly<Record<DiagnosticSeverity, CheckedDiagnostic['severity']>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** In the order of the text. `named` writes the address of a related file as its reader knows it. */
export const checkedDiagnostics = ({ diagnostics = [] }: LangiumDocument, named: (uri: string) => string): readonly CheckedDiagnostic[] =>
  [...diagnostics].sort(byPlace).map((d) => converted(d, named));

const byPlace = ({ range: { start: a } }: Diagnostic, { range: { start: b } }: Diagnostic): number =>
  a.line - b.line || a.character - b.character;

function converted(d: Diagnostic, named: (uri: string) => string): CheckedDiagnostic {
  const data = d.data as Partial<DiagnosticData> | undefined;
  return {
    severity: severities[d.severity ?? DiagnosticSeverity.Error],
    code: String(d.code ?? ''),
    message: typeof d.message === 'string' ? d.message : d.message.value,
    range: d.range,
    related: (d.relatedInformation ?? []).map((r) => ({ file: named(r.location.uri), range: r.location.range, message: r.message })),
    fixes: (data?.fixes ?? []).map(({ title, edits }) => ({ title, edits })),
  };
}
