/** How papers and other languages write what is written differently here: one message with the way it is written, and a fix. */
import { isUnit } from '../units/parse.js';
import { between } from './fixes.js';
import type { Misplaced } from './misplaced.js';

const number = String.raw`(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const atom = String.raw`[\p{L}°%Å]+(?:\^-?\d+|\^\(-?\d+\)|[⁻⁺]?[⁰¹²³⁴-⁹]+)?`;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

interface Slip {
  readonly pattern: RegExp;
  /** How it is written here; undefined when it is not that slip after all. */
  readonly write: (match: RegExpMatchArray) => string | undefined;
  readonly message: (written: string) => string;
}
const unitMessage = (written: string): string => `A unit is written without blanks: ${written}.`;
const atoms = (text: string): string => (text.match(new RegExp(atom, 'gu')) ?? []).join(/[⁰¹²³⁴-⁹]/.test(text) ? '·' : '*');
const unit = (value: string, text: string): string | undefined => (isUnit(text) ? `${value} ${text}` : undefined);

const slips: readonly Slip[] = [
  // 50 W m⁻¹ K⁻¹
  {
    pattern: new RegExp(String.raw`(${number})[ \t]+(${atom}(?:[ \t]*[·⋅*]?[ \t]*${atom})+)`, 'gu'),
    write: ([, value, text]) => unit(value!, atoms(text!)),
    message: unitMessage,
  },
  // 5 W/(m K), 5 W / (m K), 5 W/m K
  {
    pattern: new RegExp(
      String.raw`(${number})[ \t]+(${atom}(?:[·*]${atom})*)[ \t]*\/[ \t]*\(?(${atom}(?:[ \t]*[·⋅*]?[ \t]*${atom})+)\)?`,
      'gu',
    ),
    write: ([, value, above, below]) => unit(value!, `${above}/(${atoms(below!)})`),
    message: unitMessage,
  },
  // 3 × 10⁻³
  {
    pattern: /(\d+(?:\.\d*)?)[ \t]*[×·⋅][ \t]*10(?:\^?\(?([-−–]?\d+)\)?|([⁻⁺]?[⁰¹²³⁴-⁹]+))/gu,
    write: ([, value, plain, superscript]) =>
      `${value}e${plain?.replace(/[−–]/, '-') ?? [...superscript!].map((c) => (c === '⁻' ? '-' : c === '⁺' ? '' : raised.indexOf(c))).join('')}`,
    message: (written) => `A power of ten is written ${written}.`,
  },
  {
    pattern: /(\d+(?:\.\d*)?[eE])[−–](\d+)/gu,
    write: ([, value, exponent]) => `${value}-${exponent}`,
    message: (written) => `A power of ten is written ${written}.`,
  },
  {
    pattern: /(\d+),(\d+(?:[eE][+-]?\d+)?)/gu,
    write: ([, whole, part]) => `${whole}.${part}`,
    message: (written) => `The decimal sign is a point: ${written}.`,
  },
  { pattern: /\*\*/gu, write: () => '^', message: () => 'A power is written with ^.' },
  {
    pattern: /[“”„«»‘’']([^“”„«»‘’'"\n]*)[“”„«»‘’']/gu,
    write: ([, text]) => `"${text}"`,
    message: () => 'A text stands in double quotes: "…".',
  },
  { pattern: /#.*/gu, write: ([text]) => `//${text.slice(1)}`, message: () => 'A comment begins with //.' },
];
const signs: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '∙': '*',
  '÷': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '→': '->',
  '&&': 'and',
  '||': 'or',
  '!': 'not',
};

/** A file that is no model at all is not gone through to its end. */
const most = 50;
/** The slips in which the lexer or the parser has stopped, at one of the offsets. */
export function slipsAt(text: string, offsets: readonly number[]): readonly Misplaced[] {
  const found = new Map<number, Misplaced>();
  for (const offset of offsets.slice(0, most)) {
    if (offset < 0 || offset >= text.length || [...found.values()].some(({ start, reach }) => offset >= start && offset < reach)) continue;
    const slip = slipAt(text, offset);
    if (slip && !found.has(slip.start)) found.set(slip.start, slip);
  }
  return [...found.values()];
}
function slipAt(text: string, offset: number): Misplaced | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).trimEnd();
  const made = (start: number, end: number, written: string, message: string): Misplaced => {
    const range = between(text, start, end);
    return {
      range,
      message,
      fixes: [{ title: `Write ${written}`, edits: [{ range, newText: written }] }],
      start,
      reach: end,
      unread: range,
    };
  };
  for (const { pattern, write, message } of slips)
    for (const match of line.matchAll(pattern)) {
      const [start, end] = [lineStart + match.index, lineStart + match.index + match[0].length];
      const written = offset >= start && offset < end ? write(match) : undefined;
      if (written !== undefined) return made(start, end, written, message(written));
    }
  const sign = /^(?:&&|\|\||[^\s\w])/u.exec(text.slice(offset, offset + 2))?.[0] ?? '';
  const written = Object.hasOwn(signs, sign) ? signs[sign]! : undefined;
  return written === undefined
    ? undefined
    : made(offset, offset + sign.length, written, `${sign} is not a sign of the language.\n= write ${written}`);
}
