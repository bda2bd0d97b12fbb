/** The files that a message may lead to: those that the model itself named. */

/** Every `uri` inside plain data such as a `Problem` or a list of diagnostics. */
export function mentionedUris(data: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return found;
  for (const [name, value] of Object.entries(data)) {
    if (name === 'uri' && typeof value === 'string') found.add(value);
    else mentionedUris(value, found);
  }
  return found;
}
