/** Every language-model tool, registered where the editor has them. */
import * as vscode from 'vscode';
import type { Soret } from '../soret.js';
import { check } from './check.js';
import { explain } from './explain.js';
import { run } from './run.js';
import type { Tool } from './tool.js';

export function registerTools(soret: Soret): vscode.Disposable {
  // Editors built on older versions of VS Code have no such interface.
  if (typeof vscode.lm?.registerTool !== 'function') return new vscode.Disposable(() => undefined);
  return vscode.Disposable.from(register(soret, check), register(soret, run), register(soret, explain));
}

function register<Input>(soret: Soret, tool: Tool<Input>): vscode.Disposable {
  return vscode.lm.registerTool<Input>(tool.name, {
    async invoke({ input }, token) {
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(await tool.invoke(soret, input, token))]);
    },
  });
}
