/** A VS Code window in a headless browser, driven as a person drives it. */
import { chromium } from 'playwright-core';
import path from 'node:path';
import { browser } from './browser.mjs';
import { shots } from './paths.mjs';
import { until } from './until.mjs';

/** Name in pictures, and VS Code's name. */
export const themes = [
  ['dark', 'Dark Modern'],
  ['light', 'Light Modern'],
  ['high-contrast', 'Dark High Contrast'],
  ['high-contrast-light', 'Light High Contrast'],
];

const slow = 60_000;

/**
 * @param {string} url of the window
 * @param {{ width?: number, height?: number }} size
 */
export async function openWindow(url, { width = 1440, height = 900 } = {}) {
  const chrome = await chromium.launch(browser());
  const page = await chrome.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(20_000);
  const violations = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  const quick = page.locator('.quick-input-widget');
  const quickInput = quick.locator('.quick-input-box input');
  const row = (text) => quick.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

  await page.goto(url);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: slow });

  const window = {
    page,
    violations,
    quick,
    quickInput,
    row,
    close: () => chrome.close(),
    /** Runs a command by its title in the palette. */
    async command(title) {
      await page.keyboard.press('F1');
      await quickInput.waitFor();
      await quickInput.fill(`>${title}`);
      await row(title).waitFor();
      await page.keyboard.press('Enter');
    },
    async open(name) {
      await page.keyboard.press('Control+p');
      await quickInput.waitFor();
      await quickInput.fill(name);
      await row(name).waitFor();
      await page.keyboard.press('Enter');
      await window.editor(name).locator('.view-lines').waitFor();
    },
    /** Goes to a line and column (from 1) of the active editor. */
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+g');
      await quickInput.waitFor();
      await quickInput.fill(`:${line},${column}`);
      await page.keyboard.press('Enter');
      await quick.waitFor({ state: 'hidden' });
    },
    async theme(name) {
      await page.locator('.statusbar').click({ position: { x: 600, y: 8 } }); // out of the page, which keeps its keys
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+t');
      await quickInput.waitFor();
      await quickInput.fill(name);
      await row(name).waitFor();
      await page.keyboard.press('Enter');
      await quick.waitFor({ state: 'hidden' });
    },
    editor: (name) => page.locator(`.editor-instance .monaco-editor[data-uri$="${name}"]`),
    /** Inside of the results view that shows. */
    results: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
    /**
     * A browser lets no page store anything while it is reloaded: VS Code writes what is open every few seconds, and forgets what came after.
     * @param kept what has to be among it
     */
    async reload(kept) {
      await until(() => page.evaluate(isStored, kept), slow);
      await page.reload();
      await page.locator('.tabs-container .tab').first().waitFor({ timeout: slow });
    },
    shot: (name) => page.screenshot({ path: path.join(shots, `${name}.png`) }),
  };
  return window;
}

/** Whether some database of VS Code in this page holds a value with the text in it. */
async function isStored(text) {
  const result = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = reject)));
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db')) continue;
    const database = await result(indexedDB.open(name));
    try {
      for (const table of database.objectStoreNames) {
        const values = await result(database.transaction(table).objectStore(table).getAll());
        if (values.some((value) => String(value).includes(text))) return true;
      }
    } finally {
      database.close();
    }
  }
  return false;
}
