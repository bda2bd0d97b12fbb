/** Run, live, study, state, pin, export; the progress is a thin line on its lower edge. */
import { h, replaceWhenChanged, type Child } from '../dom/element.js';
import { icon, type IconName } from '../dom/icons.js';
import { duration, elapsed } from '../format/duration.js';
import { fixed, nbsp } from '../format/number.js';
import { button, dropdown, setChoices, setDisabled, setPrimary } from '../kit.js';
import { outcomeOf, phaseOf, type Phase, type ViewState } from '../state/state.js';
import type { Actions } from './actions.js';
import { say } from '../words/say.js';

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
    { class: 'progress', role: 'progressbar', 'aria-label': say.run, 'aria-valuemin': 0, 'aria-valuemax': 100 },
    this.bar,
  );
  private choicesKey = '';
  private narrow = false;

  constructor(actions: Actions) {
    this.run = button(say.run, { primary: true, icon: 'play', label: say.runKey, press: () => actions.run() });
    this.cancel = button(say.cancel, { icon: 'debug-stop', label: say.cancelKey, press: () => actions.cancel() });
    this.live = toolWithWords('sync', say.live, say.liveKey, () =>
      actions.setMode(this.live.getAttribute('aria-pressed') === 'true' ? 'manual' : 'onType'),
    );
    this.study = dropdown(say.study, (value) => actions.choose(value));
    this.pin = toolWithWords('pin', say.pin, say.pinKey, () => actions.pin());
    this.exportTool = toolWithWords('export', say.export, say.exportKey, () => actions.export(null, this.exportTool));
    this.exportTool.setAttribute('aria-haspopup', 'menu');
    const help = h(
      'button',
      { type: 'button', class: 'tool quiet', title: say.keysKey, 'aria-label': say.keys, click: () => actions.help() },
      '?',
    );
    this.element = h(
      'header',
      { class: 'bar' },
      h(
        'div',
        { class: 'bar-row', role: 'toolbar', 'aria-label': say.results },
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
    replaceWhenChanged(this.pin, String(pinned), () => [icon(pinned ? 'pinned' : 'pin'), h('span', { class: 'txt' }, say.pin)]);
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
    setChoices(this.study, choices.length > 0 ? choices : [{ value: '', words: say.noStudy }], state.study ?? '');
    setDisabled(this.study, studies.length === 0);
  }
}

const previewWord = (): HTMLElement => h('span', { title: say.previewDetail }, say.preview);
const doneIn = { fit: say.fittedIn, sweep: say.sweptIn, steady: say.solvedIn, transient: say.solvedIn } as const;

/** A fact with its mark; the key tells when the words have changed. */
function stateWords(state: ViewState, phase: Phase): { readonly key: string; readonly children: () => readonly Child[] } {
  const said = (mark: IconName | null, ...words: readonly (HTMLElement | string)[]) => ({
    key: phase + words.map((w) => (typeof w === 'string' ? w : w.textContent)).join('|'),
    children: () => [mark && icon(mark), h('span', {}, ...words)],
  });
  const strong = (text: string): HTMLElement => h('b', {}, text);
  /** The part that a narrow panel keeps, and the words around it. */
  const emphasised = (text: string, part: string): readonly HTMLElement[] => {
    const at = text.indexOf(part);
    if (at < 0) return [strong(text)];
    const around = [text.slice(0, at), text.slice(at + part.length)].map((words) => (words === '' ? [] : [word(words)]));
    return [...(around[0] ?? []), strong(part), ...(around[1] ?? [])];
  };
  switch (phase) {
    case 'empty':
    case 'idle':
      return said(null, '');
    case 'broken': {
      const n = state.errors.length;
      return said('error', ...emphasised(say.notRun(n), say.errors(n)));
    }
    case 'changed':
      return said('sync', strong(state.set && state.problem?.hash === state.shown?.problem.hash ? say.valuesChanged : say.modelChanged));
    case 'running': {
      const { progress } = state;
      if (!progress || !state.slow) return state.shown?.preview ? said('sync', previewWord()) : said(null, '');
      const end = state.shown?.outcomes.find((o) => o.study === progress.study);
      const last = end?.kind === 'transient' ? end.times[end.times.length - 1] : undefined;
      const of = progress.time !== null && last ? say.timeOf(duration(progress.time), duration(last)) : progress.study;
      const wall = elapsed(Math.round((performance.now() - progress.started) / 100) * 100);
      return said(
        null,
        strong(`${fixed(100 * progress.fraction, 0)}${nbsp}%`),
        word(`${nbsp}${nbsp}${nbsp}${of}${nbsp}${nbsp}${nbsp}${wall}`),
      );
    }
    case 'cancelled': {
      if (state.progress) return said('debug-stop', say.runCancelled);
      const wall = elapsed(state.shown?.milliseconds ?? 0);
      return said('debug-stop', ...emphasised(say.cancelledAfter(wall), wall));
    }
    case 'failed': {
      const outcome = outcomeOf(state);
      const reached = outcome?.kind === 'transient' ? outcome.times[outcome.times.length - 1] : null;
      return said('error', ...(reached ? emphasised(say.stoppedAt(duration(reached)), duration(reached)) : [strong(say.notSolved)]));
    }
    case 'done': {
      const outcome = outcomeOf(state);
      const wall = elapsed(outcome?.report.wallMilliseconds || (state.shown?.milliseconds ?? 0));
      return said('pass', ...emphasised(doneIn[outcome?.kind ?? 'steady'](wall), wall));
    }
  }
}
