/** Names that the results view suggests become names of files. */

/** Only the last part of a name counts, and nothing that a file system reads as more than a name. */
export function withEnding(suggested: string, ending: string): string {
  const bare = suggested
    .slice(Math.max(suggested.lastIndexOf('/'), suggested.lastIndexOf('\\')) + 1)
    .replace(/[<>:"|?*\u0000-\u001f]/g, '-')
    .replace(/^\.+/, '');
  const name = bare || 'results';
  return name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`;
}
