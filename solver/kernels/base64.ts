/** Bytes of a text in base64: workers, pages and Node have no decoder in common. */
export function bytesOf(base64: string): Uint8Array {
  const letters = base64.replace(/=+$/, '');
  const bytes = new Uint8Array((letters.length * 3) >> 2);
  let [bits, held, at] = [0, 0, 0];
  for (let i = 0; i < letters.length; i++) {
    bits = (bits << 6) | sextet(letters.charCodeAt(i));
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 255;
  }
  return bytes;
}

/** A–Z, a–z, 0–9, +, /. */
function sextet(code: number): number {
  if (code >= 97) return code - 71;
  if (code >= 65) return code - 65;
  if (code >= 48) return code + 4;
  return code === 43 ? 62 : 63;
}
