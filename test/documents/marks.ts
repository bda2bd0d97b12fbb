/** Reads the marks of a document and compares them with what the services report. */
import { EmptyFileSystemProvider, URI, UriUtils } from 'langium';
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

const pattern =
  /^\s*\/\/\s*(?:(?<carets>\^+)(?<open>\.\.\.)?|@(?<from>\d+)-(?<to>\d+)) (?<severity>error|warning|hint) (?<code>[\w/-]+) "(?<message>.*)"\s*$/;

export function marks(text: string): readonly ExpectedMark[] {
  const found: ExpectedMark[] = [];
  let line = -1;
  text.split(/\r?\n/).forEach((content, i) => {
    const groups = pattern.exec(content)?.groups;
    if (!groups) {
      line = i;
      return;
    }
    const from = groups['from'] === undefined ? content.indexOf('^') : Number(groups['from']);
    const to = groups['to'] === undefined ? from + groups['carets']!.length : Number(groups['to']);
    found.push({
      line,
      from,
      to: groups['open'] ? undefined : to,
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

/** Data files of the document that is being checked, by name. */
let files: Readonly<Record<string, string>> = {};
class FilesOfTheDocument extends EmptyFileSystemProvider {
  override async readFile(uri?: URI): Promise<string> {
    const text = uri && files[UriUtils.basename(uri)];
    if (text === undefined) throw new Error('There is no such file.');
    return text;
  }
}
const { shared } = createSoretServices({ fileSystemProvider: () => new FilesOfTheDocument() });
const ready = shared.workspace.WorkspaceManager.initializeWorkspace([]);
let count = 0;

/** Checks a text as a document of its own. */
export async function diagnose(text: string, companions: Readonly<Record<string, string>> = {}): Promise<readonly Diagnostic[]> {
  await ready;
  files = companions;
  const uri = URI.parse(`memory:/${++count}/model.soret`);
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
