/**
 * What opening the results view costs in real VS Code, from the key to the first curve, and which part takes how long. Figures are
 * printed and nothing is judged: the machine of a test is shared. `node test/host/opening.mjs [times] [pause in ms]`, best after `node esbuild.mjs --minify`.
 */
import { root, temporaryWorkspace } from './paths.mjs';
import { report } from './suite.mjs';
import { until } from './until.mjs';
import { startVSCode, windowUrl } from './vscode-server.mjs';
import { openWindow } from './window.mjs';

const file = 'gin-and-tonic.soret';

/**
 * Runs in every frame before its own scripts: notes when the view's page is made, loaded, told its model, solved and drawn. It looks for
 * them by itself, because the editor writes the page into a document that is there already, which takes all listeners away.
 */
function observe() {
  const at = () => performance.timeOrigin + performance.now();
  const notes = (globalThis.notes = { frame: at() });
  const note = (name) => (notes[name] ??= at());
  const look = setInterval(() => {
    const state = document.querySelector('.state')?.dataset.state;
    if (document.querySelector('script[src*="webview.js"]')) note('page');
    if (document.querySelector('.bar')) note('script');
    if (state && state !== 'empty') note('model');
    if (document.querySelector('.card canvas')) {
      note('curve');
      clearInterval(look);
    }
  }, 1);
  const { Worker } = globalThis;
  globalThis.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      note('workerAsked');
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'ready') note('workerReady');
        if (data.type === 'done') note('solved');
      });
    }
  };
}

/** From the first of two notes to the second, in the order in which they happen. */
const parts = [
  ['the editor makes the frame', 'asked', 'frame'],
  ['the editor fills it', 'frame', 'page'],
  ['our script is loaded and builds the page', 'page', 'script'],
  ['the worker is ready', 'workerAsked', 'workerReady'],
  ['the model arrives', 'script', 'model'],
  ['it is solved', 'model', 'solved'],
  ['it is drawn', 'solved', 'curve'],
  ['in all', 'asked', 'curve'],
];

/** @param {number} times how often the view is opened @param {number} pause between two [ms] */
export async function opening(times = 7, pause = 500) {
  const workspace = temporaryWorkspace();
  const server = await startVSCode();
  const window = await openWindow(windowUrl(server, workspace.folder, root));
  const { page } = window;
  try {
    await page.context().addInitScript(observe);
    await window.open(file);
    await page.locator('.statusbar-item', { hasText: 'Soret' }).first().waitFor();
    const splits = [];
    for (let k = 0; k < times; k++) {
      const asked = Date.now();
      await page.keyboard.press('Control+Shift+r');
      let notes;
      await until(async () => (notes = await notesOfView(page))?.curve);
      splits.push(Object.fromEntries(parts.map(([name, from, to]) => [name, ({ asked, ...notes })[to] - ({ asked, ...notes })[from]])));
      await page.waitForTimeout(800);
      await window.command('View: Close Editors in Other Groups');
      await page.locator('iframe.webview').first().waitFor({ state: 'detached' });
      await page.waitForTimeout(pause);
    }
    const [first, ...warm] = splits;
    console.log(`  ${''.padEnd(44)} first   warm: median, least [ms]`);
    for (const [name] of parts) {
      const sorted = warm.map((split) => split[name]).sort((a, b) => a - b);
      const [median, least] = [sorted[sorted.length >> 1], sorted[0]];
      console.log(`  ${name.padEnd(44)} ${[first[name], median, least].map((v) => v.toFixed(0).padStart(6)).join('  ')}`);
    }
    return { passed: warm.length, failed: 0, skipped: 0 };
  } finally {
    await window.close();
    await server.stop();
    workspace.remove();
  }
}

/** Of the frame that holds the view; frames that are being replaced have none. */
async function notesOfView(page) {
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(() => globalThis.notes).catch(() => undefined)));
  return all.find((notes) => notes?.page !== undefined);
}

await report(import.meta.url, () => opening(...process.argv.slice(2).map(Number)));
