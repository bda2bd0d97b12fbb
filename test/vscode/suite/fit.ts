import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deGrootCell } from '../../fit/de-groot.js';
import { activated, errorsOf, openModel, until } from '../editor.js';

/** What the data were made with. */
const truth = { D: 6.21e-10, S: 9.5e-3 };
const model = `model "De Groot's cell"
/** in the mixture */
param D = 8e-10 m^2/s from 1e-10 m^2/s to 2e-9 m^2/s // a guess
param S = 5e-3 1/K from 1e-3 1/K to 2e-2 1/K
${deGrootCell}transient relax { until = 1200 s; temperature = instant }
measure dw = value(w(A), left) - value(w(A), right)
data cell { file = "fit-cell.csv"; uncertainty(dw) = 1e-5 }
fit both {
  study        = relax
  observations = cell
  observe      = dw
  vary(D)      = range(1e-10 m^2/s, 2e-9 m^2/s)
  vary(S)      = range(1e-3 1/K, 2e-2 1/K)
}
`;

/** The separation of a cell that was mixed at t = 0, with a little noise that is the same in every run. */
function csv(): string {
  const tau = 1.5e-3 ** 2 / (Math.PI ** 2 * truth.D);
  const rows = Array.from({ length: 20 }, (_, i) => {
    const t = 60 * (i + 1);
    let sum = 0;
    for (let n = 1; n < 60; n += 2) sum += Math.exp((-n * n * t) / tau) / (n * n);
    const dw = truth.S * 0.25 * 6 * (1 - (8 / Math.PI ** 2) * sum) + 1e-5 * Math.sin(7 * i);
    return `${t},${dw}`;
  });
  return `# Cell 3, run of 12 May\n# W. Example, J. Cells 1 (2001) 2.\nt [s],dw [1]\n${rows.join('\n')}\n`;
}

export function fitSuite(): void {
  describe('a fit', () => {
    it('is written into its file by its lens: values with errors, correlation and citation; one undo takes all of it back', async () => {
      const { results } = await activated();
      const folder = vscode.workspace.workspaceFolders![0]!.uri;
      const data = vscode.Uri.joinPath(folder, 'fit-cell.csv');
      await vscode.workspace.fs.writeFile(data, new TextEncoder().encode(csv()));
      const document = await openModel(model);
      await vscode.commands.executeCommand('soret.run', document.uri, 'both');
      await until('the fit', () => results.of(document.uri)?.result?.fits?.find(({ study }) => study === 'both'));
      const command = await until('its lens', async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
        return lenses.map((lens) => lens.command).find((c) => c?.command === 'soret.writeFit');
      });
      assert.match(command.title, /Write D = \(?6\.2.*S = \(?9\.49/);
      await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      const text = document.getText();
      const [, D, errorD] = /^param D = (\S+) \+- (\S+) m\^2\/s from .* \/\/ a guess$/m.exec(text) ?? [];
      const [, S, errorS] = /^param S = (\S+) \+- (\S+) 1\/K from /m.exec(text) ?? [];
      assert.ok(Math.abs(Number(D) - truth.D) < 4 * Number(errorD), text.slice(0, 600));
      assert.ok(Math.abs(Number(S) - truth.S) < 4 * Number(errorS), text.slice(0, 600));
      const [, r] = /^correlation\(D, S\) = (\S+)$/m.exec(text) ?? [];
      assert.ok(Number(r) < 0 && Number(r) > -1, `correlation ${r}`);
      assert.ok(
        text.includes('// D, S: fit both\n// data fit-cell.csv\n// Cell 3, run of 12 May\n// W. Example, J. Cells 1 (2001) 2.\nparam D'),
      );
      assert.deepEqual(errorsOf(document), []);
      // The same values again offer no lens.
      await until('the lens to go', async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
        return lenses.every((lens) => lens.command?.command !== 'soret.writeFit') || undefined;
      });
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), model);
      await vscode.commands.executeCommand('redo');
      assert.equal(document.getText(), text);
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(data)), csv());
    });
  });
}
