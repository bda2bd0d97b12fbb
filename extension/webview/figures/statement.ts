/** The source text of a statement, on one line; rebuilt from the model when the text is not at hand. */
import type { Plot, SourceRange } from '../../../solver/problem.js';
import { constantValue } from './constant.js';
import { duration } from '../format/duration.js';
import { nbsp } from '../format/number.js';

export interface Source {
  readonly uri: string;
  readonly lines: readonly string[];
}
export const sourceOf = (uri: string, text: string): Source => ({ uri, lines: text.split(/\r\n|\r|\n/) });

/** Null when the range lies in another document or outside of the text. */
export function textOf(range: SourceRange, source: Source | null): string | null {
  if (!source || source.uri !== range.uri) return null;
  const { start, end } = range;
  const lines = source.lines.slice(start.line, end.line + 1);
  if (lines.length === 0) return null;
  const last = lines.length - 1;
  const cut = lines.map((line, i) => line.slice(i === 0 ? start.character : 0, i === last ? end.character : undefined));
  const text = cut
    .map((line) => line.replace(/\/\/.*$/, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Of a block its head is enough: what it says inside is read in the source.
  const brace = lines.length > 1 ? text.indexOf('{') : -1;
  return text === '' ? null : brace > 0 ? `${text.slice(0, brace)}{ … }` : text;
}

export function plotStatement(plot: Plot, source: Source | null, parameters: Readonly<Record<string, number>>): string {
  const written = textOf(plot.origin, source);
  if (written) return written;
  const over = typeof plot.over === 'string' ? plot.over : plot.over.parameter;
  const times = plot.at.map((at) => (at === null ? 'end' : duration(constantValue(at, parameters)).replaceAll(nbsp, ' ')));
  return [
    `plot ${plot.series.map((series) => series.label).join(', ')} over ${over}`,
    plot.of.length > 0 ? `of ${plot.of.join(', ')}` : '',
    times.length > 0 ? `at ${times.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
