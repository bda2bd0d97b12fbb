/** Text of files as the editor's formatter lays them out. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { modelText } from './files.js';
import { session } from './session.js';

/** Throws `UsageError` for files that are no models. */
export async function formatted(files: readonly string[]): Promise<readonly { file: string; before: string; after: string }[]> {
  const { services, documents } = await session(files);
  return Promise.all(
    files.map(async (file, i) => {
      const before = modelText(file);
      const document = documents[i]!;
      const edits = await services.soret.lsp.Formatter?.formatDocument(document, {
        textDocument: { uri: document.uri.toString() },
        options: { tabSize: 2, insertSpaces: true },
      });
      return { file, before, after: TextDocument.applyEdits(document.textDocument, edits ?? []) };
    }),
  );
}
