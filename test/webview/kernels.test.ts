/** The solver's worker compiles and keeps its WebAssembly kernels in a real browser under the shipped policy, and works without them. */
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import { contentPolicy } from '../../extension/results/policy.js';
import { bundle, launch, serve, View, type Bundle } from './harness.js';

let browser: Browser;
let built: Bundle;
beforeAll(async () => {
  [built, browser] = await Promise.all([bundle('extension/webview/worker.ts', true), launch()]);
}, 60_000);
afterAll(() => browser?.close());

/** Counts the WebAssembly modules that the page's worker holds, by the browser's own debugger. */
async function modulesOf(session: CDPSession): Promise<() => number> {
  let modules = 0;
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const message = JSON.stringify({ id: 1, method: 'Debugger.enable' });
    void session.send('Target.sendMessageToTarget', { sessionId, message });
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message) as { method?: string; params?: { scriptLanguage?: string } };
    if (method === 'Debugger.scriptParsed' && params?.scriptLanguage === 'WebAssembly') modules++;
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return () => modules;
}

async function run(policy?: (origin: string, nonce: string) => string) {
  const served = await serve(built, policy);
  try {
    const [model] = await loadModels(['examples/gin-and-tonic.soret']);
    const { problem, text } = model!;
    const view = await View.open(browser, served.url);
    const modules = await modulesOf(await view.page.context().newCDPSession(view.page));
    const fileName = 'gin-and-tonic.soret';
    const uri = problem!.geometry.origin.uri;
    await view.post({ type: 'model', fileName, uri, problem: problem!, run: true, warnings: [], source: text });
    await view.page.waitForSelector('.state[data-state="done"]', { timeout: 60_000 });
    const result = {
      modules: modules(),
      errors: view.errors,
      violations: await view.violations(),
      said: await view.page.locator('.report .big').allTextContents(),
    };
    await view.page.close();
    return result;
  } finally {
    await served.close();
  }
}

test('WebAssembly is used where the policy allows it, and missed by nobody where it does not', async () => {
  expect(contentPolicy('https://pages', 'n').split('; ')).toContain("script-src 'nonce-n' 'wasm-unsafe-eval'");
  const shipped = await run();
  expect(shipped).toEqual({ modules: 1, errors: [], violations: [], said: shipped.said });
  expect(shipped.said.length).toBeGreaterThan(0);
  const refused = await run((origin, nonce) => contentPolicy(origin, nonce).replace(" 'wasm-unsafe-eval'", ''));
  expect(refused).toEqual({ modules: 0, errors: [], violations: [], said: shipped.said });
}, 120_000);
