/** Entry of the suite in the web-worker extension host; Mocha's browser build defines the globals `mocha` and `Mocha`. */
import 'mocha/mocha';
import { mark, timeout } from './run.js';
import { suites } from './suites.js';

interface BrowserGlobals {
  readonly mocha: { setup(options: object): void; run(done: (failures: number) => void): void };
  readonly Mocha: { readonly reporters: { readonly Base: { consoleLog: (...values: unknown[]) => void } } };
}

export function run(): Promise<void> {
  const { mocha, Mocha } = globalThis as unknown as BrowserGlobals;
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout, color: false, forbidOnly: true });
  Mocha.reporters.Base.consoleLog = (...values) => console.log(mark + formatted(values));
  suites();
  return new Promise((resolve, reject) => mocha.run((failures) => (failures ? reject(new Error(`${failures} tests failed`)) : resolve())));
}

/** The reporter's lines use `%s` and `%d`. */
function formatted([first = '', ...rest]: unknown[]): string {
  const text = String(first).replace(/%[sd]/g, () => String(rest.shift()));
  return [text, ...rest].join(' ');
}
