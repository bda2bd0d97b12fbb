/** The page, served to one browser, from the first test of a file to its last. */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Problem } from '../../solver/problem.js';
import { bundle, launch, serve, View, type Bundle, type Served, type ViewOptions } from './harness.js';

export const shippedWorker = 'extension/webview/worker.ts';
/** Answers at once, with results whose numbers are known. */
export const sampleWorker = 'test/webview/sample/worker.ts';

export interface Pages {
  readonly browser: Browser;
  readonly built: Bundle;
  open(options?: ViewOptions): Promise<View>;
  /** Opens a view, and closes it however the work ends. */
  with<T>(options: ViewOptions, work: (view: View) => Promise<T>): Promise<T>;
  /** Path of a picture. */
  picture(name: string): string;
}

/** The shipped worker comes as it is shipped, minified. `pictures` names a folder below test/shots. */
export function usePages(worker: typeof shippedWorker | typeof sampleWorker, pictures = 'view'): Pages {
  const folder = path.resolve('test/shots', pictures);
  let browser: Browser;
  let built: Bundle;
  let served: Served;
  beforeAll(async () => {
    fs.mkdirSync(folder, { recursive: true });
    [built, browser] = await Promise.all([bundle(worker, worker === shippedWorker), launch()]);
    served = await serve(built);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  const open = (options?: ViewOptions): Promise<View> => View.open(browser, served.url, options);
  return {
    get browser() {
      return browser;
    },
    get built() {
      return built;
    },
    open,
    async with(options, work) {
      const view = await open(options);
      try {
        return await work(view);
      } finally {
        await view.page.close();
      }
    },
    picture: (name) => path.join(folder, `${name}.png`),
  };
}

/** The same model on that many cells, so that it runs long enough to be met running. */
export const finer = (problem: Problem, cells: number): Problem => ({
  ...problem,
  geometry: {
    ...problem.geometry,
    layers: problem.geometry.layers.map((layer) => ({ ...layer, cells })),
    properties: problem.geometry.properties.filter((p) => p.name !== 'cells'),
  },
});
