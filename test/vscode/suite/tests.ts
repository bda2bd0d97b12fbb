import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, append, errorsOf, openModel, rangeOf, replace, until } from '../editor.js';
import { ginAndTonic } from '../model.js';

const wrong = 'expect separation of rest is -5e-3 within 1 %';
const width = 'measure warmth = mean(T)\nexpect warmth of rest is 298.15 K within 0.1 K\n';

export function testsSuite(): void {
  describe('expectations as tests', () => {
    it('are listed, run, and a broken one says by how much, in units, and where it stands', async () => {
      const { tests } = await activated();
      const document = await openModel(`${ginAndTonic}\n${wrong}\n${width}`);
      assert.deepEqual(errorsOf(document), []);
      await vscode.commands.executeCommand('soret.runExpectations', document.uri);
      const report = await until('a report', () => tests.lastVerdicts(document.uri));
      assert.deepEqual(
        report.map(({ state }) => state),
        ['passed', 'failed', 'passed'],
      );
      const [, failed, warm] = report;
      assert.match(failed?.message ?? '', /separation/);
      assert.equal(failed?.wanted, '-0.005 ± 0.00005');
      assert.match(failed?.actual ?? '', /^-0\.0076\d+$/);
      assert.match(warm?.wanted ?? '', /^298\.15 ± 0\.1 K$|^298\.15 K ± 0\.1 K$/);
      assert.match(warm?.actual ?? '', / K$/);
      assert.equal(failed?.location?.uri.toString(), document.uri.toString());
      assert.ok(failed?.location?.range.isEqual(rangeOf(document, wrong)), 'the message does not lead to its statement');
    });

    it('run by the command of the Test Explorer for the file in front', async () => {
      const { tests } = await activated();
      const document = await openModel(ginAndTonic);
      await until('its item', () => tests.count(document.uri) > 0 || undefined);
      const report = await until('a report', async () => {
        // The Test Explorer hears of a new item a moment later than it is made; until then the command finds nothing to run.
        await vscode.commands.executeCommand('testing.runCurrentFile');
        return tests.lastVerdicts(document.uri);
      });
      assert.deepEqual(
        report.map(({ state }) => state),
        ['passed'],
      );
    });

    it('run again at every save while the continuous run is on', async () => {
      const { tests } = await activated();
      const document = await openModel(`${ginAndTonic}\n${wrong}\n`);
      await until('its item', () => tests.count(document.uri) > 0 || undefined);
      await vscode.commands.executeCommand('testing.startContinuousRun');
      await document.save();
      await replace(document, '-5e-3 within 1 %', '-7.7e-3 within 2 %');
      await until('the changed model', async () => {
        // The command answers before the run listens, and a document without changes is not saved again.
        await append(document, '\n');
        await document.save();
        return tests.lastVerdicts(document.uri)?.every(({ state }) => state === 'passed') || undefined;
      });
      await vscode.commands.executeCommand('testing.stopContinuousRun');
    });
  });
}
