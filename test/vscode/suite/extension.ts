import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../../extension/commands/index.js';
import { activated, openModel, until } from '../editor.js';
import { ginAndTonic } from '../model.js';

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
      const { server } = await activated();
      const document = await openModel(ginAndTonic);
      const uri = document.uri.toString();
      assert.equal((await server.request('soret/model', { uri })).state, 'ready');
      await vscode.commands.executeCommand('soret.restartServer');
      assert.equal((await server.request('soret/model', { uri })).state, 'ready');
    });
  });
}
