/** Test Anything Protocol 14: one point per expectation, files as comments. */
import type { TestedFile } from './tested.js';

const safe = (text: string): string => text.replace(/[\\#]/g, '\\$&').replace(/\s+/g, ' ');

export function tap(files: readonly TestedFile[]): string {
  const points = files.flatMap((file) => file.points.map((point) => ({ file: file.file, ...point })));
  const lines = points.flatMap((point, i) => [
    `${point.ok ? 'ok' : 'not ok'} ${i + 1} - ${safe(`${point.file}: ${point.name}`)}`,
    ...(point.ok
      ? []
      : [
          '  ---',
          `  message: ${JSON.stringify(point.message)}`,
          ...(point.actual !== undefined ? [`  actual: ${point.actual}`] : []),
          ...(point.wanted !== undefined ? [`  expected: ${point.wanted}`] : []),
          ...(point.line !== undefined ? [`  at: ${JSON.stringify(`${point.file}:${point.line}`)}`] : []),
          '  ...',
        ]),
  ]);
  return ['TAP version 14', `1..${points.length}`, ...lines].map((line) => `${line}\n`).join('');
}
