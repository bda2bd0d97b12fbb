/** Every state of the view, as a name and the way there. */
import type { Problem } from '../../solver/problem.js';
import type { View } from './harness.js';
import { mediaOfL, at, problem, source, uri } from './sample/problem.js';

export const model = (changes: Partial<Problem> = {}, more: { readonly run?: boolean; readonly source?: string } = {}) => ({
  type: 'model' as const,
  fileName: 'cell.soret',
  uri,
  problem: { ...problem, ...changes },
  run: more.run ?? true,
  warnings: [],
  source: more.source ?? source,
});

export const broken = {
  type: 'broken' as const,
  fileName: 'cell.soret',
  uri,
  source: source.replace('-9.5e-3 1/K', '4.5e-10 m^2/s'),
  errors: [
    {
      code: 'wrong-unit',
      message: 'soret needs 1/K (inverse temperature difference) but this is m²/s (diffusivity).',
      range: { uri, start: { line: 7, character: 18 }, end: { line: 7, character: 31 } },
      fix: 'Rename to diffusion',
    },
  ],
};

export async function setSlider(view: View, name: string, value: number): Promise<void> {
  await view.page.locator(`#parameter-${name}`).evaluate((element, v) => {
    (element as HTMLInputElement).value = String(v);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}
export async function choose(view: View, study: string): Promise<void> {
  await view.page.evaluate((value) => {
    const dropdown = document.querySelector('vscode-dropdown') as HTMLElement & { value: string };
    dropdown.value = value;
    dropdown.dispatchEvent(new Event('change'));
  }, study);
  await view.page.waitForFunction((name) => document.querySelector('.report-head .muted')?.textContent?.startsWith(name), study);
  await view.settle();
}

const done = async (view: View, changes: Partial<Problem> = {}): Promise<void> => {
  await view.post(model(changes));
  await view.waitFor('done');
};

export const states: Readonly<Record<string, (view: View) => Promise<void>>> = {
  relax: async (view) => {
    await done(view);
    await view.page.locator('.time input').evaluate((element) => {
      (element as HTMLInputElement).value = String(1000 * Math.sqrt(120 / 1200));
      element.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await view.page
      .locator('.card .plot')
      .first()
      .hover({ position: { x: 230, y: 90 } });
  },
  compare: async (view) => {
    await done(view);
    await view.page.keyboard.press('p');
    await setSlider(view, 'hot', 32);
    await view.page.waitForFunction(() => document.querySelector('.report-head .muted')?.textContent?.includes('32'));
    await view.page.locator('.card .plot').first().focus();
    for (const key of [
      'Home',
      ...Array<string>(4).fill('Shift+ArrowRight'),
      'a',
      ...Array<string>(12).fill('Shift+ArrowRight'),
      'b',
      'Escape',
    ])
      await view.page.keyboard.press(key);
    await view.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  },
  fit: async (view) => {
    await done(view);
    await choose(view, 'soret_D');
  },
  sweep: async (view) => {
    await done(view);
    await choose(view, 'by_hot');
  },
  steady: async (view) => {
    await done(view, { plots: problem.plots });
    await choose(view, 'rest');
  },
  onsager: async (view) => {
    await done(view, { title: 'onsager', plots: [], media: mediaOfL });
    await choose(view, 'rest');
  },
  running: async (view) => {
    await done(view);
    await view.post(model({ title: 'slow', hash: 'b7e19d0c44' }));
    await view.page.waitForFunction(() => document.querySelector('.state')?.textContent?.includes('%'));
    await view.page.waitForTimeout(700);
  },
  error: async (view) => {
    await done(view);
    await view.post(broken);
    await view.waitFor('broken');
  },
  failed: async (view) => {
    await view.post(model({ title: 'fails' }));
    await view.waitFor('failed');
  },
  changed: async (view) => {
    await done(view);
    await view.post({ type: 'settings', mode: 'manual', pause: 300 });
    await view.post(model({ hash: 'c0ffee0000' }, { run: false }));
    await view.waitFor('changed');
  },
  empty: async (view) => {
    await view.post(model({ studies: [], plots: [] }));
    await view.settle();
  },
  closed: async (view) => {
    await view.post({ type: 'empty' });
    await view.settle();
  },
  warned: async (view) => {
    await done(view, { title: 'warning' });
    await view.page.locator('.card .tool').first().click();
    await view.settle();
  },
  keys: async (view) => {
    await done(view);
    await view.page.keyboard.press('?');
    await view.settle();
  },
  exported: async (view) => {
    await done(view);
    await view.page.keyboard.press('e');
    await view.settle();
  },
  long: async (view) => {
    const name = 'separation_of_ethanol_between_the_warm_and_the_cold_wall';
    const measure = problem.measures[0];
    await done(view, {
      measures: measure ? [{ ...measure, name }] : [],
      parameters: problem.parameters.map((p) => (p.name === 'hot' ? { ...p, name: 'temperature_of_the_hot_wall' } : p)),
      plots: problem.plots.map((plot, i) =>
        i === 1 ? { ...plot, series: plot.series.map((s) => ({ ...s, label: name, measure: name, origin: at('plot separation') })) } : plot,
      ),
    });
  },
};
