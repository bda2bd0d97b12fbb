/**
 * Reads a packed text: as written, except that one character of the range `first … first + span` and two behind it stand for a piece of what
 * was read before – its length, and how far back it lies.
 */
export const shortest = 6;
/** Old Cyrillic and Armenian letters: no text of a model needs them, and two bytes hold one. */
export const first = 0x460;
export const span = 240;
/** Digits of a distance: printable characters that need no escape in a literal. */
export const digits = '#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
export const window = digits.length ** 2;

/**
 * @param {string} packed
 * @returns {string}
 */
export function unpacked(packed) {
  let text = '';
  for (let i = 0; i < packed.length; i++) {
    const length = packed.charCodeAt(i) - first;
    if (length < 0 || length >= span) text += packed[i];
    else {
      const start = text.length - digits.indexOf(packed[++i]) * digits.length - digits.indexOf(packed[++i]);
      text += text.slice(start, start + length + shortest);
    }
  }
  return text;
}
