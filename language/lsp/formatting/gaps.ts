/** How much blank stands between two neighbouring tokens of a line. Line breaks are the writer's; they are never added or removed. */
import type { IToken } from 'chevrotain';
import { isComment, isWord, kindOf } from '../tokens.js';

const binary = new Set(['+', '*', '/', '<', '<=', '>', '>=', '==', '!=', '=', '->', '+-', '±']);
/** After these an operand follows, so that a minus is a sign. */
const beforeOperand = new Set(['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', '=', '(', ',', '{', '->', '+-', '±', ';']);

/** Whether a `+` or `-` is a sign: the token before it cannot end an operand. */
export const isSign = (token: IToken, before: IToken | undefined): boolean =>
  (token.image === '-' || token.image === '+') && (before === undefined || beforeOperand.has(before.image) || isWord(before));

/**
 * The blank between `left` and `right`; undefined leaves it as it is. `beforeLeft` is the token before `left`.
 * No choice here may change how the text is read: `1 m / s` divides by s, `6 m/s` is a speed, `3 m ^ 2` is (3 m)².
 */
export function gap(beforeLeft: IToken | undefined, left: IToken, right: IToken): string | undefined {
  const l = left.image;
  const r = right.image;
  if (isComment(left) || isComment(right)) return ' ';
  if (r === ';' || r === ',') return '';
  if (l === ';' || l === ',') return ' ';
  if (l === '{') return r === '}' ? '' : ' ';
  if (r === '{' || r === '}' || l === '}') return ' ';
  if (l === '(' || r === ')') return '';
  if (r === '(')
    return opensCall(left)
      ? ''
      : l === '^'
        ? beforeLeft && kindOf(beforeLeft) === 'UNIT'
          ? ' '
          : ''
        : isSign(left, beforeLeft)
          ? ''
          : ' ';
  if (r === '^') return kindOf(left) === 'UNIT' ? ' ' : '';
  if (l === '^') return beforeLeft && kindOf(beforeLeft) === 'UNIT' ? ' ' : '';
  if (isSign(left, beforeLeft)) return '';
  if (binary.has(l) || binary.has(r) || l === '-' || r === '-') return ' ';
  return ' ';
}
/** `soret(`, `exp(`: a name, not a keyword such as `and (`. */
const opensCall = (token: IToken): boolean => ['ID', 'PROP', 'ARG', 'correlation'].includes(kindOf(token));
