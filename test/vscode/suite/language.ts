import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { errorsOf, openModel, rangeOf, replace, until } from '../editor.js';
import { ginAndTonic } from '../model.js';

const wrongUnit = ginAndTonic.replace('4.5e-10 m^2/s', '4.5e-10 m');

export function languageSuite(): void {
  describe('the language in the editor', () => {
    it('marks a wrong unit at its place and lets go when it is mended', async () => {
      const document = await openModel(wrongUnit);
      const [error] = await until('a diagnostic', () => (errorsOf(document).length > 0 ? errorsOf(document) : undefined));
      assert.ok(error);
      assert.ok(error.range.intersection(rangeOf(document, '4.5e-10 m')), 'the diagnostic is not at the value');
      assert.match(error.message, /m²\/s/);
      assert.match(typeof error.code === 'object' ? String(error.code.value) : String(error.code), /^unit\//);
      await replace(document, '4.5e-10 m', '4.5e-10 m^2/s');
      await until('no diagnostic', () => errorsOf(document).length === 0 || undefined);
    });

    it('offers a fix for a misspelt property that mends the file', async () => {
      const document = await openModel(ginAndTonic.replace('conductivity ', 'conductivty '));
      const word = rangeOf(document, 'conductivty');
      const error = await until('a diagnostic at the word', () => errorsOf(document).find(({ range }) => range.intersection(word)));
      const kind = vscode.CodeActionKind.QuickFix.value;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        error.range,
        kind,
        5,
      );
      const fix = actions.find(({ edit }) => edit);
      assert.ok(fix?.edit, `no fix among ${actions.map(({ title }) => title).join(', ') || 'no actions'}`);
      await vscode.workspace.applyEdit(fix.edit);
      await until('a mended file', () => errorsOf(document).length === 0 || undefined);
    });

    it('completes properties that are not stated yet', async () => {
      const document = await openModel(ginAndTonic.replace('  heat_capacity  = 3.8 kJ/(kg*K)\n', '  \n'));
      const position = rangeOf(document, '0.35 W/(m*K)').end.translate(1, 2 - document.lineAt(10).text.length);
      const at = new vscode.Position(position.line, 2);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(
        labels.some((label) => label.startsWith('heat_capacity')),
        `not offered among ${labels.slice(0, 20).join(', ')}`,
      );
      assert.ok(!labels.some((label) => label.startsWith('conductivity')), 'a property that is stated is offered again');
    });

    it('says what a coefficient is', async () => {
      const document = await openModel(ginAndTonic);
      const at = rangeOf(document, 'soret(ethanol)').start.translate(0, 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
      const text = hovers
        .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
        .join('\n');
      assert.match(text, /Soret/i);
      assert.match(text, /1\/K|K⁻¹/);
    });

    it('formats and changes nothing when it formats again', async () => {
      const document = await openModel(ginAndTonic.replace('density        =', 'density='));
      const options = { tabSize: 2, insertSpaces: true };
      const format = () =>
        vscode.commands.executeCommand<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, options);
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, (await format()) ?? []);
      await vscode.workspace.applyEdit(edit);
      assert.equal(document.getText(), ginAndTonic);
      assert.equal((await format())?.length ?? 0, 0);
    });

    it('shows lenses that run the studies', async () => {
      const document = await openModel(ginAndTonic);
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
      const known = await vscode.commands.getCommands(true);
      assert.ok(
        lenses.some(({ command }) => command?.command === 'soret.run'),
        'no lens runs a study',
      );
      for (const { command } of lenses)
        assert.ok(!command?.command || known.includes(command.command), `${command?.command} is not a command`);
    });

    it('opens the page of a diagnostic from its code', async () => {
      const document = await openModel(wrongUnit);
      const [error] = await until('a diagnostic', () => (errorsOf(document).length > 0 ? errorsOf(document) : undefined));
      assert.ok(error && typeof error.code === 'object', 'the code leads nowhere');
      const { target, value } = error.code;
      assert.equal(target.scheme, 'command');
      const [command, argument] = [target.path, JSON.parse(target.query) as string[]];
      await vscode.commands.executeCommand(command, ...argument);
      const file = `${String(value).replace('/', '-')}.md`;
      const tab = await until('a tab with the page', () =>
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes(file)),
      );
      await vscode.window.tabGroups.close(tab);
      const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'soret-page', path: `/${file}` }));
      assert.ok(page.getText().includes(`\`${value}\``), 'the page does not speak of the code');
    });
  });
}
