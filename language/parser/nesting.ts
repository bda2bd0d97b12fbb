/** Depth of parentheses: some 90 levels, each a dozen grammar rules, fill the stack. */
import type { IToken } from 'chevrotain';
import type { Lexer } from 'langium';

/** Far more than a person reads, far less than overflows. */
const deepest = 64;

/** The token at which a text nests too deeply. Braces, properties and declarations end every expression, whether it is closed or not. */
export function tooDeepAt(text: string, lexer: Lexer): IToken | undefined {
  if (!mayBeDeep(text)) return undefined;
  let depth = 0;
  for (const token of lexer.tokenize(text).tokens) {
    const { name } = token.tokenType;
    if (name === '(' && ++depth > deepest) return token;
    if (name === ')' && depth > 0) depth--;
    if (name === 'PROP' || name === '{' || name === '}' || declares.has(name)) depth = 0;
  }
  return undefined;
}
/** Keywords that begin a declaration; those inside expressions (`if`, `and`, …) are left out on purpose. */
const declares: ReadonlySet<string> = new Set([
  'let',
  'param',
  'measure',
  'plot',
  'expect',
  'species',
  'mixture',
  'solution',
  'geometry',
  'steady',
  'transient',
]);

/** A look at the characters alone spares nearly every file the second lexing. */
function mayBeDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 40 && ++depth > deepest) return true;
    if (c === 41 && depth > 0) depth--;
  }
  return false;
}
