/** The code action on a param with a range: a sweep over it and plots of what is measured, which run as they stand. */
import { expect, test } from 'vitest';
import { solve } from '../../solver/solve.js';
import { example, newSession } from '../language/session.js';
import { problemOf } from '../uncertainty/model.js';

async function sweeps(text: string, at: string) {
  const session = newSession();
  const document = await session.open(text, '/models/design.soret');
  const position = document.textDocument.positionAt(text.indexOf(at) + at.length);
  const actions = await session.soret.lsp.CodeActionProvider!.getCodeActions(document, {
    textDocument: { uri: document.uri.toString() },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  return (actions ?? []).flatMap((a) => ('edit' in a && a.title.startsWith('Sweep ') ? [a] : []));
}

test('one for each steady or transient study', async () => {
  const text = example('gin-and-tonic.soret');
  const actions = await sweeps(text, 'param hot');
  expect(actions.map((a) => a.title)).toEqual([
    'Sweep hot from 20 degC to 60 degC in rest, and plot what is measured',
    'Sweep hot from 20 degC to 60 degC in relax, and plot what is measured',
  ]);
  const edit = Object.values(actions[0]!.edit!.changes!)[0]![0]!;
  expect(edit.newText).toContain('sweep rest_over_hot { study = rest; vary(hot) = linspace(20 degC, 60 degC, 21) }');
  expect(edit.newText).toContain('plot separation over hot of rest_over_hot');
  const problem = await problemOf(text + edit.newText);
  const [outcome] = solve(problem, { studies: ['rest_over_hot'] }).outcomes;
  expect(outcome).toMatchObject({ kind: 'sweep', status: 'ok' });
  expect(outcome!.measures.separation!.values.length).toBe(21);
});

test('not on a param without a range, nor on anything else', async () => {
  const text = example('gin-and-tonic.soret').replace('from 20 degC to 60 degC', '');
  expect(await sweeps(text, 'param hot')).toEqual([]);
  expect(await sweeps(text, 'species ethanol')).toEqual([]);
});
