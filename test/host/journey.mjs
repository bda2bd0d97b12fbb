/**
 * The way of a new user through real VS Code: open an example, complete a property, see the squiggle of a wrong unit, fix it, run,
 * read a value of the curve, drag a slider, apply it, export, reload. Pictures go to test/shots; they are for looking at.
 */
import fs from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { root, temporaryWorkspace } from './paths.mjs';
import { report } from './suite.mjs';
import { until } from './until.mjs';
import { startVSCode, windowUrl } from './vscode-server.mjs';
import { openWindow, themes } from './window.mjs';

const file = 'gin-and-tonic.soret';

/** The example with a wrong unit, a misspelt property, and without its heat capacity. */
function breakExample(folder) {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const broken = text.replace('4.5e-10 m^2/s', '4.5e-10 m').replace('  conductivity ', '  conductivty ').replace(/^ *heat_capacity.*\n/m, '');
  assert.notEqual(broken.length, text.length);
  fs.writeFileSync(path.join(folder, file), broken);
  return { lineOf: (part) => broken.split('\n').findIndex((line) => line.includes(part)) + 1 };
}

export async function journey() {
  const workspace = temporaryWorkspace();
  const { lineOf } = breakExample(workspace.folder);
  const server = await startVSCode();
  const window = await openWindow(windowUrl(server, workspace.folder, root));
  const { page } = window;
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const saved = () => fs.readFileSync(path.join(workspace.folder, file), 'utf8');
  const results = window.results();
  /** Later steps need the earlier ones, so the first failure ends the journey. */
  const step = async (name, work) => {
    if (counts.failed) return;
    const started = Date.now();
    try {
      await work();
      counts.passed++;
      console.log(`  ✔ ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      counts.failed++;
      console.error(`  ✘ ${name}\n${error.stack}`);
      await window.shot('failed-journey');
    }
  };
  try {
    await step('the example opens and the wrong unit is marked', async () => {
      await window.open(file);
      await window.editor(file).locator('.cdr.squiggly-error').first().waitFor();
      await window.shot('1-squiggle');
    });
    await step('the Problems view says what is wrong', async () => {
      await window.command('Problems: Focus on Problems View');
      await page.locator('.markers-panel-container .monaco-list-row', { hasText: 'm²/s' }).first().waitFor();
      await window.shot('2-problems');
      await page.keyboard.press('Control+j'); // hides the panel
    });
    await step('a property completes', async () => {
      await window.editor(file).locator('.view-line').first().click({ position: { x: 4, y: 4 } });
      await window.goTo(lineOf('conductivty'), 200);
      await page.keyboard.press('Enter');
      await page.keyboard.type('heat_c', { delay: 30 });
      const offer = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'heat_capacity' }).first();
      await offer.waitFor();
      await window.shot('3-completion');
      await offer.click();
      await page.keyboard.type('3.8 kJ/(kg*K)');
      await page.keyboard.press('Escape');
    });
    await step('the lamp mends a misspelt name', async () => {
      await window.goTo(lineOf('conductivty'), 6);
      await page.keyboard.press('Control+.');
      const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'conductivity' }).first();
      await fix.waitFor();
      await window.shot('4-fix');
      await page.keyboard.press('Enter');
      await window.editor(file).locator('.view-line', { hasText: 'conductivity' }).waitFor();
    });
    await step('the right unit takes the mark away', async () => {
      await window.goTo(lineOf('diffusion'), 200);
      await page.keyboard.type('^2/s');
      await page.keyboard.press('Escape');
      await window.editor(file).locator('.cdr.squiggly-error').first().waitFor({ state: 'detached' });
      await page.keyboard.press('Control+s');
      await until(() => saved().includes('4.5e-10 m^2/s'));
    });
    await step('the model runs beside the file', async () => {
      await page.keyboard.press('Control+Shift+r');
      await results.locator('[aria-roledescription="plot"]').first().waitFor();
      await page.locator('.statusbar-item', { hasText: /Solved/ }).waitFor();
      await window.shot('5-results');
    });
    await step('the plot reads as a sentence with its numbers', async () => {
      const sentences = await results.locator('[aria-roledescription="plot"]').evaluateAll((plots) => plots.map((plot) => plot.getAttribute('aria-label')));
      console.log(`    ${sentences.join('\n    ')}`);
      assert.match(sentences.join('\n'), /0\.00[67]\d/);
    });
    await step('a slider changes the curve and not the file', async () => {
      const before = saved();
      const slider = results.getByRole('slider', { name: /hot/ });
      await slider.focus();
      for (let press = 0; press < 3; press++) await page.keyboard.press('PageUp');
      await results.getByText('Apply to file').waitFor();
      await window.shot('6-slider');
      assert.equal(saved(), before);
    });
    await step('Apply writes one change, and one undo takes it back', async () => {
      await results.getByText('Apply to file').click();
      const value = window.editor(file).locator('.view-line', { hasText: 'param' });
      await until(async () => !/30.degC/.test((await value.innerText()).replace(/\s/g, ' ').replace(/from.*/, '')));
      await window.shot('7-applied');
      await value.click({ position: { x: 4, y: 4 } }); // its middle may lie outside the editor, and the browser would scroll there
      await page.keyboard.press('Control+z');
      await until(async () => /hot = 30.degC/.test((await value.innerText()).replace(/\s/g, ' ')));
      await window.goTo(1);
      await page.keyboard.press('Control+b'); // room for the pictures
    });
    for (const [name, theme] of themes) {
      await step(`the ${name} theme`, async () => {
        await window.theme(theme);
        await page.locator('.statusbar-item', { hasText: /Solved/ }).waitFor();
        await page.waitForTimeout(500); // colours arrive after the theme's name
        await window.shot(`theme-${name}`);
      });
    }
    await step('an export is saved where the person says', async () => {
      await results.getByRole('button', { name: /^Export/ }).first().click();
      await results.getByRole('menuitem', { name: /CSV/ }).first().click();
      await window.quickInput.waitFor();
      await window.shot('9-save');
      await page.keyboard.press('Enter');
      const saved = () => fs.readdirSync(workspace.folder).find((name) => name.endsWith('.csv'));
      await until(saved);
      await until(() => fs.readFileSync(path.join(workspace.folder, saved()), 'utf8').split('\n').length > 10);
    });
    // The README's picture is made on request only, so that a test leaves the tree as it was.
    if (process.argv.includes('--picture')) await step('a picture for the README', () => readmePicture(window));
    await step('results come back after a reload', async () => {
      await window.theme('Dark Modern');
      await page.keyboard.press('Control+s');
      await window.reload('soret.results');
      await window.results().locator('[aria-roledescription="plot"]').first().waitFor();
      await window.shot('8-reloaded');
    });
    await step('the page never broke its policy', async () => assert.deepEqual(window.violations, []));
    return counts;
  } finally {
    await window.close();
    await server.stop();
    workspace.remove();
  }
}

async function readmePicture(window) {
  await window.theme('Dark Modern');
  await window.page.keyboard.press('Control+1'); // the editor
  await window.page.locator('.statusbar-item', { hasText: /Solved/ }).waitFor();
  await window.page.waitForTimeout(500);
  await window.page.screenshot({ path: path.join(root, 'docs/images/results.png') });
}

await report(import.meta.url, journey);
