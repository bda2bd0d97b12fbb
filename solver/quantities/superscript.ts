const raised: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '.': '·',
  '/': 'ᐟ',
};
/** `-3` → `⁻³`: an exponent as text. */
export const superscript = (exponent: string): string => [...exponent].map((c) => raised[c] ?? c).join('');
