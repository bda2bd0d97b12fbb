/** Opens a window whose workbench runs a Mocha suite in its extension host, prints what Mocha prints and returns its counts. */
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser } from './browser.mjs';
import { shots } from './paths.mjs';

/** Lines of the suite's reporter carry this mark; the rest of the console is printed only after a failure. */
export const mark = '@@';

/** @returns {Promise<{ passed: number, failed: number }>} a window that crashes, hangs or exits badly counts as a failure. */
export async function runSuite(name, url, { timeout = 180_000 } = {}) {
  const chrome = await chromium.launch(browser());
  const logged = [];
  const lines = [];
  try {
    const page = await chrome.newPage({ viewport: { width: 1280, height: 800 } });
    let exited;
    const exit = new Promise((resolve) => (exited = resolve));
    // Both functions are called by VS Code's workbench when it was opened with an `extensionTestsPath`.
    await page.exposeFunction('codeAutomationLog', (type, values) => {
      const text = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
      if (!text.startsWith(mark)) return void logged.push(`[${type}] ${text}`);
      lines.push(text.slice(mark.length));
      console.log(text.slice(mark.length));
    });
    await page.exposeFunction('codeAutomationExit', (code) => exited(code));
    page.on('pageerror', (error) => logged.push(`[page error] ${error}`));
    await page.goto(url);
    const crashed = page.waitForEvent('crash', { timeout: 0 }).then(
      () => 'page crash',
      () => 'page closed',
    );
    const late = new Promise((resolve) => setTimeout(resolve, timeout, 'timeout').unref());
    const code = await Promise.race([exit, crashed, late]);
    if (code !== 0) await page.screenshot({ path: path.join(shots, `failed-${name}.png`) });
    const counts = countsOf(lines);
    if (code === 0 && counts.passed > 0) return counts;
    console.error(`${name}: exit ${code}\n${logged.join('\n').slice(-12_000)}`);
    return { ...counts, failed: Math.max(counts.failed, 1) };
  } finally {
    await chrome.close();
  }
}

/** For a script of this folder when it is the program: runs it, prints its counts for `npm test`, sets the exit code. */
export async function report(module, work) {
  if (module !== pathToFileURL(process.argv[1]).href) return;
  fs.mkdirSync(shots, { recursive: true });
  const counts = await work();
  console.log(JSON.stringify(counts));
  process.exitCode = counts.failed ? 1 : 0;
}

function countsOf(lines) {
  const count = (word) => Number(lines.map((line) => new RegExp(`^\\s*(\\d+) ${word}`).exec(line)?.[1]).find(Boolean) ?? 0);
  return { passed: count('passing'), failed: count('failing'), skipped: count('pending') };
}
