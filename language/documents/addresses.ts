/** Where documents come from: files beside a model, the built-in library (`soret:`), the prelude (`builtin:`). */
import { URI, UriUtils } from 'langium';
import { preludeText, preludeUri } from '../catalogue/prelude.js';
import { library } from '../library/texts.js';

export const preludeAddress = URI.parse(preludeUri);
export const isBuiltIn = (uri: URI): boolean => uri.scheme === 'builtin' || uri.scheme === 'soret';
/** Names for `import "soret:NAME"`. */
export const libraryNames: readonly string[] = Object.keys(library).filter((name) => name !== 'prelude');

/** Address of what `import "path"` names in a document; undefined when the path is empty. */
export function importAddress(from: URI, path: string): URI | undefined {
  const trimmed = path.trim();
  if (trimmed === '') return undefined;
  if (trimmed.startsWith('soret:')) return URI.parse(`soret:/${trimmed.slice('soret:'.length).replace(/\.soret$/, '')}.soret`);
  return fileAddress(from, trimmed);
}
/** Address of a file named in a document, relative to it. */
export const fileAddress = (from: URI, path: string): URI => UriUtils.resolvePath(UriUtils.dirname(from), path.replaceAll('\\', '/'));

/** Text of a read-only built-in document; undefined when there is none. */
export function builtInText(uri: URI): string | undefined {
  if (uri.toString() === preludeAddress.toString()) return preludeText();
  const name = uri.scheme === 'soret' ? UriUtils.basename(uri).replace(/\.soret$/, '') : '';
  return name !== 'prelude' && Object.hasOwn(library, name) ? library[name] : undefined;
}
