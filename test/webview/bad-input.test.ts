/** What goes wrong around the view: nothing is lost and the reason is shown. In plain Chromium under the shipped policy. */
import { expect, test } from 'vitest';
import type { View } from './harness.js';
import { sampleWorker, usePages } from './pages.js';
import { problem, source, uri } from './sample/problem.js';
import { broken, model } from './shots.js';

const pages = usePages(sampleWorker);

const withView = (work: (view: View) => Promise<void>): Promise<void> =>
  pages.with({}, async (view) => {
    await work(view);
    expect({ errors: view.errors, violations: await view.violations() }).toEqual({ errors: [], violations: [] });
  });
const runningAt = (view: View) => view.page.waitForFunction(() => document.querySelector('.state')?.textContent?.includes('%'));
const cards = (view: View) => view.page.locator('.card').count();

test('a reload in the middle of a run starts again and keeps the choices', () =>
  withView(async (view) => {
    await view.post(model());
    await view.waitFor('done');
    await view.page.locator('.card .tool').first().click();
    await view.post(model({ title: 'slow', hash: 'slow' }));
    await runningAt(view);
    await view.page.reload();
    await view.page.waitForFunction(() => (window as unknown as { said: unknown[] }).said.length > 0);
    await view.post(model({ title: 'slow', hash: 'slow' }));
    await runningAt(view);
    await view.waitFor('done');
    expect(await view.page.locator('.tablebox:visible').count()).toBe(1);
  }));

test('a file with an error in the middle of a run: the run ends, the curves of before stay, the reason is shown', () =>
  withView(async (view) => {
    await view.post(model());
    await view.waitFor('done');
    await view.post(model({ title: 'slow', hash: 'slow' }));
    await runningAt(view);
    await view.post(broken);
    await view.waitFor('broken');
    expect(await cards(view)).toBe(2);
    expect(await view.page.locator('.units').innerText()).toMatch(
      /needs\s+1\/K\s+inverse temperature difference\s+is\s+m²\/s\s+diffusivity/,
    );
    // The answer of the run that was cancelled does not take the error away.
    await view.page.waitForTimeout(400);
    expect(await view.page.locator('.state').getAttribute('data-state')).toBe('broken');
    await view.post(model());
    await view.waitFor('done');
  }));

test('a file that is closed in the middle of a run leaves an empty view, and comes back when it is opened', () =>
  withView(async (view) => {
    await view.post(model({ title: 'slow', hash: 'slow' }));
    await runningAt(view);
    await view.post({ type: 'empty' });
    await view.page.locator('.empty:visible').waitFor();
    expect(await view.page.locator('.empty').innerText()).toContain('No model is open');
    // The run that was on its way shows nothing.
    await view.page.waitForTimeout(600);
    expect(await cards(view)).toBe(0);
    await view.post(model());
    await view.waitFor('done');
    expect(await cards(view)).toBe(2);
  }));

test('another file in the same view: nothing of the one before is mixed in', () =>
  withView(async (view) => {
    await view.post(model({ title: 'slow', hash: 'slow' }));
    await runningAt(view);
    const other = { ...model({ hash: 'other', title: 'Another cell' }), uri: `${uri}.other`, fileName: 'other.soret' };
    await view.post(other);
    await view.waitFor('done');
    await view.page.waitForTimeout(400);
    expect(await view.page.locator('h1').textContent()).toBe('Another cell');
    expect(await view.page.locator('.report-head .muted').first().textContent()).toContain('model other');
    expect((await view.said()).filter((m) => m.type === 'result').map((m) => m.hash)).toEqual(['other']);
  }));

test('two views side by side do not hear each other', async () => {
  const [left, right] = await Promise.all([pages.open(), pages.open()]);
  await left.post(model({ title: 'slow', hash: 'left' }));
  await right.post({ ...model({ hash: 'right' }), uri: `${uri}.right` });
  await right.waitFor('done');
  await left.waitFor('done');
  expect((await left.lastSaid('result'))?.hash).toBe('left');
  expect((await right.lastSaid('result'))?.hash).toBe('right');
  await Promise.all([left.page.close(), right.page.close()]);
});

test('a server that ends and starts again sends the same model: nothing runs twice, nothing disappears', () =>
  withView(async (view) => {
    await view.post(model());
    await view.waitFor('done');
    await view.post({ type: 'notice', severity: 'error', message: 'The language server ended and was started again.' });
    await view.post(model());
    await view.settle();
    expect(await view.page.locator('.notice').textContent()).toContain('was started again');
    expect((await view.said()).filter((m) => m.type === 'result')).toHaveLength(1);
    expect(await cards(view)).toBe(2);
  }));

const strange: readonly (readonly [string, unknown])[] = [
  ['no problem', { ...model(), problem: null }],
  ['a problem of another shape', { ...model(), problem: { studies: 'three' } }],
  ['no file', { ...model(), uri: 7 }],
  ['an unknown type', { type: 'selfDestruct' }],
  ['a command that does not exist', { type: 'command', command: 'format' }],
  ['a cursor without a place', { type: 'cursor', range: { uri } }],
  ['settings out of range', { type: 'settings', mode: 'always', pause: -1 }],
];
test('messages that are not of the protocol are reported and change nothing, even in the middle of a run', () =>
  withView(async (view) => {
    await view.post(model());
    await view.waitFor('done');
    await view.post(model({ title: 'slow', hash: 'slow' }));
    await runningAt(view);
    for (const [, message] of strange) await view.post(message as Readonly<Record<string, unknown>>);
    // What other frames of the editor send is none of the view's business.
    await view.page.evaluate(() => window.postMessage('vscode-scheduled-async-work', '*'));
    await view.waitFor('done');
    const said = (await view.said()).filter((m) => m.type === 'problem').map((m) => m.message);
    expect(said).toEqual(strange.map(([, m]) => `A message of the editor was not understood: ${(m as { type: string }).type}`));
    expect((await view.lastSaid('result'))?.hash).toBe('slow');
    expect(await cards(view)).toBe(2);
    expect([problem.hash, source]).not.toContain('');
  }));
