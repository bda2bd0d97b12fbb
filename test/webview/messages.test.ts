import { expect, test } from 'vitest';
import { kept, restored } from '../../extension/webview/state/persist.js';
import { initialState, type ViewState } from '../../extension/webview/state/state.js';
import { chooseStudy, finished, started, togglePin, withErrors, withModel, withSlider } from '../../extension/webview/state/update.js';
import { hostMessage } from '../../extension/webview/validate.js';
import { broken, model } from './shots.js';
import { problem } from './sample/problem.js';
import { prepare } from './sample/solver.js';

test('messages of the host are understood', () => {
  for (const message of [
    model(),
    broken,
    { type: 'empty' },
    { type: 'settings', mode: 'onSave', pause: 300 },
    { type: 'command', command: 'run', study: 'rest' },
  ])
    expect(hostMessage(message)).toEqual(message);
});

test('anything else is refused', () => {
  const wrong: readonly unknown[] = [
    null,
    42,
    'model',
    {},
    { type: 'toString' },
    { type: 'model' },
    { ...model(), problem: { ...problem, studies: 'none' } },
    { ...model(), problem: { ...problem, parameters: [{ name: 'hot', value: NaN, written: {} }] } },
    { ...model(), path: '/etc/passwd' },
    { type: 'settings', mode: 'always', pause: 1 },
    { ...broken, errors: [{ message: 'x' }] },
  ];
  for (const message of wrong) expect(hostMessage(message)).toBeUndefined();
});

const done = (state: ViewState, set: Readonly<Record<string, number>> = state.set): ViewState =>
  finished(started(state, 'relax', 0), problem, set, prepare(problem).run({ set }), 4, false);

test('an error keeps the last curves; another file does not', () => {
  const shown = done(withModel(initialState, model()));
  expect(withErrors(shown, broken).shown).toBe(shown.shown);
  expect(withErrors(shown, { ...broken, uri: 'file:///other.soret' }).shown).toBeNull();
});

test('a slider that returns to the value of the file is not a change', () => {
  const state = withSlider(withModel(initialState, model()), 'hot', 300);
  expect(state.set).toEqual({ hot: 300 });
  expect(withSlider(state, 'hot', 298.15).set).toEqual({});
});

test('slider values survive an edit unless it is about that parameter', () => {
  const moved = withSlider(withSlider(withModel(initialState, model()), 'hot', 300), 'gap', 1.5e-3);
  const edited = withModel(
    moved,
    model({ hash: 'other', parameters: problem.parameters.map((p) => (p.name === 'hot' ? { ...p, value: 301 } : p)) }),
  );
  expect(edited.set).toEqual({ gap: 1.5e-3 });
});

test('outcomes of studies that a run left out are kept for the same model and values only', () => {
  const state = done(withModel(initialState, model()));
  const partial = finished(state, problem, {}, prepare(problem).run({ studies: ['relax'] }), 4, false);
  expect(partial.shown?.outcomes.map((o) => o.study).sort()).toEqual(problem.studies.map((s) => s.name).sort());
  const moved = finished(state, problem, { hot: 300 }, prepare(problem).run({ studies: ['relax'], set: { hot: 300 } }), 4, false);
  expect(moved.shown?.outcomes.map((o) => o.study)).toEqual(['relax']);
});

test('pinning twice unpins; at most three runs are kept', () => {
  let state = done(withModel(initialState, model()));
  state = togglePin(state);
  expect(state.pinned).toHaveLength(1);
  expect(togglePin(state).pinned).toHaveLength(0);
  for (const hot of [300, 301, 302, 303]) state = togglePin(done(state, { hot }));
  expect(state.pinned).toHaveLength(3);
});

test('the study is kept while the model has it, else one that is plotted is chosen', () => {
  expect(chooseStudy(problem, 'rest')).toBe('rest');
  expect(chooseStudy(problem, 'gone')).toBe('relax');
  expect(chooseStudy({ ...problem, studies: [] }, 'gone')).toBeNull();
});

test('what is kept over a reload comes back, and damaged memory does not', () => {
  const state = togglePin(done(withSlider(withModel(initialState, model()), 'hot', 300)));
  const memory = JSON.parse(JSON.stringify(kept(state))) as unknown;
  expect(restored(memory)).toEqual(memory);
  for (const damaged of [
    undefined,
    null,
    7,
    { version: 2 },
    { ...(memory as object), time: 'noon' },
    { ...(memory as object), options: { a: { zoom: 1 } } },
  ])
    expect(restored(damaged)).toBeNull();
});
