/** Reads the marks of a document and compares them with what the services report. */
import { EmptyFileSystem, URI } from 'langium';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import { createSoretServices } from '../../language/services.js';

export interface Mark {
  readonly line: number;
  readonly from: number;
  /** Undefined: the range goes on in later lines. */
  readonly to: number | undefined;
  readonly severity: string;
  readonly code: string;
}
export interface ExpectedMark extends Mark {
  readonly partOfMessage: string;
}

const pattern = /^\s*\/\/[^^]*?(?<carets>\^+)(?<open>\.\.\.)? (?<severity>error|warning|hint) (?<code>[\w/-]+) "(?<message>.*)"\s*$/;

export function marks(text: string): readonly ExpectedMark[] {
  const found: ExpectedMark[] = [];
  let line = -1;
  text.split(/\r?\n/).forEach((content, i) => {
    const groups = pattern.exec(content)?.groups;
    if (!groups) {
      line = i;
      return;
    }
    const from = content.indexOf('^');
    found.push({
      line,
      from,
      to: groups['open'] ? undefined : from + groups['carets']!.length,
      severity: groups['severity']!,
      code: groups['code']!,
      partOfMessage: groups['message']!,
    });
  });
  return found.sort(inOrder);
}
const inOrder = (a: Mark, b: Mark): number => a.line - b.line || a.from - b.from || a.code.localeCompare(b.code);

/** What was reported, in the shape and the order of the marks. */
export const found = (_text: string, reported: readonly Diagnostic[]): readonly Mark[] => reported.map(asMark);
const severities = ['', 'error', 'warning', 'information', 'hint'];
const asMark = ({ range: { start, end }, severity, code }: Diagnostic): Mark => ({
  line: start.line,
  from: start.character,
  to: start.line === end.line ? end.character : undefined,
  severity: severities[severity ?? 0]!,
  code: String(code),
});

const { shared } = createSoretServices(EmptyFileSystem);
const ready = shared.workspace.WorkspaceManager.initializeWorkspace([]);
let count = 0;

/** Checks a text as a document of its own. */
export async function diagnose(text: string): Promise<readonly Diagnostic[]> {
  await ready;
  const uri = URI.parse(`memory:/${++count}.soret`);
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build([document], { validation: true });
  const diagnostics = document.diagnostics ?? [];
  await shared.workspace.DocumentBuilder.update([], [uri]);
  return [...diagnostics].sort((a, b) => inOrder(asMark(a), asMark(b)));
}

export function applied(text: string, edits: readonly { readonly range: Range; readonly newText: string }[]): string {
  const lines = text.split('\n');
  const starts = lines.reduce<number[]>((all, line) => [...all, all.at(-1)! + line.length + 1], [0]);
  const offset = (p: Range['start']) => starts[p.line]! + p.character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)), text);
}
