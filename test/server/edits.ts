/** What people do to a file: mostly sensible, sometimes rubbish that they take back. */
import fc from 'fast-check';

const junk = [
  '',
  ' ',
  '\n',
  '\r\n',
  ' m',
  '7',
  '{',
  '}',
  '(',
  ')',
  ' = ',
  '/*',
  '*/',
  '"',
  ';',
  ',',
  'let q = 3 m\n',
  'at ',
  ' of ',
  'w(ethanol)',
  ', end',
  '𝛼',
  '1/K',
  '^2',
  'initial',
];
const lineOf = (text: string, at: number): [start: number, end: number] => {
  const start = text.lastIndexOf('\n', Math.floor(at * text.length) - 1) + 1;
  const end = text.indexOf('\n', start);
  return [start, end < 0 ? text.length : end + 1];
};
export const edits: Readonly<Record<string, (text: string, at: number, piece: string, before: string) => string>> = {
  digit: (text, at) => {
    const found = text.slice(Math.floor(at * text.length)).search(/[0-9]/);
    const place = found < 0 ? text.length : Math.floor(at * text.length) + found;
    return found < 0 ? text : text.slice(0, place) + '7' + text.slice(place);
  },
  comment: (text, at) => text.slice(0, lineOf(text, at)[0]) + '// a remark\n' + text.slice(lineOf(text, at)[0]),
  block: (text, at) => text.slice(0, lineOf(text, at)[0]) + '/** of two\n    lines */ ' + text.slice(lineOf(text, at)[0]),
  duplicate: (text, at) => text.slice(0, lineOf(text, at)[1]) + text.slice(...lineOf(text, at)) + text.slice(lineOf(text, at)[1]),
  remove: (text, at) => text.slice(0, lineOf(text, at)[0]) + text.slice(lineOf(text, at)[1]),
  blank: (text, at) => text.slice(0, lineOf(text, at)[0]) + '\n' + text.slice(lineOf(text, at)[0]),
  junk: (text, at, piece) => text.slice(0, Math.floor(at * text.length)) + piece + text.slice(Math.floor(at * text.length)),
  cut: (text, at) => text.slice(0, Math.floor(at * text.length)) + text.slice(Math.floor(at * text.length) + 9),
  undo: (_text, _at, _piece, before) => before,
};

const kinds = ['digit', 'comment', 'block', 'duplicate', 'remove', 'blank', 'junk', 'undo', 'cut', 'undo'] as const;
/** Where it is done goes from 0, the beginning, to 1, the end. */
export const anyEdit = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  piece: fc.constantFrom(...junk),
});
