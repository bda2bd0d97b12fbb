import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, openModel, replace, until } from '../editor.js';
import { ginAndTonic } from '../model.js';

export function resultsSuite(): void {
  describe('the results view', () => {
    it('runs a model and reports its measure', async () => {
      const { results } = await activated();
      const document = await openModel(ginAndTonic);
      await vscode.commands.executeCommand('soret.run', document.uri);
      const result = await until('a result', () => results.of(document.uri)?.result);
      const separation = result.measures.find(({ name, study }) => name === 'separation' && study === 'rest');
      assert.ok(separation, `no separation among ${JSON.stringify(result.measures)}`);
      assert.deepEqual(
        result.expectations.map(({ ok }) => ok),
        [true],
      );
      await until('the end of the run', () => results.of(document.uri)?.status.state === 'done' || undefined);
    });

    it('runs again when the model changes, and not when a comment does', async () => {
      const { results } = await activated();
      const document = await openModel(ginAndTonic);
      await vscode.commands.executeCommand('soret.run', document.uri);
      const first = await until('a result', () => results.of(document.uri)?.result);
      await replace(document, '// sealed unless', '// closed unless');
      await replace(document, '4.5e-10 m^2/s', '5.5e-10 m^2/s');
      const second = await until('another result', () => {
        const now = results.of(document.uri)?.result;
        return now && now.hash !== first.hash ? now : undefined;
      });
      await replace(document, '// closed unless', '// sealed unless');
      await replace(document, '5.5e-10 m^2/s', '4.5e-10 m^2/s');
      const third = await until('the first result again', () => {
        const now = results.of(document.uri)?.result;
        return now && now.hash !== second.hash ? now : undefined;
      });
      assert.equal(third.hash, first.hash);
    });

    it('keeps two models side by side apart', async () => {
      const { results } = await activated();
      const one = await openModel(ginAndTonic);
      const two = await openModel(ginAndTonic.replace('-3.2e-3 1/K', '-6.4e-3 1/K').replace('is -7.7e-3', 'is -15.4e-3'));
      await vscode.commands.executeCommand('soret.run', one.uri);
      await until('the first result', () => results.of(one.uri)?.result);
      await vscode.commands.executeCommand('soret.run', two.uri);
      const second = await until('the second result', () => results.of(two.uri)?.result);
      assert.ok(results.of(one.uri)?.result?.hash !== second.hash);
    });
  });
}
