/** What commands, tools and tests are given: the parts of the running extension. */
import type * as vscode from 'vscode';
import type { LanguageServer } from './language-server.js';
import type { ResultsPanels } from './results/panels.js';
import type { ExpectationTests } from './tests/controller.js';

export interface Soret {
  readonly context: vscode.ExtensionContext;
  readonly server: LanguageServer;
  readonly results: ResultsPanels;
  readonly tests: ExpectationTests;
  readonly output: vscode.LogOutputChannel;
}
