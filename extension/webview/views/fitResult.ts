/** After a fit: write the values into the file, or copy them. */
import { h } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import { button } from '../kit.js';
import { isStale, outcomeOf, type ViewState } from '../state/state.js';
import type { Actions } from './actions.js';
import { say } from '../words/say.js';

export class FitResult {
  readonly element: HTMLElement;
  private readonly sentence = h('span', { class: 'muted' });
  private text = '';

  constructor(actions: Actions) {
    const copy = h('button', { type: 'button', class: 'tool', click: () => actions.copy(this.text) }, icon('copy'), say.copyValues);
    this.element = h(
      'section',
      { class: 'params fit-result', 'aria-label': say.fittedValues, hidden: true },
      h('div', { class: 'pend' }, button(say.writeValues, { press: () => actions.apply() }), copy, this.sentence),
    );
  }

  update(state: ViewState): void {
    const outcome = outcomeOf(state);
    const fitted = outcome?.kind === 'fit' && outcome.status === 'ok' && !isStale(state) && Object.keys(state.set).length === 0;
    this.element.hidden = !fitted;
    if (!fitted || outcome?.kind !== 'fit') return;
    const entries = Object.entries(outcome.parameters);
    this.text = entries.map(([name, { value, standardError, unit }]) => `${name} = ${value} ± ${standardError} ${unit}`).join('\n');
    this.sentence.textContent = say.writesValues(entries.length);
  }
}
