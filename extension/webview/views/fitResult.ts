/** After a fit: write the values into the file, or copy them. */
import { h } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import { button } from '../kit.js';
import { isStale, outcomeOf, type ViewState } from '../state/state.js';
import type { Actions } from './actions.js';

const counts = ['No', 'one', 'two', 'three', 'four', 'five', 'six'];

export class FitResult {
  readonly element: HTMLElement;
  private readonly sentence = h('span', { class: 'muted' });
  private text = '';

  constructor(actions: Actions) {
    const copy = h('button', { type: 'button', class: 'tool', click: () => actions.copy(this.text) }, icon('copy'), 'Copy values');
    this.element = h(
      'section',
      { class: 'params fit-result', 'aria-label': 'Fitted values', hidden: true },
      h('div', { class: 'pend' }, button('Write values to file', { press: () => actions.apply() }), copy, this.sentence),
    );
  }

  update(state: ViewState): void {
    const outcome = outcomeOf(state);
    const fitted = outcome?.kind === 'fit' && outcome.status === 'ok' && !isStale(state) && Object.keys(state.set).length === 0;
    this.element.hidden = !fitted;
    if (!fitted || outcome?.kind !== 'fit') return;
    const entries = Object.entries(outcome.parameters);
    this.text = entries.map(([name, { value, standardError, unit }]) => `${name} = ${value} ± ${standardError} ${unit}`).join('\n');
    const n = entries.length;
    this.sentence.textContent = `Writes ${counts[n] ?? n} ${n === 1 ? 'value with its error' : 'values with their errors and correlations'}, and where the data come from. One undo takes it back.`;
  }
}
