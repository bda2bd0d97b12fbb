/** Run, live, study, state, pin, export; the progress is a thin line on its lower edge. */
import { h, replaceWhenChanged, type Child } from '../dom/element.js';
import { icon, type IconName } from '../dom/icons.js';
import { duration, elapsed } from '../format/duration.js';
import { fixed, nbsp } from '../format/number.js';
import { button, dropdown, setChoices, setDisabled, setPrimary } from '../kit.js';
import { outcomeOf, phaseOf, type Phase, type ViewState } from '../state/state.js';
import type { Actions } from './actions.js';

const toolWithWords = (name: IconName, words: string, label: string, press: (event: Event) => void): HTMLButtonElement =>
  h(
    'button',
    { type: 'button', class: 'tool', title: label, 'aria-label': words, click: press },
    icon(name),
    h('span', { class: 'txt' }, words),
  );
/** Below this width a study is named without its kind [px]; the style sheet folds words at the same width. */
const wordsFit = 480;
/** Folded away in a narrow panel. */
const word = (text: string): HTMLElement => h('span', { class: 'hide-narrow' }, text);

export class Toolbar {
  readonly element: HTMLElement;
  private readonly run: HTMLElement;
  private readonly cancel: HTMLElement;
  private readonly live: HTMLButtonElement;
  private readonly study: HTMLElement;
  private readonly state = h('div', { class: 'state' });
  private readonly pin: HTMLButtonElement;
  readonly exportTool: HTMLButtonElement;
  private readonly bar = h('div');
  private readonly progress = h(
    'div',
    { class: 'progress', role: 'progressbar', 'aria-label': 'Run', 'aria-valuemin': 0, 'aria-valuemax': 100 },
    this.bar,
  );
  private choicesKey = '';
  private narrow = false;

  constructor(actions: Actions) {
    this.run = button('Run', { primary: true, icon: 'play', label: 'Run (R)', press: () => actions.run() });
    this.cancel = button('Cancel', { icon: 'debug-stop', label: 'Cancel run (Escape)', press: () => actions.cancel() });
    this.live = toolWithWords('sync', 'Live', 'Live: run again when the model changes (L)', () =>
      actions.setMode(this.live.getAttribute('aria-pressed') === 'true' ? 'manual' : 'onType'),
    );
    this.study = dropdown('Study', (value) => actions.choose(value));
    this.pin = toolWithWords('pin', 'Pin', 'Pin this run to compare (P)', () => actions.pin());
    this.exportTool = toolWithWords('export', 'Export', 'Export (E)', () => actions.export(null, this.exportTool));
    this.exportTool.setAttribute('aria-haspopup', 'menu');
    const help = h(
      'button',
      { type: 'button', class: 'tool quiet', title: 'Keys (?)', 'aria-label': 'Keys', click: () => actions.help() },
      '?',
    );
    this.element = h(
      'header',
      { class: 'bar' },
      h(
        'div',
        { class: 'bar-row', role: 'toolbar', 'aria-label': 'Results' },
        this.run,
        this.cancel,
        this.live,
        this.study,
        h('div', { class: 'grow' }),
        this.state,
        h('span', { class: 'sep hide-narrow' }),
        this.pin,
        this.exportTool,
        help,
      ),
      this.progress,
    );
    // Before the page listens to its own size: the words are right when it is told.
    new ResizeObserver(() => (this.narrow = this.element.clientWidth < wordsFit)).observe(this.element);
  }

  update(state: ViewState): void {
    const phase = phaseOf(state);
    const running = phase === 'running' && state.slow;
    const focused =
      this.element.contains(document.activeElement) && (document.activeElement === this.run || document.activeElement === this.cancel);
    this.run.hidden = running;
    this.cancel.hidden = !running;
    if (focused) (running ? this.cancel : this.run).focus();
    setPrimary(this.run, phase !== 'broken' && phase !== 'empty');
    setDisabled(this.run, phase === 'broken' || phase === 'empty');
    this.live.setAttribute('aria-pressed', String(state.mode !== 'manual'));
    this.updateStudies(state);
    this.element.classList.toggle('without-results', phase === 'empty');
    const pinned = state.pinned.length > 0;
    this.pin.setAttribute('aria-pressed', String(pinned));
    this.pin.disabled = this.exportTool.disabled = state.shown === null;
    replaceWhenChanged(this.pin, String(pinned), () => [icon(pinned ? 'pinned' : 'pin'), h('span', { class: 'txt' }, 'Pin')]);
    this.state.dataset['state'] = phase;
    const { key, children } = stateWords(state, phase);
    replaceWhenChanged(this.state, key, children);
    this.progress.hidden = !running;
    const fraction = state.progress?.fraction ?? 0;
    this.progress.setAttribute('aria-valuenow', String(Math.round(100 * fraction)));
    this.bar.style.transform = `scaleX(${fraction})`;
  }

  private updateStudies(state: ViewState): void {
    const studies = state.problem?.studies ?? [];
    const { narrow } = this;
    const key = JSON.stringify([studies.map((s) => [s.name, s.kind]), state.study, narrow]);
    if (key === this.choicesKey) return;
    this.choicesKey = key;
    const choices = studies.map((s) => ({ value: s.name, words: narrow ? s.name : `${s.name} (${s.kind})` }));
    setChoices(this.study, choices.length > 0 ? choices : [{ value: '', words: 'No study' }], state.study ?? '');
    setDisabled(this.study, studies.length === 0);
  }
}

const previewWord = (): HTMLElement => h('span', { title: 'The whole run follows when the slider rests' }, 'Preview');
const verbs: Readonly<Record<string, string>> = { fit: 'Fitted in', sweep: 'Swept in', steady: 'Solved in', transient: 'Solved in' };

/** A fact with its mark; the key tells when the words have changed. */
function stateWords(state: ViewState, phase: Phase): { readonly key: string; readonly children: () => readonly Child[] } {
  const said = (mark: IconName | null, ...words: readonly (HTMLElement | string)[]) => ({
    key: phase + words.map((w) => (typeof w === 'string' ? w : w.textContent)).join('|'),
    children: () => [mark && icon(mark), h('span', {}, ...words)],
  });
  const strong = (text: string): HTMLElement => h('b', {}, text);
  switch (phase) {
    case 'empty':
    case 'idle':
      return said(null, '');
    case 'broken': {
      const n = state.errors.length;
      return said('error', word('Not run: '), strong(`${n} ${n === 1 ? 'error' : 'errors'}`));
    }
    case 'changed':
      return said('sync', strong(state.set && state.problem?.hash === state.shown?.problem.hash ? 'Values changed' : 'Model changed'));
    case 'running': {
      const { progress } = state;
      if (!progress || !state.slow) return state.shown?.preview ? said('sync', previewWord()) : said(null, '');
      const end = state.shown?.outcomes.find((o) => o.study === progress.study);
      const last = end?.kind === 'transient' ? end.times[end.times.length - 1] : undefined;
      const of = progress.time !== null && last ? `${duration(progress.time)} of ${duration(last)}` : progress.study;
      const wall = elapsed(Math.round((performance.now() - progress.started) / 100) * 100);
      return said(
        null,
        strong(`${fixed(100 * progress.fraction, 0)}${nbsp}%`),
        word(`${nbsp}${nbsp}${nbsp}${of}${nbsp}${nbsp}${nbsp}${wall}`),
      );
    }
    case 'cancelled':
      return said('debug-stop', word('Cancelled'), word(' after '), strong(elapsed(state.shown?.milliseconds ?? 0)));
    case 'failed': {
      const outcome = outcomeOf(state);
      const reached = outcome?.kind === 'transient' ? outcome.times[outcome.times.length - 1] : null;
      return said('error', word(reached ? 'Stopped at ' : ''), strong(reached ? duration(reached) : 'Not solved'));
    }
    case 'done': {
      const outcome = outcomeOf(state);
      const wall = outcome?.report.wallMilliseconds || (state.shown?.milliseconds ?? 0);
      return said('pass', word(`${verbs[outcome?.kind ?? 'steady'] ?? 'Solved in'} `), strong(elapsed(wall)));
    }
  }
}
