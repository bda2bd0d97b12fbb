/** Every example, run in the results view of real VS Code; one picture each (in four themes with `--themes`). Pictures go to test/shots. */
import fs from 'node:fs';
import path from 'node:path';
import { root, temporaryWorkspace } from './paths.mjs';
import { report } from './suite.mjs';
import { startVSCode, windowUrl } from './vscode-server.mjs';
import { openWindow, themes } from './window.mjs';

/** Of the slowest example, on a machine that does other things too. */
const runLimit = 120_000;

export async function gallery() {
  const workspace = temporaryWorkspace();
  const examples = fs.readdirSync(path.join(root, 'examples')).filter((name) => name.endsWith('.soret'));
  const server = await startVSCode();
  const window = await openWindow(windowUrl(server, workspace.folder, root));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    await window.page.keyboard.press('Control+b');
    for (const name of examples) {
      const started = Date.now();
      const problem = await show(window, name).catch((error) => error.message);
      counts[problem ? 'failed' : 'passed']++;
      console.log(`  ${problem ? '✘' : '✔'} ${name} (${Date.now() - started} ms)${problem ? `: ${problem}` : ''}`);
      await window.page.keyboard.press('Escape');
      await window.command('View: Close All Editors');
      await window.page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
    }
    if (window.violations.length > 0) {
      counts.failed++;
      console.error(window.violations.join('\n'));
    }
    return counts;
  } finally {
    await window.close();
    await server.stop();
    workspace.remove();
  }
}

/** @returns what is wrong, if anything. */
async function show(window, name) {
  await window.open(name);
  const status = window.page.locator('.statusbar-item', { hasText: /Soret: / });
  await window.page.keyboard.press('Control+Shift+r');
  const done = status.filter({ hasText: /Solved|failed|Stopped|error|stale/ }).first();
  await done.waitFor({ timeout: runLimit });
  await window.page.waitForTimeout(300);
  const picture = name.replace('.soret', '');
  for (const [suffix, theme] of process.argv.includes('--themes') ? themes : themes.slice(0, 1)) {
    if (process.argv.includes('--themes')) await window.theme(theme);
    await window.page.waitForTimeout(300);
    await window.shot(`example-${picture}-${suffix}`);
  }
  const text = await done.innerText();
  return /Solved/.test(text) ? undefined : text;
}

await report(import.meta.url, gallery);
