/** The scrubber: a native range on a square-root scale, because early times matter most, with the output times printed below. */
import { h, replaceWhenChanged } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import { duration } from '../format/duration.js';
import { nodes, quantity } from '../format/text.js';
import { isStale, outcomeOf, type ViewState } from '../state/state.js';
import { constantValue } from '../figures/constant.js';
import type { Actions } from './actions.js';
import { say } from '../words/say.js';

const steps = 1000;
/** Names of stops that fit below the track. */
const mostStops = 7;

/** Times worth naming: those that the plots and the study ask for, else a few spread over the run. */
export function stopsOf(state: ViewState): readonly number[] {
  const outcome = outcomeOf(state);
  const { shown } = state;
  if (!shown || outcome?.kind !== 'transient') return [];
  const end = outcome.times[outcome.times.length - 1] ?? 0;
  const study = shown.problem.studies.find((s) => s.name === outcome.study);
  const drawn = shown.problem.plots.filter(
    (p) => (p.over === 'x' || p.over === 'r') && (p.of.length === 0 || p.of.includes(outcome.study)),
  );
  const stated = drawn.flatMap((p) => p.at);
  const times = stated.length > 0 ? stated : study?.kind === 'transient' ? study.times : [];
  const asked = times.map((at) => (at === null ? end : constantValue(at, shown.parameters)));
  const inside = asked.filter((t) => Number.isFinite(t) && t > 0 && t < end);
  const all = [...new Set([0, ...(inside.length > 0 ? inside : [end / 100, end / 16, end / 4]), end])].sort((a, b) => a - b);
  if (all.length <= mostStops) return all;
  return Array.from({ length: mostStops }, (_, i) => all[Math.round((i * (all.length - 1)) / (mostStops - 1))] ?? 0);
}

export class TimeBar {
  readonly element: HTMLElement;
  private readonly play: HTMLButtonElement;
  private readonly input: HTMLInputElement;
  private readonly output = h('output');
  private readonly stops = h('div', { class: 'stops', 'aria-hidden': 'true' });
  private end = 0;

  constructor(actions: Actions) {
    this.play = h('button', { type: 'button', class: 'tool', title: say.playKey, click: () => actions.play() });
    this.input = h('input', { type: 'range', min: 0, max: steps, step: 'any', 'aria-label': say.time });
    this.input.addEventListener('input', () => actions.scrub((Number(this.input.value) / steps) ** 2 * this.end));
    this.input.addEventListener('keydown', (event) => {
      const by: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
      const step = by[event.key];
      if (step !== undefined) {
        const place = Math.sqrt((this.end > 0 ? Number(this.input.value) / steps : 0) ** 2);
        actions.scrub(Math.min(1, Math.max(0, place + step / 100)) ** 2 * this.end);
      } else if (event.key === 'Home' || event.key === 'End') actions.jump(event.key === 'End');
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.element = h(
      'section',
      { class: 'time', 'aria-label': say.time, hidden: true },
      this.play,
      h('div', { class: 'track' }, this.stops, this.input),
      this.output,
    );
  }

  update(state: ViewState): void {
    const outcome = outcomeOf(state);
    const shown = outcome?.kind === 'transient' && outcome.times.length > 1;
    this.element.hidden = !shown;
    if (!shown || outcome.kind !== 'transient') return;
    this.end = outcome.times[outcome.times.length - 1] ?? 0;
    const time = Math.min(state.time ?? this.end, this.end);
    const place = this.end > 0 ? Math.sqrt(time / this.end) : 0;
    const value = String(place * steps);
    if (this.input.value !== value) this.input.value = value;
    this.input.style.setProperty('--fill', `${100 * place}%`);
    const words = duration(time < 60 ? Number(time.toPrecision(3)) : Math.round(time));
    this.input.setAttribute('aria-valuetext', words);
    replaceWhenChanged(this.output, words, () => [...nodes([quantity('t'), ' = ']), h('b', {}, words)]);
    replaceWhenChanged(this.play, String(state.playing), () => [icon(state.playing ? 'debug-pause' : 'play')]);
    this.play.setAttribute('aria-label', state.playing ? say.pause : say.play);
    this.play.disabled = isStale(state) && state.errors.length === 0 && state.progress !== null;
    const stops = stopsOf(state);
    replaceWhenChanged(this.stops, JSON.stringify([stops, this.end]), () => placeStops(stops, this.end));
  }
}

/** Names that would touch are left out; the ends always stay. */
function placeStops(stops: readonly number[], end: number): readonly HTMLElement[] {
  const at = (t: number): number => (end > 0 ? Math.sqrt(t / end) : 0);
  const kept = stops.filter((t, i) => {
    if (i === 0 || i === stops.length - 1) return true;
    return at(t) > 0.06 && at(t) < 0.88;
  });
  let last = -1;
  return kept
    .filter((t, i) => {
      const ok = i === 0 || i === kept.length - 1 || at(t) - last > 0.08;
      if (ok) last = at(t);
      return ok;
    })
    .map((t) => {
      const element = h('span', {}, duration(t));
      element.style.setProperty('--p', String(at(t)));
      return element;
    });
}
