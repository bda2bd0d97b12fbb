/** Findings in the form that Langium hands to the editor. */
import { AstUtils, type AstNode, type DiagnosticInfo } from 'langium';
import type { DiagnosticRecord } from './diagnostic.js';
import { nodeOf, rangeOf, type DiagnosticData, type Finding } from './finding.js';

/** `uri` is that of the document; related places may lie in others. */
export function toInfo(node: AstNode, record: DiagnosticRecord, finding: Finding, uri: string): DiagnosticInfo<AstNode, string> {
  const data: DiagnosticData = { fixes: finding.fixes ?? [] };
  return {
    node,
    range: rangeOf(finding.at),
    code: record.code,
    relatedInformation: finding.related?.map(({ at, message }) => {
      const place = nodeOf(at);
      return { location: { uri: place ? AstUtils.getDocument(place).uri.toString() : uri, range: rangeOf(at) }, message };
    }),
    data,
  };
}
