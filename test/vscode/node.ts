/** Entry of the suite in a Node extension host (server build and desktop): the contract of `extensionTestsPath`. */
import Mocha from 'mocha';
import { format } from 'node:util';
import { mark, timeout } from './run.js';
import { suites } from './suites.js';

export function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => console.log(mark + format(...values));
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout, reporter: 'spec', forbidOnly: true });
  mocha.suite.emit('pre-require', globalThis, '', mocha); // defines describe and it
  suites();
  return new Promise((resolve, reject) => mocha.run((failures) => (failures ? reject(new Error(`${failures} tests failed`)) : resolve())));
}
