/** Sliders of the parameters that state a range. Dragging never edits the file; applying does, once. */
import { h, replaceWhenChanged, setText } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import { button } from '../kit.js';
import type { Parameter } from '../../../solver/problem.js';
import { decimalsOf, fixed, nbsp, significant } from '../format/number.js';
import { prettyUnit } from '../format/unit.js';
import { parameterText } from '../plots/difference.js';
import type { ViewState } from '../state/state.js';
import type { Actions } from './actions.js';
import { say } from '../words/say.js';

/** Parameters with both ends, in the order of the source. */
export const slidable = (parameters: readonly Parameter[]): readonly Parameter[] =>
  parameters.filter((p) => p.low !== undefined && p.high !== undefined && p.high > p.low);

const written = (p: Parameter, si: number): number => (si - p.written.offset) / p.written.factor;
const toSi = (p: Parameter, value: number): number => value * p.written.factor + p.written.offset;

/** A step that a person would choose: about a hundred of them, on a round number. */
function stepOf(p: Parameter): number {
  const span = written(p, p.high ?? 1) - written(p, p.low ?? 0);
  const raw = span / 100;
  const power = 10 ** Math.floor(Math.log10(raw));
  return power * ([1, 2, 5, 10].find((m) => m * power >= raw * (1 - 1e-9)) ?? 10);
}

class Slider {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly value = h('span', { class: 'val' });
  private readonly low: number;
  private readonly high: number;
  private readonly unit: string;
  private readonly decimals: number;

  constructor(
    private readonly parameter: Parameter,
    actions: Actions,
  ) {
    this.low = written(parameter, parameter.low ?? 0);
    this.high = written(parameter, parameter.high ?? 1);
    const step = stepOf(parameter);
    this.decimals = decimalsOf(step);
    const unit = prettyUnit(parameter.written.text);
    this.unit = unit === '1' ? '' : unit;
    const id = `parameter-${parameter.name}`;
    this.input = h('input', { type: 'range', id, min: this.low, max: this.high, step: 'any' });
    const snap = (): number => {
      const raw = Number(this.input.value);
      const snapped = this.low + Math.round((raw - this.low) / step) * step;
      return Math.min(this.high, Math.max(this.low, Number(snapped.toPrecision(12))));
    };
    this.input.addEventListener('input', () => actions.slide(parameter.name, this.siOf(snap())));
    this.input.addEventListener('keydown', (event) => {
      const by: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
      const steps = by[event.key];
      if (event.key === 'Enter') actions.apply();
      else if (event.key === 'Escape') actions.slide(parameter.name, parameter.value);
      else if (steps !== undefined) {
        const next = Math.min(this.high, Math.max(this.low, snap() + steps * step));
        this.input.value = String(next);
        actions.slide(parameter.name, this.siOf(Number(next.toPrecision(12))));
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.element = h(
      'div',
      { class: 'param' },
      h('label', { class: 'mono', for: id }, parameter.name),
      this.value,
      this.input,
      h('div', { class: 'ends' }, h('span', {}, significant(this.low)), h('span', {}, significant(this.high) + this.spacedUnit())),
    );
  }

  /** Exactly the file's value when the slider stands on it, so that "unchanged" is unchanged. */
  private siOf(value: number): number {
    const own = written(this.parameter, this.parameter.value);
    return Math.abs(value - own) < 1e-9 * (this.high - this.low) ? this.parameter.value : toSi(this.parameter, value);
  }
  private spacedUnit(): string {
    return this.unit === '' ? '' : nbsp + this.unit;
  }

  update(si: number, modified: boolean): void {
    const value = written(this.parameter, si);
    if (Number(this.input.value) !== value) this.input.value = String(value);
    this.input.style.setProperty('--fill', `${(100 * (value - this.low)) / (this.high - this.low)}%`);
    // The file's value as it is written; a moved one with steady digits, so that they do not dance.
    const text = modified ? fixed(value, this.decimals) : significant(value);
    this.input.setAttribute('aria-valuetext', text + this.spacedUnit());
    replaceWhenChanged(this.value, text, () => [text, this.unit === '' ? null : h('small', {}, this.spacedUnit())]);
    this.element.classList.toggle('modified', modified);
  }
}

export class Parameters {
  readonly element = h('section', { class: 'params', 'aria-label': say.parameters, hidden: true });
  private readonly pending: HTMLElement;
  private readonly sentence = h('span', { class: 'muted' });
  private readonly applyButton: HTMLElement;
  private sliders: { readonly parameter: Parameter; readonly slider: Slider }[] = [];
  private key = '';

  constructor(private readonly actions: Actions) {
    this.applyButton = button(say.applyToFile, { press: () => actions.apply() });
    const reset = h('button', { type: 'button', class: 'tool', click: () => actions.reset() }, icon('discard'), say.reset);
    this.pending = h('div', { class: 'pend', hidden: true }, this.applyButton, reset, this.sentence);
  }

  update(state: ViewState): void {
    const parameters = slidable(state.problem?.parameters ?? []);
    this.element.hidden = parameters.length === 0 || state.errors.length > 0 || state.problem?.studies.length === 0;
    const key = JSON.stringify(parameters.map((p) => [p.name, p.value, p.low, p.high, p.written]));
    if (key !== this.key) {
      this.key = key;
      this.sliders = parameters.map((parameter) => ({ parameter, slider: new Slider(parameter, this.actions) }));
      this.element.replaceChildren(...this.sliders.map(({ slider }) => slider.element), this.pending);
    }
    for (const { parameter, slider } of this.sliders)
      slider.update(state.set[parameter.name] ?? parameter.value, parameter.name in state.set);
    const moved = parameters.filter((p) => p.name in state.set);
    this.pending.hidden = moved.length === 0;
    const sentence = moved
      .map((p) => say.hereAndInFile(p.name, parameterText(p, state.set[p.name] ?? p.value), parameterText(p, p.value)))
      .join(' ');
    setText(this.sentence, sentence);
  }
}
