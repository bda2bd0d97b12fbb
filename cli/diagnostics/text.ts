/** `file:line:col: severity code message`, then the source line with a caret under the offending part. */
import type { Terminal } from '../terminal.js';
import { hasErrors, type CheckedFile, type Diagnostic, type Range, type Severity } from './diagnostic.js';

const colourOf: Record<Severity, number> = { error: 31, warning: 33, information: 36, hint: 36 };

const place = (file: string, range: Range): string => `${file}:${range.start.line + 1}:${range.start.character + 1}`;

/** Tabs would shift the caret; wide characters may still, which a terminal cannot tell us. */
function excerpt(text: string, range: Range, paint: (text: string) => string): string[] {
  const line = text.split(/\r?\n/)[range.start.line];
  if (line === undefined || line.trim() === '') return [];
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const before = [...line.slice(0, range.start.character)].length;
  const marked = Math.max(1, [...line.slice(range.start.character, end)].length);
  const number = String(range.start.line + 1);
  return [
    `  ${number} | ${line.replace(/\t/g, ' ')}`,
    `  ${' '.repeat(number.length)} | ${' '.repeat(before)}${paint('^'.repeat(marked))}`,
  ];
}

function one(file: CheckedFile, d: Diagnostic, colours: boolean): string[] {
  const paint = (text: string) => (colours ? `\u001b[${colourOf[d.severity]}m${text}\u001b[0m` : text);
  return [
    `${place(file.file, d.range)}: ${paint(d.severity)} ${d.code} ${d.message.replace(/\n/g, '\n  ')}`,
    ...excerpt(file.text, d.range, paint),
    ...d.related.map((r) => `  ${place(r.file, r.range)}: ${r.message}`),
    ...d.fixes.map((fix) => `  fix: ${fix.title}`),
  ];
}

export function diagnosticsText(files: readonly CheckedFile[], terminal: Pick<Terminal, 'colours'>): string {
  return files
    .flatMap((file) => file.diagnostics.flatMap((d) => one(file, d, terminal.colours)))
    .map((line) => `${line}\n`)
    .join('');
}

/** `2 files, 1 error, 3 warnings` */
export function diagnosticsSummary(files: readonly CheckedFile[]): string {
  const count = (severity: Severity) => files.reduce((n, f) => n + f.diagnostics.filter((d) => d.severity === severity).length, 0);
  const say = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  const findings = (['error', 'warning', 'hint'] as const).filter((s) => count(s) > 0).map((s) => say(count(s), s));
  return `${say(files.length, 'file')}: ${findings.length ? findings.join(', ') : 'nothing to complain about'}${files.some(hasErrors) ? '' : '.'}`;
}
