/** Every suite, in the order of running. */
import { aroundSuite } from './suite/around.js';
import { extensionSuite } from './suite/extension.js';
import { fitSuite } from './suite/fit.js';
import { languageSuite } from './suite/language.js';
import { resultsSuite } from './suite/results.js';
import { testsSuite } from './suite/tests.js';
import { toolsSuite } from './suite/tools.js';

export function suites(): void {
  extensionSuite();
  languageSuite();
  resultsSuite();
  fitSuite();
  testsSuite();
  toolsSuite();
  aroundSuite();
}
