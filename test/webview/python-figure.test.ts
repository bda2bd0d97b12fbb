/** The exported script, run as a person would run it. Needs matplotlib; without it the test says that nothing was drawn. */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import { python } from '../../extension/webview/export/python.js';
import type { LineFigure } from '../../extension/webview/figures/figure.js';
import { sourceOf } from '../../extension/webview/figures/statement.js';
import { figuresOf } from '../../extension/webview/plots/index.js';
import { solve } from '../../solver/solve.js';

/** The system's own Python may have packages that another one on the path has not. */
const interpreter = ['python3', '/usr/bin/python3'].find((candidate) => {
  try {
    execFileSync(candidate, ['-c', 'import matplotlib'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

test.each(['gin-and-tonic', 'ternary-dcmix'])(
  'the figures of %s are drawn by matplotlib',
  async (name) => {
    const [model] = await loadModels([`examples/${name}.soret`]);
    if (!model?.problem) throw new Error(`${name} has errors`);
    const { problem, text } = model;
    const result = solve(problem);
    const run = {
      problem,
      set: {},
      parameters: Object.fromEntries(problem.parameters.map((p) => [p.name, p.value])),
      outcomes: result.outcomes,
      result,
      milliseconds: 0,
      cancelled: false,
      preview: false,
    };
    const figures = problem.studies
      .flatMap(({ name: study }) => figuresOf({ run, study, pinned: [], source: sourceOf(problem.geometry.origin.uri, text), time: null }))
      .filter((f): f is LineFigure => f.kind === 'lines' && !f.secondary);
    expect(figures.length).toBeGreaterThan(1);
    if (interpreter === undefined) {
      console.warn(`NOT DRAWN: no Python with matplotlib was found; ${figures.length} scripts of ${name} were made and not run.`);
      return;
    }
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'soret-figure-'));
    const shots = path.resolve('test/shots/python');
    fs.mkdirSync(shots, { recursive: true });
    try {
      for (const [i, figure] of figures.entries()) {
        const script = python(run, problem.studies[0]?.name ?? '', figure, {}, true);
        fs.writeFileSync(path.join(folder, 'figure.py'), script);
        // What is written is a PDF; the picture is for looking at.
        const also = `import runpy, matplotlib.pyplot as plt\nrunpy.run_path('figure.py')\nplt.gcf().savefig(r'${path.join(shots, `${name}-${i}.png`)}', dpi=150)`;
        const drawn = spawnSync(interpreter, ['-c', also], { cwd: folder, env: { ...process.env, MPLBACKEND: 'Agg' }, encoding: 'utf8' });
        // A sign that the font lacks, or a label that is no mathtext, is a defect of the script.
        expect({ status: drawn.status, said: /Traceback|Glyph .* missing|ParseException/.exec(drawn.stderr)?.[0] }).toEqual({
          status: 0,
          said: undefined,
        });
        expect(fs.statSync(path.join(folder, 'figure.pdf')).size).toBeGreaterThan(2000);
        fs.rmSync(path.join(folder, 'figure.pdf'));
      }
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
