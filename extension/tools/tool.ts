/** A tool that a language model may call; its description and input schema stand in package.json. */
import type * as vscode from 'vscode';
import type { Soret } from '../soret.js';

export interface Tool<Input> {
  readonly name: `soret_${string}`;
  invoke(soret: Soret, input: Input, token: vscode.CancellationToken): Promise<string>;
}
