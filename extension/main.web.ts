/** Entry of the extension in a browser: no processes, hence a server in a worker and no tasks. */
import type * as vscode from 'vscode';
import { activateSoret, type Exports } from './activate.js';
import { createClient } from './client.web.js';

let active: Exports | undefined;

export function activate(context: vscode.ExtensionContext): Exports {
  active = activateSoret(context, createClient);
  return active;
}

export async function deactivate(): Promise<void> {
  await active?.server.client.stop();
}
