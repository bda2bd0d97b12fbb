/** Changes to a source text by its syntax tree. */
import ts from 'typescript';

export const parsed = (text) => ts.createSourceFile('module.ts', text, ts.ScriptTarget.ES2022, true);

/**
 * @param {string} text
 * @param {readonly { start: number, end: number, with?: string }[]} cuts ranges that do not overlap
 */
export function edited(text, cuts) {
  let result = text;
  for (const cut of [...cuts].sort((a, b) => b.start - a.start))
    result = result.slice(0, cut.start) + (cut.with ?? '') + result.slice(cut.end);
  return result;
}
