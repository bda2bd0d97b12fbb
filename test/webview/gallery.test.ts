/** Every example, lowered and solved by the shipped worker in the shipped page. The pictures are the gallery. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import { shippedWorker, usePages } from './pages.js';
import { themes, type ThemeName } from './themes.js';

const examples = fs
  .readdirSync('examples')
  .filter((file) => file.endsWith('.soret'))
  .sort();
/** One theme is enough to see that an example works; all four are looked at before a release. */
const shown: readonly ThemeName[] = process.env['SORET_LONG'] ? (Object.keys(themes) as ThemeName[]) : ['dark'];
const pages = usePages(shippedWorker, 'gallery');

test.each(examples)(
  '%s is solved and drawn',
  async (file) => {
    const [model] = await loadModels([path.join('examples', file)]);
    if (!model?.problem) throw new Error(`${file} has errors: ${JSON.stringify(model?.diagnostics)}`);
    const { problem, text } = model;
    for (const theme of shown) {
      const view = await pages.open({ theme });
      await view.post({ type: 'model', fileName: file, uri: problem.geometry.origin.uri, problem, run: true, warnings: [], source: text });
      await view.page.waitForFunction(
        () => /done|failed/.test(document.querySelector<HTMLElement>('.state')?.dataset['state'] ?? ''),
        undefined,
        { timeout: 60_000 },
      );
      await view.settle();
      await view.page.screenshot({ path: pages.picture(`${file}-${theme}`) });
      const state = await view.page.locator('.state').getAttribute('data-state');
      const drawn = await view.page.locator('.card canvas').count();
      expect({ state, errors: view.errors, violations: await view.violations() }).toEqual({ state: 'done', errors: [], violations: [] });
      expect(drawn).toBeGreaterThan(0);
      expect(await view.page.locator('.report .big').first().textContent()).not.toMatch(/undefined|NaN/);
      await view.page.close();
    }
  },
  120_000,
);
