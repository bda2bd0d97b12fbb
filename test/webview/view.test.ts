import AxeBuilder from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { View } from './harness.js';
import { bundle } from './harness.js';
import { sampleWorker, usePages } from './pages.js';
import { problem, source } from './sample/problem.js';
import { broken, choose, model, setSlider, states } from './shots.js';
import type { ThemeName } from './themes.js';

const pages = usePages(sampleWorker);

const withView = pages.with;
/** Other work may share the machine. */
const patient = { timeout: 8000 };
const solved = async (view: View): Promise<void> => {
  await view.post(model());
  await view.waitFor('done');
};

/** Findings of axe in words: rule, element. */
async function axe(view: View): Promise<readonly string[]> {
  await view.page.evaluate(AxeBuilder.source);
  return view.page.evaluate(async () => {
    const run = (window as unknown as { axe: typeof AxeBuilder }).axe;
    const { violations } = await run.run(document, { resultTypes: ['violations'] });
    return violations.flatMap((v) =>
      v.nodes.map((node) => `${v.id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`),
    );
  });
}

describe.each(['dark', 'light', 'highContrast', 'highContrastLight'] as const satisfies readonly ThemeName[])('%s', (theme) => {
  test.each(Object.keys(states))(
    '%s: no violation of the policy, no finding of axe, no sideways scrolling at 900 and 380 px',
    async (name) => {
      for (const [width, height] of [
        [900, 760],
        [380, 1500],
      ] as const)
        await withView({ theme, width, height }, async (view) => {
          await states[name]?.(view);
          await view.settle();
          const scroll = await view.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          await view.page.screenshot({ path: pages.picture(`${name}-${theme}-${width}`) });
          expect({ width, scroll, errors: view.errors, violations: await view.violations(), axe: await axe(view) }).toEqual({
            width,
            scroll: 0,
            errors: [],
            violations: [],
            axe: [],
          });
        });
    },
    60_000,
  );
});

test('right to left, at 200 % zoom, with long names: nothing is cut off sideways', async () => {
  for (const options of [{ rtl: true }, { width: 450, height: 380 }, { rtl: true, width: 380 }])
    await withView(options, async (view) => {
      await states['long']?.(view);
      expect(await view.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      await view.page.screenshot({ path: pages.picture(`long-${JSON.stringify(options).replace(/\W+/g, '-')}`) });
    });
});

test('the whole path by keyboard alone', async () => {
  await withView({}, async (view) => {
    await solved(view);
    const { page } = view;
    const { keyboard } = page;
    // A slider: five steps up, then write.
    await page.locator('#parameter-hot').focus();
    for (let i = 0; i < 5; i++) await keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.pend .muted')?.textContent?.includes('27.5'));
    await keyboard.press('Enter');
    expect(await view.lastSaid('apply')).toEqual({ type: 'apply', values: [{ name: 'hot', value: 300.65 }] });
    await keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.params .pend')?.hidden);
    // First plot: cursor, readout, two cursors with their difference.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await keyboard.press('1');
    for (const key of ['Home', 'a', 'Shift+ArrowRight', 'Shift+ArrowRight', 'b']) await keyboard.press(key);
    await page.waitForFunction(() => document.querySelector('.ab')?.textContent?.includes('slope'));
    expect(await page.locator('.flag').first().textContent()).toContain('20\u00a0min');
    await keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('[role="status"]').textContent()).toMatch(/^\S.*: x .* mm, w ethanol /);
    // Zoom, log axis, unit, table, hide; then all back.
    for (const key of ['=', 'g', 'Shift+u', 't', 'h']) await keyboard.press(key);
    await page.waitForFunction(() => document.querySelector('.tablebox table'));
    await view.settle();
    expect(await page.locator('.axis-x').first().textContent()).not.toContain('mm');
    expect(await page.locator('.entry[aria-pressed="false"]').count()).toBe(1);
    await keyboard.press('0');
    await keyboard.press('Enter');
    expect((await view.lastSaid('reveal'))?.range.start.line).toBe(source.split('\n').findIndex((l) => l.startsWith('plot w(ethanol)')));
    // Time: start, next output time, pin, regions.
    await keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await keyboard.press('Home');
    await keyboard.press('.');
    await page.waitForFunction(() => document.querySelector('.time output')?.textContent?.includes('10'));
    await keyboard.press('p');
    await page.waitForFunction(() => document.querySelector('[aria-label="Pin"]')?.getAttribute('aria-pressed') === 'true');
    const regions = new Set<string>();
    for (let i = 0; i < 6; i++) {
      await keyboard.press('F6');
      regions.add(
        await page.evaluate(
          () => document.activeElement?.closest('header, section[aria-label]:not(.card), main')?.className.split(' ')[0] ?? '',
        ),
      );
    }
    expect([...regions].sort()).toEqual(['bar', 'params', 'plots', 'report', 'time']);
    // Export of the run through the menu.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await keyboard.press('e');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect.poll(async () => (await view.lastSaid('save'))?.format, patient).toBe('json');
    await keyboard.press('?');
    expect(await page.locator('dialog[open]').count()).toBe(1);
    await keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });
}, 60_000);

test('dragging a slider re-solves at frame rate and never edits the file', async () => {
  await withView({}, async (view) => {
    await solved(view);
    const frames = await view.page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('#parameter-hot');
      const about = document.querySelector('.figures');
      if (!input || !about) return 0;
      let changes = 0;
      new MutationObserver(() => changes++).observe(about, { childList: true });
      const started = performance.now();
      for (let i = 0; performance.now() - started < 1000; i++) {
        input.value = String(25 + (i % 30));
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return changes;
    });
    // The machines of a test are shared and slow; a person's is not.
    expect(frames).toBeGreaterThanOrEqual(10);
    expect(await view.lastSaid('apply')).toBeUndefined();
  });
});

test('frames of a moving slider say so, keep the place of what they leave out, and are followed by the whole run', async () => {
  await withView({}, async (view) => {
    await solved(view);
    const results = async (): Promise<number> => (await view.said()).filter((m) => m.type === 'result').length;
    const before = await results();
    const told = await view.page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('#parameter-hot');
      const state = document.querySelector<HTMLElement>('.state');
      const report = document.querySelector<HTMLElement>('.report');
      const table = document.querySelector('.checks table');
      const offered = document.querySelector('.more')?.textContent;
      if (!input || !state || !report || !table) return null;
      const heights = new Set<number>();
      const words = new Set<string>();
      let kept = true;
      const started = performance.now();
      for (let i = 0; performance.now() - started < 1000; i++) {
        input.value = String(40 + (i % 3));
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (!document.querySelector('.checks.old')) continue;
        words.add(`${state.dataset['state']} ${state.textContent}`);
        heights.add(report.offsetHeight);
        kept &&= document.querySelector('.checks table') === table && document.querySelector('.more')?.textContent === offered;
      }
      return { words: [...words], heights: heights.size, kept };
    });
    expect(told).toEqual({ words: ['running Preview'], heights: 1, kept: true });
    expect(await results()).toBe(before);
    await view.waitFor('done');
    expect(await view.page.locator('.checks.old').count()).toBe(0);
    expect(await results()).toBe(before + 1);
  });
}, 60_000);

test('a pin during a moving slider is of the whole run', async () => {
  await withView({}, async (view) => {
    await solved(view);
    await view.page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('#parameter-hot');
      if (!input) return;
      while (!document.querySelector('.checks.old')) {
        input.value = input.value === '40' ? '41' : '40';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true }));
    });
    await expect.poll(() => view.page.locator('[aria-label="Pin"]').getAttribute('aria-pressed'), patient).toBe('true');
    expect(await view.page.locator('.state').getAttribute('data-state')).toBe('done');
  });
}, 60_000);

test('comments do not run again, another model does, and an error keeps the curves', async () => {
  await withView({}, async (view) => {
    const results = async (): Promise<number> => (await view.said()).filter((m) => m.type === 'result').length;
    await solved(view);
    await view.post(model({}, { source: `// a comment\n${source}` }));
    await view.settle();
    expect(await results()).toBe(1);
    await view.post(model({ hash: 'another' }));
    await expect.poll(results, patient).toBe(2);
    await view.post(broken);
    await view.waitFor('broken');
    expect(await view.page.locator('.chip:visible', { hasText: 'stale' }).count()).toBe(2);
    await view.page.getByText('Rename to diffusion').click();
    expect(await view.lastSaid('fix')).toMatchObject({ code: 'wrong-unit' });
    await view.post(model({ hash: 'another' }));
    await view.waitFor('done');
    expect(await view.page.locator('.chip:visible').count()).toBe(0);
  });
});

test('a cancelled run keeps its curves; a run that hangs is ended within a second and the next one works', async () => {
  await withView({}, async (view) => {
    await view.post(model({ title: 'slow', hash: 'slow' }));
    await view.page.waitForFunction(() => document.querySelector('.state')?.textContent?.includes('%'));
    await view.page.keyboard.press('Escape');
    await view.waitFor('cancelled');
    expect(await view.page.locator('.card').count()).toBe(2);
    await view.post(model({ title: 'hangs', hash: 'hangs' }));
    await view.page.waitForTimeout(200);
    await view.page.keyboard.press('Escape');
    await view.waitFor('failed');
    expect(await view.page.locator('.banner').textContent()).toContain('did not stop within a second');
    await view.post(model());
    await view.waitFor('done');
    expect(view.errors).toEqual([]);
  });
}, 60_000);

test('a defect of the solver is shown with what to do and told to the host', async () => {
  await withView({}, async (view) => {
    await view.post(model({ title: 'throws', hash: 'throws' }));
    await view.waitFor('failed');
    expect(await view.page.locator('.banner').textContent()).toContain('index out of range in the tape');
    expect(await view.lastSaid('problem')).toBeDefined();
  });
});

test('choices, sliders and pinned runs come back after a reload', async () => {
  await withView({}, async (view) => {
    await solved(view);
    await view.page.keyboard.press('p');
    await setSlider(view, 'hot', 32);
    await view.page.waitForFunction(() => document.querySelector('.report-head .muted')?.textContent?.includes('32'));
    await view.page.locator('.card .tool').first().click();
    await view.settle();
    await view.page.reload();
    await solved(view);
    await view.page.waitForFunction(() => document.querySelector('[aria-label="Pin"]')?.getAttribute('aria-pressed') === 'true');
    expect(await view.page.locator('.pend:visible .muted').textContent()).toContain('32');
    expect(await view.page.locator('.tablebox:visible').count()).toBe(1);
  });
});

test('a message that does not fit is refused and reported', async () => {
  await withView({}, async (view) => {
    await view.post({ type: 'model', problem: 'no' });
    await expect.poll(() => view.lastSaid('problem')).toMatchObject({ message: 'A message of the editor was not understood: model' });
    expect(view.errors).toEqual([]);
  });
});

test('the theme may change while the view is open', async () => {
  await withView({ theme: 'dark' }, async (view) => {
    await solved(view);
    const ink = (): Promise<string | null> =>
      view.page.evaluate(() => document.querySelector('.legend line')?.getAttribute('stroke') ?? null);
    const before = await ink();
    await view.page.evaluate(() => {
      document.documentElement.style.setProperty('--vscode-editor-background', '#ffffff');
      document.documentElement.style.setProperty('--vscode-foreground', '#3b3b3b');
      document.body.className = 'vscode-light';
    });
    await expect.poll(ink, patient).not.toBe(before);
  });
});

test('a fit writes its values with their errors; the confidence region can be exported', async () => {
  await withView({}, async (view) => {
    await solved(view);
    await choose(view, 'soret_D');
    await view.page.getByText('Write values to file').click();
    expect((await view.lastSaid('apply'))?.values).toEqual([
      { name: 'D', value: 6.39e-10, standardError: 3.2e-11 },
      { name: 'S_T', value: -9.48e-3, standardError: 1e-4 },
    ]);
    await view.page.locator('[data-figure^="confidence"] [title^="Export"]').click();
    await view.page.getByText('Drawing, vectors').click();
    await expect.poll(async () => (await view.lastSaid('save'))?.content, patient).toMatch(/^<svg .*correlation 0\.67/);
    await view.page.locator('[data-figure="fit:soret_D"] [title^="Export"]').click();
    await view.page.getByText('Drawing, pixels').click();
    await expect.poll(async () => (await view.lastSaid('save'))?.format, patient).toBe('png');
    expect(await view.violations()).toEqual([]);
  });
});

test('a curve of a million points is thinned in the worker: its peak is seen and zooming is quick', async () => {
  await withView({}, async (view) => {
    await view.post(model({ title: 'million', hash: 'million' }));
    await view.waitFor('done');
    const { page } = view;
    // The axis reaches the one point that stands out, so the thinned curve holds it.
    const inked = (): Promise<boolean> =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
        let blue = 0;
        for (let i = 0; i < pixels.length; i += 4) if ((pixels[i + 2] ?? 0) > 200 && (pixels[i] ?? 0) < 120) blue++;
        return blue > 2000;
      });
    await expect.poll(inked, { timeout: 5000 }).toBe(true);
    await page.locator('.plot').first().focus();
    const slowest = await page.evaluate(async () => {
      const plot = document.querySelector('.plot');
      let worst = 0;
      for (const key of ['ArrowRight', '=', '=', '=', ']', '[', '0']) {
        const started = performance.now();
        plot?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        worst = Math.max(worst, performance.now() - started);
      }
      return worst;
    });
    expect(slowest).toBeLessThan(400);
  });
}, 60_000);

test('reduced motion steps through the output times', async () => {
  await withView({ reducedMotion: true }, async (view) => {
    await solved(view);
    await view.page.keyboard.press(' ');
    const time = (): Promise<string | null> => view.page.locator('.time output').textContent();
    await expect.poll(time, patient).toContain('0');
    await expect.poll(time, patient).toMatch(/10\u00a0s/);
  });
});

test('the bundle stays small', async () => {
  const minified = await bundle('extension/webview/worker.ts', true);
  expect(minified.script.length + minified.style.length).toBeLessThan(700_000);
  expect(problem.hash).not.toBe('');
});
