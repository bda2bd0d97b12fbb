/**
 * From an empty window to a saved file without a mouse: open an example, run it, read a value off the curve, export. Then what a session
 * costs, with the times printed: the view opened again, a keystroke to its curve. Then a server that is killed, and two files side by side.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root, temporaryWorkspace } from './paths.mjs';
import { report } from './suite.mjs';
import { until } from './until.mjs';
import { startVSCode, windowUrl } from './vscode-server.mjs';
import { openWindow } from './window.mjs';

const file = 'gin-and-tonic.soret';
const solved = /Solved/;

export async function keyboard() {
  const workspace = temporaryWorkspace();
  const server = await startVSCode();
  const window = await openWindow(windowUrl(server, workspace.folder, root));
  const { page } = window;
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const results = window.results();
  const status = page.locator('.statusbar-item', { hasText: solved });
  /** Later steps need the earlier ones, so the first failure ends the way. */
  const step = async (name, work) => {
    if (counts.failed) return;
    const started = Date.now();
    try {
      const said = await work();
      counts.passed++;
      console.log(`  ✔ ${name} (${Date.now() - started} ms)${said ? `: ${said}` : ''}`);
    } catch (error) {
      counts.failed++;
      console.error(`  ✘ ${name}\n${error.stack}`);
      await window.shot('failed-keyboard');
    }
  };
  /** Nothing was clicked in this window. */
  await page.evaluate(() => {
    globalThis.clicks = 0;
    globalThis.addEventListener('mousedown', (event) => (globalThis.clicks += event.isTrusted ? 1 : 0), true);
  });
  try {
    await step('the example opens by its name', () => window.open(file));
    await step('it runs', async () => {
      const started = Date.now();
      await page.keyboard.press('Control+Shift+r');
      await results.locator('.card canvas').first().waitFor();
      const first = Date.now() - started;
      await status.waitFor();
      return `first curve after ${first} ms, language server and solver cold`;
    });
    await step('the view takes the focus, a plot gives its value', async () => {
      await page.keyboard.press('Control+k');
      await page.keyboard.press('r');
      await until(() => results.locator('body').evaluate(() => document.hasFocus()));
      for (const key of ['1', 'Home', 'Shift+ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
      await until(async () => /x.*mm.*0\.39/.test((await results.locator('[role="status"]').textContent()) ?? ''));
      return (await results.locator('[role="status"]').textContent())?.replace(/\s/g, ' ');
    });
    await step('the numbers of the plot are saved', async () => {
      await page.keyboard.press('e');
      await results.getByRole('menuitem').first().waitFor();
      await page.keyboard.press('Enter');
      await window.quickInput.waitFor();
      await page.keyboard.press('Enter');
      const saved = () => fs.readdirSync(workspace.folder).find((name) => name.endsWith('.csv'));
      await until(saved);
      await until(() => fs.readFileSync(path.join(workspace.folder, saved()), 'utf8').split('\n').length > 100);
      return saved();
    });
    await step('nothing was clicked', async () => assert.equal(await page.evaluate(() => globalThis.clicks), 0));
    await step('a keystroke in the file moves the curve', async () => {
      await window.command('View: Focus First Editor Group');
      const times = [];
      for (let k = 0; k < 6; k++) {
        await window.goTo(lineOf(workspace, 'soret(ethanol)'), 23);
        const before = await figure(results);
        const started = Date.now();
        await page.keyboard.type(k % 2 ? '1' : '2');
        await until(async () => (await figure(results)) !== before);
        times.push(Date.now() - started);
      }
      await window.command('Undo');
      times.sort((a, b) => a - b);
      return `median ${times[3]} ms, largest ${times[5]} ms, the pause of 150 ms included`;
    });
    await step('the server is killed: the curves stay and the next change is solved', async () => {
      const killed = killLanguageServer(server.process.pid);
      assert.ok((await results.locator('.card canvas').count()) > 0);
      await window.goTo(lineOf(workspace, 'soret(ethanol)'), 23);
      const before = await figure(results);
      await page.keyboard.type('3');
      await until(async () => (await figure(results)) !== before);
      await status.waitFor();
      await window.command('Undo');
      return `process ${killed}, another one took its place`;
    });
    await step('the view opened again', async () => {
      await window.command('View: Close Editors in Other Groups');
      await page.locator('iframe.webview').waitFor({ state: 'detached' });
      const started = Date.now();
      await window.command('Soret: Show Results');
      await results.locator('.card canvas').first().waitFor();
      return `first curve after ${Date.now() - started} ms, the palette included`;
    });
    await step('the page never broke its policy', async () => assert.deepEqual(window.violations, []));
    return counts;
  } finally {
    await window.close();
    await server.stop();
    workspace.remove();
  }
}

/** Ends the language server that VS Code's process group runs. @returns its process. */
function killLanguageServer(group) {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,args='], { encoding: 'utf8' }).split('\n');
  const [pid] = rows.flatMap((row) => {
    const [, pid, pgid, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return Number(pgid) === group && args.includes(path.join(root, 'dist/server.cjs')) ? [Number(pid)] : [];
  });
  assert.ok(pid, 'no language server runs');
  process.kill(pid, 'SIGKILL');
  return pid;
}

const figure = (results) => results.locator('.figures .big').first().textContent();
const lineOf = ({ folder }, part) =>
  fs.readFileSync(path.join(folder, file), 'utf8').split('\n').findIndex((line) => line.includes(part)) + 1;

await report(import.meta.url, keyboard);
