/** Packs long texts that repeat themselves – the grammar, the library – into a fraction of their room. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { edited, parsed } from './syntax.mjs';
import { digits, first, shortest, span, window } from './unpacked.mjs';

/**
 * @param {string} text
 * @returns {string}
 */
export function packed(text) {
  let result = '';
  /** Places of every beginning. */
  const places = new Map();
  const remember = (i) => {
    const beginning = text.slice(i, i + shortest);
    (places.get(beginning) ?? places.set(beginning, []).get(beginning)).push(i);
  };
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code >= first && code < first + span) throw new Error(`${text[i]} cannot be packed`);
    const [start, length] = longest(text, i, places.get(text.slice(i, i + shortest)) ?? []);
    if (length < shortest) result += text[i];
    else {
      const back = i - start;
      result += String.fromCharCode(first + length - shortest) + digits[Math.floor(back / digits.length)] + digits[back % digits.length];
    }
    for (const end = i + (length < shortest ? 1 : length); i < end; i++) remember(i);
  }
  return result;
}

/** The longest earlier piece that is the same as what begins at `i`, and lies whole before it. */
function longest(text, i, starts) {
  let best = [0, 0];
  for (let k = starts.length - 1; k >= 0 && i - starts[k] < window; k--) {
    const start = starts[k];
    const most = Math.min(i - start, span + shortest - 1, text.length - i);
    let length = 0;
    while (length < most && text[start + length] === text[i + length]) length++;
    if (length > best[1]) best = [start, length];
  }
  return best;
}

/** The module that reads packed texts. */
export const reader = fileURLToPath(new URL('unpacked.mjs', import.meta.url));

/** A module whose long texts – a literal, or the lines of one in `[…].join('\\n')` – are packed. */
export function withPackedTexts(source) {
  const cuts = [];
  const visit = (node) => {
    const text = textOf(node);
    if (text !== undefined && text.length > 1000)
      cuts.push({ start: node.getStart(), end: node.end, with: `unpacked(${JSON.stringify(packed(text))})` });
    else ts.forEachChild(node, visit);
  };
  visit(parsed(source));
  return `import { unpacked } from ${JSON.stringify(reader)};\n${edited(source, cuts)}`;
}
function textOf(node) {
  if (ts.isStringLiteral(node)) return node.text;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'join')
    return undefined;
  const lines = node.expression.expression;
  return ts.isArrayLiteralExpression(lines) ? lines.elements.map((line) => line.text).join(node.arguments[0].text) : undefined;
}
