import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bibtex } from '../../extension/webview/export/bibtex.js';
import { csv } from '../../extension/webview/export/csv.js';
import { json } from '../../extension/webview/export/json.js';
import { paperPalette } from '../../extension/webview/export/paper.js';
import { python } from '../../extension/webview/export/python.js';
import { svg } from '../../extension/webview/export/svg.js';
import { vtk } from '../../extension/webview/export/vtk.js';
import type { LineFigure } from '../../extension/webview/figures/figure.js';
import { sourceOf } from '../../extension/webview/figures/statement.js';
import { figuresOf } from '../../extension/webview/plots/index.js';
import type { FinishedRun } from '../../extension/webview/state/state.js';
import { problem, source, uri } from './sample/problem.js';
import { prepare } from './sample/solver.js';

const result = prepare(problem).run();
const run: FinishedRun = {
  problem,
  set: {},
  parameters: Object.fromEntries(problem.parameters.map((p) => [p.name, p.value])),
  outcomes: result.outcomes,
  result,
  milliseconds: 4,
  cancelled: false,
  preview: false,
};
const figures = (study: string): readonly LineFigure[] =>
  figuresOf({ run, study, pinned: [], source: sourceOf(uri, source), time: null }).filter((f): f is LineFigure => f.kind === 'lines');

test('comma-separated values say where they come from, in SI, with every point', () => {
  const text = csv(run, 'relax', figures('relax'));
  expect(text).toContain(`# study relax, model ${problem.hash}, Soret `);
  const rows = text.split('\r\n');
  const head = rows.find((row) => row.startsWith('x [m]'));
  expect(head?.split(',')).toHaveLength(6);
  const at = rows.indexOf(head ?? '');
  expect(rows[at + 201]?.split(',').map(Number)[0]).toBe(1e-3);
  expect(rows.some((row) => row.startsWith('"closed form') || row.includes('closed form'))).toBe(true);
});

test('a name that a spreadsheet would calculate is disarmed', () => {
  const [figure] = figures('relax');
  if (!figure) throw new Error('no figure');
  const evil = { ...figure, y: { ...figure.y, symbol: [''] }, curves: figure.curves.map((c) => ({ ...c, name: '=cmd()' })) };
  expect(csv(run, 'relax', [evil])).toContain("'=cmd() [1]");
});

test('JSON holds the run unrounded', () => {
  const read = JSON.parse(json(run)) as {
    readonly model: string;
    readonly outcomes: readonly { readonly study: string; readonly series?: Record<string, number[][]> }[];
  };
  const [relax] = result.outcomes;
  expect(read.model).toBe(problem.hash);
  expect(relax?.kind === 'transient' && read.outcomes[0]?.series?.['1/0']?.[0]).toEqual(
    relax?.kind === 'transient' && Array.from(relax.series['1/0']?.[0] ?? []),
  );
});

test('the drawing is well formed and carries user text as text', () => {
  const [figure] = figures('relax');
  if (!figure) throw new Error('no figure');
  const text = svg({ ...figure, title: ['<script>alert(1)</script> & "quoted"'] }, {}, paperPalette, true);
  expect(text).not.toContain('<script>');
  expect(text).toContain('&lt;script&gt;');
  expect(text).not.toMatch(/NaN|undefined/);
  expect(text.match(/<path[^>]*fill="none" stroke="#/g)?.length).toBe(5);
});

const python3 = ((): boolean => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
test.skipIf(!python3)('the script is valid Python, whatever is in the names', () => {
  for (const figure of [...figures('relax'), ...figures('soret_D'), ...figures('by_hot')]) {
    const text = python(run, 'relax', { ...figure, title: ['It\'s "π" \\ ${x}'] }, {}, true);
    execFileSync('python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], { input: text });
    expect(text).toContain('import matplotlib.pyplot');
  }
});

test('VTK has one array per field and output time', () => {
  const relax = result.outcomes.find((o) => o.study === 'relax');
  if (relax?.kind !== 'transient') throw new Error('no transient');
  const text = vtk(run, relax);
  expect(text.startsWith('# vtk DataFile Version 3.0\n')).toBe(true);
  expect(text.match(/^SCALARS /gm)).toHaveLength(2 * relax.times.length);
  expect(text).toContain('POINTS 201 double');
});

test('the sources of the data become BibTeX with DOI and year', () => {
  const text = bibtex(problem);
  expect(text).toContain('doi = {10.1063/1.0000000}');
  expect(text).toContain('year = {2003}');
  expect(text).toContain('note = {Data of ethanol}');
});
