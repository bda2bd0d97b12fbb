/** Findings as diagnostics of the language server protocol. */
import { AstUtils } from 'langium';
import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { documentationPage, type DiagnosticRecord, type Severity } from './diagnostic.js';
import { nodeOf, rangeOf, type DiagnosticData, type Finding } from './finding.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, hint: 4 };

/** `uri` is that of the document; related places may lie in others. `page` makes the address of a code's page. */
export function toDiagnostic(
  record: DiagnosticRecord,
  finding: Finding,
  uri: string,
  page: (code: string) => string = documentationPage,
): Diagnostic {
  const data: DiagnosticData = { fixes: finding.fixes ?? [] };
  return {
    range: rangeOf(finding.at),
    severity: severities[record.severity],
    code: record.code,
    codeDescription: { href: page(record.code) },
    source: 'soret',
    message: finding.advice ? `${finding.message}\n= ${finding.advice}` : finding.message,
    relatedInformation: finding.related?.map(({ at, message }) => {
      const node = nodeOf(at);
      return { location: { uri: node ? AstUtils.getDocument(node).uri.toString() : uri, range: rangeOf(at) }, message };
    }),
    data,
  };
}
