import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, errorsOf, openModel, until } from '../editor.js';
import { ginAndTonic } from '../model.js';

export function testsSuite(): void {
  describe('expectations as tests', () => {
    it('are listed, run, and a broken one says by how much', async () => {
      const { tests } = await activated();
      const document = await openModel(`${ginAndTonic}\nexpect separation of rest is -5e-3 within 1 %\n`);
      assert.deepEqual(errorsOf(document), []);
      await vscode.commands.executeCommand('soret.runExpectations', document.uri);
      const report = await until('a report', () => tests.lastVerdicts(document.uri));
      assert.deepEqual(
        report.map(({ state }) => state),
        ['passed', 'failed'],
      );
      assert.match(report[1]?.message ?? '', /separation/);
    });
  });
}
