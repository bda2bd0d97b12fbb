/** The parts of a unit's text. */

interface Span {
  readonly start: number;
  readonly end: number;
}
export type UnitToken = Span &
  (
    | { readonly kind: 'one' | 'open' | 'broken' }
    | { readonly kind: 'operator'; readonly text: string }
    | { readonly kind: 'close'; readonly nameEnd: number; readonly power: number; readonly variable?: string }
    | {
        readonly kind: 'atom';
        readonly name: string;
        /** Where the exponent begins. */
        readonly nameEnd: number;
        readonly power: number;
        /** A name where a number must stand: `K^n`. */
        readonly variable?: string;
        /** Offset of the operator before it. */
        readonly operator?: number;
      }
  );

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const exponentPattern = /\^(-?[0-9]+(?:\.[0-9]+)?)|\^\((-?[0-9]+)(?:\/([0-9]+))?\)|\^-?([\p{L}_][\p{L}0-9_]*)|(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/uy;
const namePattern = /[\p{L}°%‰℃℉][\p{L}\p{M}\p{Nd}₀-₉_°%‰℃℉]*/uy;

interface Exponent {
  readonly power: number;
  readonly variable?: string;
  readonly end: number;
}
function exponentAt(text: string, offset: number): Exponent {
  exponentPattern.lastIndex = offset;
  const match = exponentPattern.exec(text);
  if (!match) return { power: 1, end: offset };
  const end = exponentPattern.lastIndex;
  const [, number, numerator, denominator, variable, raised] = match;
  if (variable !== undefined) return { power: 1, variable, end };
  if (raised !== undefined) return { power: superscript(raised), end };
  return { power: number !== undefined ? Number(number) : Number(numerator) / Number(denominator ?? 1), end };
}
const superscript = (text: string): number => {
  const digits = Number([...text.replace('⁻', '')].map((c) => superscripts.indexOf(c)).join(''));
  return text.startsWith('⁻') ? -digits : digits;
};

export function* tokens(text: string): Generator<UnitToken> {
  let offset = 0;
  let operator: number | undefined;
  while (offset < text.length) {
    const start = offset;
    const c = text[offset]!;
    if ('*·⋅/'.includes(c)) {
      yield { kind: 'operator', text: c, start, end: ++offset };
      operator = start;
    } else if (c === '(') yield { kind: 'open', start, end: ++offset };
    else if (c === ')') {
      const { power, variable, end } = exponentAt(text, offset + 1);
      offset = end;
      yield Number.isFinite(power) ? { kind: 'close', nameEnd: start + 1, power, variable, start, end } : { kind: 'broken', start, end };
    } else if (c === '1' && start === 0) yield { kind: 'one', start, end: ++offset };
    else {
      namePattern.lastIndex = offset;
      const name = namePattern.exec(text)?.[0];
      if (name === undefined) {
        yield { kind: 'broken', start, end: text.length };
        return;
      }
      const nameEnd = start + name.length;
      const { power, variable, end } = exponentAt(text, nameEnd);
      offset = end;
      yield Number.isFinite(power)
        ? { kind: 'atom', name, nameEnd, power, variable, operator, start, end }
        : { kind: 'broken', start, end };
    }
  }
}
