/** Which documents a document imports, directly and through others. */
import { AstUtils, type LangiumDocument, type LangiumDocuments, type URI } from 'langium';
import { importAddress } from '../documents/addresses.js';
import { isImport, isModel, type Import } from '../generated/ast.js';

export const importsOf = (document: LangiumDocument): readonly Import[] => {
  const root = document.parseResult.value;
  return isModel(root) ? root.declarations.filter(isImport) : [];
};
export const addressOf = (declaration: Import): URI | undefined =>
  importAddress(AstUtils.getDocument(declaration).uri, declaration.path ?? '');

export const importedAddresses = (document: LangiumDocument): readonly URI[] =>
  importsOf(document).flatMap((declaration) => importAddress(document.uri, declaration.path ?? '') ?? []);

/** All addresses that a document's names may come from, nearest first; the document itself is not among them. Cycles are harmless. */
export function reachableAddresses(document: LangiumDocument, documents: LangiumDocuments): ReadonlyMap<string, URI> {
  const found = new Map<string, URI>();
  const own = document.uri.toString();
  const pending = [document];
  for (let next = pending.shift(); next; next = pending.shift())
    for (const uri of importedAddresses(next)) {
      const key = uri.toString();
      if (key === own || found.has(key)) continue;
      found.set(key, uri);
      const imported = documents.getDocument(uri);
      if (imported) pending.push(imported);
    }
  return found;
}
