import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated } from '../editor.js';
import { ginAndTonic } from '../model.js';

async function call(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

export function toolsSuite(): void {
  describe('language-model tools', () => {
    before(activated);

    it('are there', () => {
      const names = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('soret_'));
      assert.deepEqual(names.sort(), ['soret_check', 'soret_explain', 'soret_run']);
    });

    it('check a model given as text', async () => {
      assert.match(await call('soret_check', { text: ginAndTonic.replace('4.5e-10 m^2/s', '4.5e-10 m') }), /error unit\//);
      assert.match(await call('soret_check', { text: ginAndTonic }), /no errors/);
    });

    it('run a model and give its measure with its error', async () => {
      const text = await call('soret_run', { text: ginAndTonic });
      assert.match(text, /separation = -0\.007\d+ 1 ±/);
      assert.match(text, /expectation holds/);
    });

    it('explain a code, and say so when there is none', async () => {
      assert.match(await call('soret_explain', { code: 'unit/mismatch' }), /unit/i);
      assert.match(await call('soret_explain', { code: 'no/such' }), /no diagnostic/);
    });
  });
}
