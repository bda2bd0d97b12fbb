/** The table of sensitivities below the report. A press on a coefficient shows its statement. */
import { h, replaceWhenChanged } from '../dom/element.js';
import { sensitivityTable, type SensitivityRow } from '../report/sensitivity.js';
import { isStale, outcomeOf, type ViewState } from '../state/state.js';
import type { Actions } from './actions.js';
import { say } from '../words/say.js';

export class SensitivityReport {
  readonly element = h('section', { class: 'report sensitivity', 'aria-label': say.sensitivity, hidden: true });
  private readonly body = h('div');
  /** What the table in place was made of; nothing when there is none. */
  private told: readonly unknown[] = [];

  constructor(private readonly actions: Actions) {
    this.element.append(
      h('div', { class: 'report-head' }, h('h2', {}, say.sensitivity), h('span', { class: 'muted' }, say.sensitivityDetail)),
      this.body,
    );
  }

  update(state: ViewState): void {
    const outcome = outcomeOf(state);
    const { shown, sensitivities } = state;
    const isField = (outcome?.kind === 'steady' || outcome?.kind === 'transient') && outcome.status === 'ok';
    this.element.hidden = !isField || !shown || isStale(state);
    if (this.element.hidden || !shown || !outcome) return;
    const found = sensitivities?.found;
    // Those of the values before stay until the new ones are there.
    const isOfThis = sensitivities?.run.problem.hash === shown.problem.hash && found?.study === outcome.study;
    this.element.classList.toggle('old', isOfThis && sensitivities.run !== shown);
    if (!found || !isOfThis) return this.offer(state.analysing);
    const told = [found, shown.problem, state.cursor];
    if (told.every((part, i) => part === this.told[i])) return;
    this.told = told;
    const table = sensitivityTable(found, shown.problem, state.cursor);
    replaceWhenChanged(this.body, JSON.stringify(table), () => [
      h(
        'table',
        { class: 'book wide-cells' },
        h('thead', {}, h('tr', {}, ...table.head.map((words, i) => h('th', { scope: 'col', class: i > 0 ? 'num' : null }, words)))),
        h('tbody', {}, ...table.rows.map((row) => this.row(row))),
      ),
      table.without.length > 0 ? h('p', { class: 'note' }, say.withoutInfluence(table.without.join(', '))) : null,
    ]);
  }

  /** Of a run that took long they are computed when they are asked for. */
  private offer(analysing: boolean): void {
    this.told = [];
    replaceWhenChanged(this.body, `offer ${analysing}`, () => [
      analysing
        ? h('p', { class: 'note' }, say.computing)
        : h('button', { type: 'button', class: 'tool', click: () => this.actions.analyse() }, say.computeSensitivities),
    ]);
  }

  private row({ name, block, origin, step, cells, current }: SensitivityRow): HTMLElement {
    const words = h('span', { class: 'mono' }, name);
    return h(
      'tr',
      current ? { class: 'current', 'aria-current': 'true' } : {},
      h(
        'th',
        { scope: 'row' },
        origin
          ? h('button', { type: 'button', class: 'link', title: say.showStatement, click: () => this.actions.reveal(origin) }, words)
          : words,
        block === '' ? null : h('span', { class: 'muted hide-narrow' }, ` ${block}`),
      ),
      h('td', { class: 'num' }, step),
      ...cells.map((text) => h('td', { class: 'num' }, text)),
    );
  }
}
