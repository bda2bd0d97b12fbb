/** Models read from files and checked by the same services that the editor uses. */
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { createSoretServices } from '../../language/services.js';
import { modelText, pathOf } from './files.js';
import { ConfinedFiles, textName, type Sandbox } from './sandbox.js';

/** Builds all files in one session, so that imports are read once. Throws `UsageError` for files that are no models. */
export async function session(files: readonly string[], sandbox?: Sandbox) {
  for (const file of files) modelText(file, sandbox);
  const services = createSoretServices(sandbox ? { fileSystemProvider: () => new ConfinedFiles(sandbox) } : NodeFileSystem);
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const documents = await Promise.all(
    files.map((file) => {
      const uri = URI.file(pathOf(file, sandbox));
      return sandbox?.text !== undefined && file === textName
        ? LangiumDocuments.createDocument(uri, sandbox.text)
        : LangiumDocuments.getOrCreateDocument(uri);
    }),
  );
  await DocumentBuilder.build(documents, { validation: true });
  return { services, documents };
}
