/** JUnit XML, which continuous-integration services read: one suite per file. */
import type { TestedFile, TestPoint } from './tested.js';

/** XML 1.0 has no place for control characters: they are dropped. */
const escape = (text: string): string =>
  [...text]
    .filter((c) => c >= ' ' || c === '\n' || c === '\t')
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

const failures = (file: TestedFile): number => file.points.filter((p) => !p.ok).length;

function point(file: TestedFile, p: TestPoint): string {
  const open = `    <testcase classname="${escape(file.file)}" name="${escape(p.name)}" file="${escape(file.file)}"${p.line ? ` line="${p.line}"` : ''}`;
  return p.ok ? `${open}/>` : `${open}><failure message="${escape(p.message)}">${escape(p.message)}</failure></testcase>`;
}

export function junit(files: readonly TestedFile[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${files.reduce((n, f) => n + f.points.length, 0)}" failures="${files.reduce((n, f) => n + failures(f), 0)}">`,
    ...files.flatMap((file) => [
      `  <testsuite name="${escape(file.file)}" tests="${file.points.length}" failures="${failures(file)}" time="${file.seconds.toFixed(3)}">`,
      ...file.points.map((p) => point(file, p)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}
