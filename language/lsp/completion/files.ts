/** Paths inside strings: models and the library behind `import`, data files elsewhere. */
import { UriUtils, type FileSystemProvider, type URI } from 'langium';
import { library } from '../../library/texts.js';
import type { Place } from '../cursor.js';
import { CompletionItemKind, type Proposal } from './item.js';

type Text = Extract<Place, { kind: 'text' }>;

/** Which files a string is about; undefined when it is no path. */
function wantedFiles(place: Text): RegExp | undefined {
  if (place.block.keyword.image === 'import') return /\.soret$/;
  if (place.statement?.key.image === 'file') return /\.(?:csv|tsv|txt|dat)$/i;
  return place.calls.at(-1)?.callee?.image === 'table' ? /\.(?:csv|tsv|txt|dat)$/i : undefined;
}

export async function fileProposals(place: Text, document: URI, files: FileSystemProvider): Promise<Proposal[]> {
  const wanted = wantedFiles(place);
  if (!wanted) return [];
  const isImport = place.block.keyword.image === 'import';
  const written = place.token.image.slice(1).replace(/"$/, '');
  const slash = written.lastIndexOf('/');
  const folder = slash < 0 ? (isImport ? './' : '') : written.slice(0, slash + 1);
  const builtin = isImport ? libraryProposals() : [];
  const entries = await entriesOf(UriUtils.resolvePath(UriUtils.dirname(document), folder || '.'), files);
  const own = UriUtils.basename(document);
  const proposals = entries.flatMap(({ uri, isDirectory }): Proposal[] => {
    const name = UriUtils.basename(uri);
    if (name.startsWith('.') || name === 'node_modules' || (isImport && name === own)) return [];
    const path = `${folder}${name}${isDirectory ? '/' : ''}`;
    if (!isDirectory && !wanted.test(name)) return [];
    return [
      {
        label: path,
        kind: isDirectory ? CompletionItemKind.Folder : CompletionItemKind.File,
        insert: `"${path}"`,
        filter: `"${path}"`,
        rank: isDirectory ? 3 : 2,
      },
    ];
  });
  return [...builtin, ...proposals];
}
/** The built-in library, in quotes. */
export const libraryProposals = (): Proposal[] =>
  Object.keys(library)
    .filter((name) => name !== 'prelude')
    .map((name) => ({
      label: `soret:${name}`,
      kind: CompletionItemKind.Module,
      detail: 'built-in library',
      insert: `"soret:${name}"`,
      filter: `"soret:${name}"`,
      rank: 1,
    }));
/** A folder that cannot be read offers nothing. */
async function entriesOf(folder: URI, files: FileSystemProvider) {
  try {
    return (await files.readDirectory(folder)).map(({ uri, isDirectory }) => ({ uri, isDirectory }));
  } catch {
    return [];
  }
}
