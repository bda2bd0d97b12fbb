/** Every kind of plot in the table, found among the examples and photographed in the shipped page, on request or not. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import { sourceOf } from '../../extension/webview/figures/statement.js';
import { plotKinds } from '../../extension/webview/plots/index.js';
import type { Figure } from '../../extension/webview/figures/figure.js';
import { plain } from '../../extension/webview/format/text.js';
import type { Problem } from '../../solver/problem.js';
import { prepare } from '../../solver/solve.js';
import { shippedWorker, usePages } from './pages.js';
import { choose } from './shots.js';

interface Found {
  readonly file: string;
  readonly text: string;
  readonly problem: Problem;
  readonly study: string;
  readonly figures: readonly Figure[];
}
const found = new Map<string, Found>();
const pages = usePages(shippedWorker, 'plots');

/** Examples are solved until every kind has been seen. */
async function search(): Promise<void> {
  for (const file of fs.readdirSync('examples').filter((name) => name.endsWith('.soret'))) {
    if (found.size === plotKinds.length) return;
    const [model] = await loadModels([path.join('examples', file)]);
    const { problem, text } = model!;
    if (!problem) throw new Error(`${file} has errors`);
    const parameters = Object.fromEntries(problem.parameters.map(({ name, value }) => [name, value]));
    const run = { problem, set: {}, parameters, outcomes: prepare(problem).run().outcomes };
    for (const { study } of run.outcomes)
      for (const kind of plotKinds.filter(({ name }) => !found.has(name))) {
        const figures = kind.figures({ run, study, pinned: [], source: sourceOf(problem.geometry.origin.uri, text), time: null });
        if (figures.length > 0) found.set(kind.name, { file, text, problem, study, figures });
      }
  }
}
beforeAll(search, 120_000);

test.each(plotKinds.map(({ name }) => name))(
  '%s is drawn of an example',
  async (name) => {
    const one = found.get(name);
    if (!one) throw new Error(`no example shows the plot ${name}`);
    const { file, text, problem, study, figures } = one;
    const view = await pages.open({ height: 1600 });
    const { page } = view;
    await view.post({ type: 'model', fileName: file, uri: problem.geometry.origin.uri, problem, run: true, warnings: [], source: text });
    await view.waitFor('done');
    if (!(await page.locator('.report-head .muted').first().textContent())?.startsWith(study)) await choose(view, study);
    for (const [i, { id, title, statement, summary, secondary }] of figures.entries()) {
      expect(title).not.toHaveLength(0);
      expect(statement).not.toBe('');
      expect(summary).toMatch(/^[^]{10,}$/);
      expect(summary).not.toMatch(/NaN|undefined/);
      const card = page.locator(`.card[data-figure="${id}"]`);
      if (secondary) {
        expect(await card.count(), 'shown without being asked for').toBe(0);
        await page.evaluate((words) => {
          const buttons = [...document.querySelectorAll<HTMLElement>('.more .tool')];
          buttons.find((button) => button.textContent === words)!.click();
        }, plain(title));
      }
      await card.waitFor();
      await view.settle();
      expect(await card.locator('canvas, svg, table').count()).toBeGreaterThan(0);
      await card.screenshot({ path: pages.picture(`${name}-${i + 1}`) });
    }
    expect({ errors: view.errors, violations: await view.violations() }).toEqual({ errors: [], violations: [] });
    await page.close();
  },
  60_000,
);
