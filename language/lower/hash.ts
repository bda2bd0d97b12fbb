/** Hash of a problem: equal hashes give equal results. Places in the source and written units do not enter. */

/** Keys that say where or how something is written. */
const withoutEffect: ReadonlySet<string> = new Set(['origin', 'written', 'hash', 'title']);

/** 64 bits as 16 hexadecimal digits: two lanes of FNV-1a over the canonical text, with different offsets. */
export function hashOf(value: object): string {
  const text = JSON.stringify(value, (key: string, item: unknown) => (withoutEffect.has(key) ? undefined : canonical(item)));
  return hex(lane(text, 0x811c9dc5)) + hex(lane(text, 0x9747b28c));
}
/** JSON has no NaN and no infinity. */
const canonical = (item: unknown): unknown => (typeof item === 'number' && !Number.isFinite(item) ? String(item) : item);
const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

const fnvPrime = 0x01000193;
function lane(text: string, offset: number): number {
  let hash = offset;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    hash = Math.imul(hash ^ (code & 0xff), fnvPrime);
    hash = Math.imul(hash ^ (code >>> 8), fnvPrime);
  }
  // a last stir, so that texts that differ in their end differ in all digits
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
