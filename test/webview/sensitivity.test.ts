/** Curve and source both ways: what a coefficient at the editor's cursor does to the curves, and where a coefficient is stated. */
import { expect, test } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import { finer, shippedWorker, usePages } from './pages.js';

const pages = usePages(shippedWorker);

test('a coefficient at the cursor is ranked, banded and said; a press on it shows its statement', async () => {
  const [model] = await loadModels(['examples/gin-and-tonic.soret']);
  if (!model?.problem) throw new Error('the default example has errors');
  const { problem, text } = model;
  const { uri } = problem.geometry.origin;
  const view = await pages.open({ height: 1100 });
  const { page } = view;
  await view.post({ type: 'model', fileName: 'gin-and-tonic.soret', uri, problem, run: true, warnings: [], source: text });
  const rows = page.locator('.sensitivity tbody tr');
  await rows.first().waitFor({ timeout: 30_000 });

  // The separation is proportional to S_T, and no molar mass matters.
  const soret = rows.filter({ hasText: 'soret(ethanol)' });
  expect(await soret.locator('td').allTextContents()).toEqual(['+1\u00a0%', '+1.00\u00a0%', '1.00\u00a0%']);
  expect(await page.locator('.sensitivity .note').textContent()).toContain('molar_mass of species water');

  const line = text.split('\n').findIndex((l) => l.includes('soret(ethanol)'));
  const cursor = { uri, start: { line, character: 4 }, end: { line, character: 4 } };
  await view.post({ type: 'cursor', range: cursor });
  await page.waitForFunction(() => document.querySelector('.sensitivity tr.current')?.textContent?.includes('soret(ethanol)'));
  await view.settle();
  expect(await page.locator('.card.highlighted').count()).toBe(2);
  expect(await page.locator('.card .legend').allTextContents()).toEqual([
    expect.stringContaining('soret(ethanol) ±\u00a010\u00a0%'),
    expect.stringContaining('soret(ethanol) ±\u00a010\u00a0%'),
  ]);
  expect(await page.locator('.card .note').last().textContent()).toBe(
    '+1\u00a0% of soret(ethanol) changes these curves by up to 1.00\u00a0% of their range.',
  );
  await page.screenshot({ path: pages.picture('sensitivity-dark-900'), fullPage: true });

  // A cursor elsewhere takes the bands away.
  await view.post({ type: 'cursor', range: { uri, start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } });
  await page.waitForFunction(() => document.querySelector('.card.highlighted') === null);

  await soret.locator('button').click();
  expect((await view.lastSaid('reveal'))?.range.start.line).toBe(line);
  // Back from a curve: the key Enter shows the statement that it draws.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  expect((await view.lastSaid('reveal'))?.range.start.line).toBe(text.split('\n').findIndex((l) => l.startsWith('plot separation')));
  expect({ errors: view.errors, violations: await view.violations() }).toEqual({ errors: [], violations: [] });
  await page.close();
}, 60_000);

test('a run that starts ends the analysis of the one before', async () => {
  const [model] = await loadModels(['examples/gin-and-tonic.soret']);
  if (!model?.problem) throw new Error('the default example has errors');
  const { text } = model;
  const problem = finer(model.problem, 1000);
  const view = await pages.open();
  await view.post({ type: 'model', fileName: 'g.soret', uri: problem.geometry.origin.uri, problem, run: true, warnings: [], source: text });
  await view.page.locator('.sensitivity', { hasText: 'Computing' }).waitFor({ timeout: 30_000 });
  await view.page.keyboard.press('r');
  await view.waitFor('done');
  await view.page.locator('.sensitivity tbody tr').first().waitFor({ timeout: 30_000 });
  expect(view.errors).toEqual([]);
  await view.page.close();
}, 60_000);
