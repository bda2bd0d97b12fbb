/** Documents of the language in memory: parsed, linked, checked, lowered. */
import { readFileSync } from 'node:fs';
import { EmptyFileSystemProvider, URI, UriUtils, type FileSystemProvider, type LangiumDocument } from 'langium';
import type { Problem } from '../../solver/problem.js';
import type { CheckProblem } from '../../language/check/problem.js';
import type { CheckResult } from '../../language/check/checker.js';
import type * as ast from '../../language/generated/ast.js';
import { createSoretServices } from '../../language/services.js';

const NoFiles: new () => FileSystemProvider = EmptyFileSystemProvider;
/** Files by their path. */
export class MemoryFiles extends NoFiles {
  readonly texts = new Map<string, string>();
  override async readFile(uri: URI): Promise<string> {
    const text = this.texts.get(uri.path);
    if (text === undefined) throw new Error(`no file ${uri.path}`);
    return text;
  }
  override async exists(uri: URI): Promise<boolean> {
    return this.texts.has(uri.path);
  }
}

export const model = (name: string): string => readFileSync(new URL(`models/${name}`, import.meta.url), 'utf8');
export const example = (name: string): string => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');

let count = 0;
export function newSession() {
  const files = new MemoryFiles();
  const { shared, soret } = createSoretServices({ fileSystemProvider: () => files });
  const open = async (text: string, path = `/models/m${++count}.soret`): Promise<LangiumDocument> => {
    const document = shared.workspace.LangiumDocuments.createDocument(URI.from({ scheme: 'file', path }), text);
    await shared.workspace.DocumentBuilder.build([document], { validation: false });
    return document;
  };
  return { files, shared, soret, open };
}
const session = newSession();

export interface Opened {
  readonly document: LangiumDocument;
  readonly root: ast.Model;
  readonly check: CheckResult;
}
/** In a session shared by all tests: documents do not see each other unless they import. */
export async function open(text: string): Promise<Opened> {
  const document = await session.open(text);
  return { document, root: document.parseResult.value as ast.Model, check: session.soret.check.CheckService.of(document) };
}
export const syntaxErrors = ({ parseResult }: LangiumDocument): string[] => [
  ...parseResult.lexerErrors.map((e) => e.message),
  ...parseResult.parserErrors.map((e) => e.message),
];
export const unresolved = (document: LangiumDocument): string[] =>
  document.references.flatMap((r) => ('error' in r && r.error && '$refText' in r ? [r.$refText] : []));

/** The text that a problem marks. */
export function marked(document: LangiumDocument, problem: Pick<CheckProblem, 'range'>): string {
  return document.textDocument.getText(problem.range);
}
/** `code marked-text` of every problem. */
export async function problemsIn(text: string): Promise<string[]> {
  const { document, check } = await open(text);
  return check.problems.map((problem) => `${problem.code} ${marked(document, problem)}`);
}
/** The text after a fix by its title. */
export async function fixed(text: string, title: string): Promise<string> {
  const { document, check } = await open(text);
  const fix = check.problems.flatMap((p) => p.fixes).find((f) => f.title.includes(title));
  if (!fix) throw new Error(`no fix ${title}: there are ${check.problems.flatMap((p) => p.fixes.map((f) => f.title)).join(' | ')}`);
  return fix.edits
    .map((edit) => ({
      start: document.textDocument.offsetAt(edit.range.start),
      end: document.textDocument.offsetAt(edit.range.end),
      text: edit.newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((t, edit) => t.slice(0, edit.start) + edit.text + t.slice(edit.end), text);
}
/** Value of a named let, param or measure. */
export function valueOf({ root, check }: Opened, name: string): number | undefined {
  const declaration = root.declarations.find((d) => 'name' in d && d.name === name);
  return check.valueOf((declaration as ast.Let).value);
}
export async function lowered(text: string): Promise<Problem> {
  const { document } = await open(text);
  const result = session.soret.lower.LowerService.of(document);
  if ('problems' in result) throw new Error(result.problems.map((p) => p.message).join('\n'));
  return result.problem;
}
export const directoryOf = (document: LangiumDocument): string => UriUtils.dirname(document.uri).path;
