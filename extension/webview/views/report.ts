/** Numbers that a scientist can trust: figures with their errors, then every check with its judge. */
import { h, replaceWhenChanged, setText } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import { checksOf } from '../report/checks.js';
import { figuresOfRun, type BigFigure } from '../report/numbers.js';
import { nodes } from '../format/text.js';
import { describeRun } from '../plots/difference.js';
import { isStale, outcomeOf, type ViewState } from '../state/state.js';
import { lawTable } from './lawTable.js';
import type { Actions } from './actions.js';
import { say } from '../words/say.js';

const big = (figure: BigFigure): HTMLElement =>
  h(
    'div',
    {},
    h('dt', {}, ...nodes(figure.name)),
    h(
      'dd',
      {},
      h('span', { class: 'big' }, figure.value, ...(figure.rest === '' ? [] : [' ', h('small', {}, figure.rest)])),
      h('span', { class: 'sub' }, figure.remark),
    ),
  );

export class Report {
  readonly element = h('section', { class: 'report', 'aria-label': say.report, hidden: true });
  private readonly about = h('span', { class: 'muted' });
  private readonly figures = h('dl', { class: 'figures' });
  private readonly checks = h('div', { class: 'checks' });
  private readonly warnings = h('ul', { class: 'warnings', hidden: true });

  /** What the words were made of. */
  private told: readonly unknown[] = [];

  constructor(private readonly actions: Actions) {
    this.element.append(
      h('div', { class: 'report-head' }, h('h2', {}, say.report), this.about),
      h('div', { class: 'report-body' }, this.figures, this.checks),
      this.warnings,
    );
  }

  update(state: ViewState): void {
    const { shown } = state;
    const told = [shown, state.study, state.pinned, isStale(state)];
    if (this.told.length > 0 && told.every((part, i) => part === this.told[i])) return;
    this.told = told;
    const outcome = outcomeOf(state);
    this.element.hidden = !outcome || !shown;
    if (!outcome || !shown) return;
    const stale = isStale(state);
    this.element.classList.toggle('old', stale);
    const file = { ...shown, set: {}, parameters: Object.fromEntries(shown.problem.parameters.map((p) => [p.name, p.value])) };
    const about = [
      outcome.study,
      ...(Object.keys(shown.set).length > 0 ? [describeRun(shown, file)] : []),
      say.model(shown.problem.hash.slice(0, 7)),
      ...(stale ? [say.beforeThisEdit] : shown.preview ? [say.previewNote] : []),
    ];
    setText(this.about, about.join(', '));
    const figures = figuresOfRun(shown, outcome, state.pinned[0] ?? null);
    replaceWhenChanged(this.figures, JSON.stringify(figures), () => figures.map(big));
    // What is judged of the whole run stays in its place until that is there.
    this.checks.classList.toggle('old', shown.preview);
    if (shown.preview) return;
    const checks = checksOf(shown, outcome);
    replaceWhenChanged(this.checks, JSON.stringify(checks), () => [lawTable([say.check, say.result, say.judgedBy], checks)]);
    this.warnings.hidden = outcome.warnings.length === 0;
    replaceWhenChanged(this.warnings, JSON.stringify(outcome.warnings), () =>
      outcome.warnings.map((warning) => {
        const words = warning.suggestion ? `${warning.message} ${warning.suggestion}` : warning.message;
        const { range } = warning;
        return h(
          'li',
          {},
          icon('warning'),
          h('span', { class: 'sr' }, say.warning('')),
          range ? h('button', { type: 'button', class: 'link', click: () => this.actions.reveal(range) }, words) : h('span', {}, words),
        );
      }),
    );
  }
}
