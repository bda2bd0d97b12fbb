/** Models read from files and checked by the same services that the editor uses. */
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import path from 'node:path';
import { createSoretServices } from '../../language/services.js';
import { modelText } from './files.js';

/** Builds all files in one session, so that imports are read once. Throws `UsageError` for files that are no models. */
export async function session(files: readonly string[]) {
  for (const file of files) modelText(file);
  const services = createSoretServices(NodeFileSystem);
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const documents = await Promise.all(files.map((file) => LangiumDocuments.getOrCreateDocument(URI.file(path.resolve(file)))));
  await DocumentBuilder.build(documents, { validation: true });
  return { services, documents };
}
