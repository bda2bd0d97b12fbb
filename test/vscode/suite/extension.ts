import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../../extension/commands/index.js';
import { activated, expectModel, openModel, replace, until } from '../editor.js';
import { ginAndTonic } from '../model.js';

/** The client keeps its process to itself. */
const serverProcess = (client: object) => (client as { readonly _serverProcess?: { kill(signal: string): void } })._serverProcess;

export function extensionSuite(): void {
  describe(`the extension in ${vscode.env.appName} ${vscode.version}`, () => {
    it('activates when a model is opened', async () => {
      await openModel(ginAndTonic);
      await until('activation', () => vscode.extensions.getExtension('soret.soret')?.isActive || undefined);
    });

    it('registers exactly the commands that its manifest names', async () => {
      await activated();
      const manifest = vscode.extensions.getExtension('soret.soret')?.packageJSON as { contributes: { commands: { command: string }[] } };
      const named = manifest.contributes.commands.map(({ command }) => command).sort();
      assert.deepEqual(commands.map(({ id }) => String(id)).sort(), named);
      const registered = await vscode.commands.getCommands(true);
      assert.deepEqual(
        named.filter((id) => !registered.includes(id)),
        [],
      );
    });

    it('restarts the language server with open documents intact', async () => {
      const document = await openModel(ginAndTonic);
      await expectModel(document, 'ready');
      await vscode.commands.executeCommand('soret.restartServer');
      await expectModel(document, 'ready');
    });

    // A worker has no process that could be ended from outside.
    if (typeof process === 'undefined') return;
    it('survives a crash of the language server with open documents intact', async () => {
      const { server } = await activated();
      const document = await openModel(ginAndTonic);
      await replace(document, '4.5e-10 m^2/s', '4.5e-10 m');
      await expectModel(document, 'broken');
      serverProcess(server.client)?.kill('SIGKILL');
      await replace(document, '4.5e-10 m', '4.5e-10 m^2/s');
      await expectModel(document, 'ready');
      await replace(document, '// a slider', '// another slider');
      await expectModel(document, 'ready');
    });
  });
}
