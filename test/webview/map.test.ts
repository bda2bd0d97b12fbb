/** The map over place and time: asked for, read by pointer and keys, exported. */
import { expect, test } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import { contourLines } from '../../extension/webview/chart/contourLines.js';
import { shippedWorker, usePages } from './pages.js';
import { themes, type ThemeName } from './themes.js';

const pages = usePages(shippedWorker);

test('contours of a slope are straight and open, of a hill closed', () => {
  const slope = Float64Array.from({ length: 21 * 11 }, (_, i) => i % 21);
  const [line, ...others] = contourLines(slope, 21, 11, 4.5);
  expect(others).toEqual([]);
  expect(line?.every(([x]) => Math.abs(x - 4.5) < 1e-9)).toBe(true);
  const hill = Float64Array.from({ length: 21 * 21 }, (_, i) => -Math.hypot((i % 21) - 10, Math.floor(i / 21) - 10));
  const [ring] = contourLines(hill, 21, 21, -5);
  expect(ring?.[0]).toEqual(ring?.at(-1));
  expect(ring?.every(([x, y]) => Math.abs(Math.hypot(x - 10, y - 10) - 5) < 0.2)).toBe(true);
});

test.each(Object.keys(themes) as ThemeName[])(
  '%s: a field over place and time',
  async (theme) => {
    const [model] = await loadModels(['examples/gin-and-tonic.soret']);
    if (!model?.problem) throw new Error('the default example has errors');
    const { problem, text } = model;
    const view = await pages.open({ theme, height: 1200 });
    const { page } = view;
    await view.post({
      type: 'model',
      fileName: 'g.soret',
      uri: problem.geometry.origin.uri,
      problem,
      run: true,
      warnings: [],
      source: text,
    });
    await view.waitFor('done');
    await page.locator('.more button', { hasText: 'Mass fraction of ethanol, map' }).click();
    const map = page.locator('.card .map');
    await map.waitFor();
    await view.settle();
    expect(await map.locator('image').count()).toBe(1);
    expect(await map.locator('path').count()).toBeGreaterThan(8);
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => page.locator('[role="status"]').textContent()).toMatch(/^x\s0\.5\d+\smm, t\s5(\.0+)?\smin, w ethanol\s0\.40/u);
    await page.screenshot({ path: pages.picture(`map-${theme}-900`) });
    await page.keyboard.press('t');
    await page.locator('.tablebox table').waitFor();
    expect(await page.locator('.tablebox:not([hidden]) tbody tr').count()).toBe(21);
    await page.keyboard.press('e');
    await page.getByRole('menuitem', { name: /vectors/ }).click();
    await expect.poll(async () => (await view.lastSaid('save'))?.content).toContain('data:image/png');
    expect({ errors: view.errors, violations: await view.violations() }).toEqual({ errors: [], violations: [] });
    await page.close();
  },
  60_000,
);
