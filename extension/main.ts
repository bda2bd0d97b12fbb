/** Entry of the extension on Node: the desktop and remote or server windows. */
import type * as vscode from 'vscode';
import { activateSoret, type Exports } from './activate.js';
import { createClient } from './client.js';
import { registerTasks } from './tasks.js';

let active: Exports | undefined;

export function activate(context: vscode.ExtensionContext): Exports {
  context.subscriptions.push(registerTasks(context));
  active = activateSoret(context, createClient);
  return active;
}

export async function deactivate(): Promise<void> {
  await active?.server.client.stop();
}
