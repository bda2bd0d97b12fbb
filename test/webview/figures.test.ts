import { expect, test } from 'vitest';
import type { LineFigure } from '../../extension/webview/figures/figure.js';
import { tableOf } from '../../extension/webview/figures/table.js';
import { plain } from '../../extension/webview/format/text.js';
import { confidence } from '../../extension/webview/plots/confidence.js';
import { fields } from '../../extension/webview/plots/fields.js';
import { fit } from '../../extension/webview/plots/fit.js';
import { figuresOf } from '../../extension/webview/plots/index.js';
import type { PlotContext, Run } from '../../extension/webview/plots/plot.js';
import { sourceOf } from '../../extension/webview/figures/statement.js';
import { figuresOfRun } from '../../extension/webview/report/numbers.js';
import type { Problem } from '../../solver/problem.js';
import { mediaOfL, problem, source, uri } from './sample/problem.js';
import { prepare } from './sample/solver.js';

function runOf(model: Problem, set: Readonly<Record<string, number>> = {}): Run {
  const parameters = { ...Object.fromEntries(model.parameters.map((p) => [p.name, p.value])), ...set };
  return { problem: model, set, parameters, outcomes: prepare(model).run({ set }).outcomes };
}
const run = runOf(problem);
const context = (study: string, more: Partial<PlotContext> = {}): PlotContext => ({
  run,
  study,
  pinned: [],
  source: sourceOf(uri, source),
  time: null,
  ...more,
});
function lines(study: string, more: Partial<PlotContext> = {}): readonly LineFigure[] {
  return figuresOf(context(study, more)).filter((figure): figure is LineFigure => figure.kind === 'lines');
}

test('profiles stand at the times of the statement, the last one strong', () => {
  const [profile] = lines('relax');
  expect(plain(profile?.title ?? [])).toBe('Mass fraction of ethanol');
  expect(profile?.statement).toBe('plot w(ethanol) over x of relax at 0 s, 10 s, 1 min, 5 min, end');
  expect(profile?.curves.map((c) => c.label?.replace(/\u00a0/g, ' '))).toEqual(['0 s', '10 s', '1 min', '5 min', '20 min']);
  expect(profile?.curves.filter((c) => c.strong).map((c) => c.id)).toEqual(['w(ethanol)@4']);
});

test('the scrubbed time is a curve of its own between output times and thickens a listed one', () => {
  const between = lines('relax', { time: 120 })[0];
  expect(between?.curves.find((c) => c.role === 'now')?.name.replace(/\u00a0/g, ' ')).toBe('2 min');
  const listed = lines('relax', { time: 60 })[0];
  expect(listed?.curves.some((c) => c.role === 'now')).toBe(false);
  expect(listed?.curves.find((c) => c.strong)?.id).toBe('w(ethanol)@2');
});

test('a separation says who is subtracted from whom and prints how far the closed form is away', () => {
  const series = lines('relax')[1];
  expect(plain(series?.title ?? [])).toBe('Separation, right minus left');
  expect(series?.points[0]?.name).toMatch(/^closed form, differs by at most 6/);
  expect(series?.guides.map((g) => g.text.replace(/\u00a0/g, ' '))).toEqual(['τ = 163.2 s']);
});

test('a pinned run is dashed, in the colour of its time, and the legend names only what differs', () => {
  const warm = runOf(problem, { hot: 305.15 });
  const [profile, series] = lines('relax', { run: warm, pinned: [run] });
  expect(profile?.runNote?.replace(/\u00a0/g, ' ')).toBe('hot = 32 °C');
  expect(profile?.pinnedNote?.replace(/\u00a0/g, ' ')).toBe('pinned, hot = 25 °C');
  const ghosts = profile?.curves.filter((c) => c.role === 'pinned') ?? [];
  expect(ghosts.map((c) => c.ink)).toEqual([
    { kind: 'time', share: 0.5 },
    { kind: 'time', share: 1 },
  ]);
  expect(series?.curves.map((c) => c.role)).toEqual(['run', 'pinned']);
});

test('a study without plots shows its fields, other measures of the same composition on request', () => {
  const own = fields.figures(context('rest'));
  expect(own.filter(({ secondary }) => !secondary).map((f) => plain(f.title))).toEqual(['Temperature', 'Mass fraction of ethanol']);
  expect(own[0]?.kind === 'lines' && own[0].y.temperaturePoint).toBe(true);
  expect(figuresOf(context('rest')).map(({ id }) => id)).toEqual(expect.arrayContaining(own.map(({ id }) => id)));
});

test('a sweep is drawn over its parameter, each case marked', () => {
  const [sweep] = lines('by_hot');
  expect(sweep?.curves[0]?.dotted).toBe(true);
  expect(sweep?.curves[0]?.x).toHaveLength(5);
  expect(sweep?.x.written?.text).toBe('degC');
});

test('a sweep of two parameters makes one curve per value of the second', () => {
  const twice: Run = {
    ...run,
    outcomes: run.outcomes.map((o) =>
      o.kind === 'sweep'
        ? {
            ...o,
            parameters: {
              hot: { unit: 'K', values: Float64Array.of(300, 310, 300, 310) },
              gap: { unit: 'm', values: Float64Array.of(1e-3, 1e-3, 2e-3, 2e-3) },
            },
            measures: { separation: { unit: '1', values: Float64Array.of(1, 2, 3, 4), errors: new Float64Array(4) } },
          }
        : o,
    ),
  };
  const [sweep] = lines('by_hot', { run: twice });
  expect(sweep?.curves.map((c) => c.name.replace(/\u00a0/g, ' '))).toEqual(['gap = 1 mm', 'gap = 2 mm']);
  expect(sweep?.curves.map((c) => Array.from(c.y))).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('a fit shows data, band, residuals, and the joint confidence of two parameters', () => {
  const figures = [...fit.figures(context('soret_D')), ...confidence.figures(context('soret_D'))];
  expect(figures.map((f) => f.kind)).toEqual(['lines', 'ellipse']);
  const [fitted] = figures as unknown as readonly [LineFigure];
  expect(fitted.curves[0]?.band).toHaveLength(28);
  expect(fitted.residuals?.y).toHaveLength(28);
  expect(fitted.points[0]?.sigma).toHaveLength(28);
});

test('a fitted value says what the stated uncertainties add', () => {
  const outcome = run.outcomes.find((o) => o.kind === 'fit')!;
  const [name, first] = Object.entries(outcome.parameters)[0]!;
  const uncertain = { ...outcome, parameters: { ...outcome.parameters, [name]: { ...first, propagated: 0.1 * Math.abs(first.value) } } };
  const remarks = (of: typeof outcome) => figuresOfRun(run, of, null).map(({ remark }) => remark.replace(/\u00a0/g, ' '));
  expect(remarks(uncertain)[0]).toMatch(/^and ± .+ from stated uncertainties; file has /);
  expect(remarks(outcome)[0]).toMatch(/^file has /);
});

test('the Onsager matrix has its couplings, eigenvalues and laws', () => {
  const figures = figuresOf(context('rest', { run: runOf({ ...problem, title: 'onsager' }) }));
  const spectrum = figures.find((f) => f.kind === 'spectrum');
  expect(spectrum?.kind === 'spectrum' && spectrum.laws.map((law) => law.holds)).toEqual([true, true, true]);
  expect(spectrum?.summary).toBe('Eigenvalues 1.487, 0.905, 0.608.');
});

test('the Onsager matrix stands among the plots of a model that states it, and on request elsewhere', () => {
  const matrixOf = (media: Problem['media']) =>
    figuresOf(context('rest', { run: runOf({ ...problem, title: 'onsager', media }) })).find((f) => f.kind === 'matrix');
  expect(matrixOf(problem.media)?.secondary).toBe(true);
  expect(matrixOf(mediaOfL)?.secondary).toBe(false);
});

test('two studies in one plot are both drawn and named', () => {
  const [first, second] = problem.plots;
  if (!first || !second) throw new Error('the sample has two plots');
  const both: Problem = {
    ...problem,
    plots: [{ ...first, of: ['rest', 'again'], at: [] }],
    studies: [...problem.studies, { kind: 'steady', name: 'again', set: [], origin: first.origin }],
  };
  const once = runOf(both);
  const again: Run = { ...once, outcomes: once.outcomes.map((o, i) => (i === once.outcomes.length - 1 ? { ...o, study: 'again' } : o)) };
  const [figure] = lines('rest', { run: again });
  expect(figure?.curves.map((c) => c.name)).toEqual(['rest', 'again']);
});

test('the table of a figure has equal decimals down a column', () => {
  const [profile] = lines('relax');
  if (!profile) throw new Error('no profile');
  const { head, rows } = tableOf(profile);
  expect(head[0]).toBe('x (m)');
  expect(new Set(rows.map((row) => row[5]?.split('.')[1]?.length)).size).toBe(1);
});

test('every figure has a sentence and a statement', () => {
  for (const study of ['relax', 'rest', 'by_hot', 'soret_D'])
    for (const figure of figuresOf(context(study))) {
      expect(figure.summary.length).toBeGreaterThan(10);
      expect(figure.summary).not.toMatch(/NaN|undefined/);
      expect(figure.statement).not.toBe('');
    }
});
