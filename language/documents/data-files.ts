/** Data files that models name, read before they are needed so that checking and lowering stay synchronous. */
import { interruptAndCheck, type FileSystemProvider, type LangiumDocument, type URI } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import * as ast from '../generated/ast.js';
import type { SoretSharedServices } from '../services.js';
import { fileAddress } from './addresses.js';
import { nodesOf } from '../validation/walk.js';

/** Text of a file, or null when it cannot be read. */
export type FileText = string | null;

export class DataFiles {
  private readonly texts = new Map<string, FileText>();
  /** Documents by the data file that they read. */
  private readonly readers = new Map<string, Map<string, URI>>();
  private readonly files: FileSystemProvider;
  /** Grows with every file that is read or forgotten. */
  revision = 0;

  constructor(services: SoretSharedServices) {
    this.files = services.workspace.FileSystemProvider;
  }

  /** Text of a file that a document names; undefined when it has not been asked for yet. */
  text(document: LangiumDocument, path: string): FileText | undefined {
    return this.texts.get(fileAddress(document.uri, path).toString());
  }

  async load(documents: readonly LangiumDocument[], cancel?: CancellationToken): Promise<void> {
    for (const document of documents)
      for (const path of namedFiles(document.parseResult.value)) {
        const uri = fileAddress(document.uri, path);
        const key = uri.toString();
        (this.readers.get(key) ?? this.readers.set(key, new Map()).get(key)!).set(document.uri.toString(), document.uri);
        if (this.texts.has(key)) continue;
        if (cancel) await interruptAndCheck(cancel);
        this.texts.set(key, await this.read(uri));
        this.revision++;
      }
  }

  /** Forgets files that changed and gives the documents that read them. */
  forget(uris: readonly URI[]): readonly URI[] {
    return uris.flatMap((uri) => {
      if (this.texts.delete(uri.toString())) this.revision++;
      return [...(this.readers.get(uri.toString())?.values() ?? [])];
    });
  }

  private async read(uri: URI): Promise<FileText> {
    try {
      return await this.files.readFile(uri);
    } catch {
      return null;
    }
  }
}

/** Paths in `file = "…"` of data blocks and in `table("…", …)`. */
export function namedFiles(root: object): ReadonlySet<string> {
  const paths = new Set<string>();
  if (!ast.isModel(root)) return paths;
  for (const node of nodesOf(root)) {
    if (!ast.isText(node) || node.value === '') continue;
    const holder = node.$container;
    const inTable = ast.isArgument(holder) && ast.isCall(holder.$container) && holder.$container.callee.$refText === 'table';
    if (inTable || (ast.isProperty(holder) && holder.key === 'file')) paths.add(node.value);
  }
  return paths;
}
