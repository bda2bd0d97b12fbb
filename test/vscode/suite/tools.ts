import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, openModel } from '../editor.js';
import { ginAndTonic } from '../model.js';

async function call(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}
const refusal = (name: string, input: object): Promise<string> =>
  call(name, input).then(
    (text) => `answered ${text}`,
    (error: unknown) => String(error),
  );

interface RunAnswer {
  readonly hash: string;
  readonly studies: Readonly<
    Record<string, { readonly status: string; readonly measures: Readonly<Record<string, { readonly values: readonly number[] }>> }>
  >;
  readonly expectations: readonly { readonly ok: boolean }[];
}
interface CheckAnswer {
  readonly files: readonly {
    readonly file: string;
    readonly diagnostics: readonly { readonly code: string; readonly range: { readonly start: { readonly line: number } } }[];
  }[];
}

export function toolsSuite(): void {
  describe('language-model tools', () => {
    before(activated);

    it('are there', () => {
      const names = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('soret_'));
      assert.deepEqual(names.sort(), ['soret_check', 'soret_explain', 'soret_run']);
    });

    it('check a model given as text, with the codes and the JSON of the command line', async () => {
      const broken = JSON.parse(await call('soret_check', { text: ginAndTonic.replace('4.5e-10 m^2/s', '4.5e-10 m') })) as CheckAnswer;
      assert.deepEqual(
        broken.files.map(({ file, diagnostics }) => [file, diagnostics.map(({ code, range }) => [code, range.start.line])]),
        [['text.soret', [['unit/mismatch', 10]]]],
      );
      const sound = JSON.parse(await call('soret_check', { text: ginAndTonic })) as CheckAnswer;
      assert.deepEqual(sound.files[0]?.diagnostics, []);
    });

    it('run a model of the workspace and give its measure', async () => {
      const document = await openModel(ginAndTonic);
      const file = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      const answer = JSON.parse(await call('soret_run', { file, studies: ['rest'], set: { hot: 313.15 } })) as RunAnswer;
      assert.deepEqual(Object.keys(answer.studies), ['rest']);
      const separation = answer.studies['rest']?.measures['separation']?.values[0] ?? 0;
      // Twice the temperature difference of the file, whose separation is -7.68e-3.
      assert.ok(Math.abs(separation + 0.01536) < 1e-4, `separation is ${separation}`);
      assert.deepEqual(
        answer.expectations.map(({ ok }) => ok),
        [false],
      );
    });

    it('read nothing outside of the workspace', async () => {
      for (const file of ['../outside.soret', '/etc/outside.soret', 'a/../../outside.soret', 'file:///etc/outside.soret'])
        assert.match(await refusal('soret_check', { file }), /outside of the workspace/);
      assert.match(await refusal('soret_run', { file: 'notes.txt' }), /not a model/);
    });

    it('refuse what they cannot do in words', async () => {
      assert.match(await refusal('soret_check', {}), /either/);
      assert.match(await refusal('soret_run', { text: ginAndTonic, studies: ['relx'] }), /no study relx.*relax/);
      assert.match(await refusal('soret_run', { text: ginAndTonic, set: { hott: 3 } }), /no param hott.*hot/);
    });

    it('explain a code, and say so when there is none', async () => {
      assert.match(await call('soret_explain', { code: 'unit/mismatch' }), /unit/i);
      assert.match(await call('soret_explain', { code: 'no/such' }), /no diagnostic/);
    });
  });
}
