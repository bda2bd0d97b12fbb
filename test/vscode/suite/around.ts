import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import examples from 'soret:examples';
import { activated, openModel, until } from '../editor.js';
import { ginAndTonic } from '../model.js';

interface Manifest {
  readonly contributes: {
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly { readonly description: string }[] }[];
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly languages: readonly { readonly id: string; readonly icon?: { readonly light: string; readonly dark: string } }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly problemMatchers: readonly { readonly name: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

export function aroundSuite(): void {
  describe('what stands around the models', () => {
    let extension: vscode.Extension<unknown>;
    let contributes: Manifest['contributes'];
    before(async () => {
      await activated();
      extension = vscode.extensions.getExtension('soret.soret')!;
      ({ contributes } = extension.packageJSON as Manifest);
    });

    it('a walkthrough and welcome texts whose links are commands', async () => {
      const known = await vscode.commands.getCommands(true);
      const [walkthrough] = contributes.walkthroughs;
      assert.equal(walkthrough?.steps.length, 6);
      const texts = [
        ...(walkthrough?.steps ?? []).map(({ description }) => description),
        ...contributes.viewsWelcome.map(({ contents }) => contents),
      ];
      const links = texts.flatMap((text) => [...text.matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id ?? ''));
      assert.ok(links.length >= 4, `only ${links.length} links`);
      assert.deepEqual(
        links.filter((id) => !known.includes(id)),
        [],
      );
      await vscode.commands.executeCommand('soret.openWalkthrough');
      await until(
        'the page of the walkthrough',
        () =>
          vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => /walkthrough|soret|welcome/i.test(label)) ||
          undefined,
      );
    });

    it('a gallery whose examples open as copies', async () => {
      const example = examples.find(({ files }) => files.length === 1)!;
      await vscode.commands.executeCommand('soret.openGallery', example.name);
      const editor = await until('the example', () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.uri.path.endsWith(example.name) ? active : undefined;
      });
      assert.equal(editor.document.languageId, 'soret');
      assert.equal(editor.document.getText(), example.files[0]?.text);
    });

    it('an icon for model files, snippets of whole models, settings with values', async () => {
      const language = contributes.languages.find(({ id }) => id === 'soret');
      for (const path of [language?.icon?.light, language?.icon?.dark, contributes.snippets[0]?.path])
        await vscode.workspace.fs.stat(vscode.Uri.joinPath(extension.extensionUri, path ?? 'missing'));
      const snippets = new TextDecoder().decode(
        await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, contributes.snippets[0]?.path ?? '')),
      );
      assert.ok(Object.keys(JSON.parse(snippets) as object).length >= 6, 'fewer than six snippets');
      for (const [name, { default: value }] of Object.entries(contributes.configuration.properties))
        assert.equal(vscode.workspace.getConfiguration().get(name), value);
    });

    it('a status in the status bar that follows the run', async () => {
      const { results } = await activated();
      const document = await openModel(ginAndTonic);
      await vscode.commands.executeCommand('soret.run', document.uri);
      await until('the end of the run', () => results.of(document.uri)?.status.state === 'done' || undefined);
      assert.match(results.of(document.uri)?.status.text ?? '', /Solved/);
    });

    // A browser runs no programs.
    if (typeof process === 'undefined') return;
    it('tasks of the command line, read by the problem matcher', async () => {
      await openModel(ginAndTonic);
      const tasks = await vscode.tasks.fetchTasks({ type: 'soret' });
      assert.deepEqual(tasks.map(({ definition }) => String(definition['command'])).sort(), ['check', 'run', 'test']);
      for (const task of tasks) assert.deepEqual(task.problemMatchers, ['$soret']);
      assert.deepEqual(
        contributes.problemMatchers.map(({ name }) => name),
        ['soret'],
      );
    });
  });
}
