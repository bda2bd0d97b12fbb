/** Why there are no new curves, and the next act: errors of the file, a failed run, a fault of the view. The plots stay. */
import { h, replaceWhenChanged, type Child } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import type { ProblemSummary } from '../../../server/protocol.js';
import type { SourceRange } from '../../../solver/problem.js';
import { button } from '../kit.js';
import { outcomeOf, type ViewState } from '../state/state.js';
import type { Actions } from './actions.js';
import { unitError, type UnitRow } from '../report/unitRows.js';
import { sourceOf } from '../figures/statement.js';
import { say } from '../words/say.js';

export class Banner {
  readonly element = h('section', { class: 'banner', hidden: true, 'aria-label': say.problem });

  constructor(private readonly actions: Actions) {}

  update(state: ViewState): void {
    const content = this.contentOf(state);
    this.element.hidden = content === null;
    this.element.toggleAttribute('data-error', content !== null);
    if (!content) {
      replaceWhenChanged(this.element, '', () => []);
      this.element.removeAttribute('role');
      return;
    }
    this.element.setAttribute('role', 'alert');
    replaceWhenChanged(this.element, content.key, content.children);
  }

  private contentOf(state: ViewState): { readonly key: string; readonly children: () => readonly Child[] } | null {
    const [first] = state.errors;
    if (first) return { key: JSON.stringify([first, state.errors.length]), children: () => this.fileError(first, state) };
    if (state.fault) {
      const { fault } = state;
      return {
        key: fault,
        children: () =>
          layout(say.solverStopped, [h('p', {}, fault)], [button(say.runAgain, { primary: true, press: () => this.actions.run() })]),
      };
    }
    const outcome = outcomeOf(state);
    if (state.progress || outcome?.status !== 'failed' || !outcome.reason) return null;
    const { message, suggestion, range } = outcome.reason;
    const kept = outcome.kind === 'transient' && outcome.times.length > 1 ? say.curvesUpToThere : '';
    return {
      key: message,
      children: () =>
        layout(
          message,
          [suggestion ? h('p', {}, suggestion) : null, kept === '' ? null : h('p', { class: 'muted' }, kept)],
          range ? [button(say.goToLine(range.start.line + 1), { primary: true, press: () => this.actions.reveal(range) })] : [],
        ),
    };
  }

  private fileError(error: ProblemSummary, state: ViewState): readonly Child[] {
    const { range, code, fix } = error;
    const units = unitError(error.message);
    const [what, more] = units ? [units.title, units.rest] : headed(error.message);
    const others = state.errors.length - 1;
    const go = button(say.goToLine(range.start.line + 1), { primary: fix === undefined, press: () => this.actions.reveal(range) });
    return layout(
      what,
      [
        sourceLine(range, state),
        units ? unitRows(units.rows) : null,
        ...(more.length > 0 ? [h('p', {}, more.join(' '))] : []),
        others > 0 ? h('p', { class: 'muted' }, say.moreErrors(others)) : null,
      ],
      [fix === undefined ? null : button(fix, { primary: true, press: () => this.actions.fix(range, code) }), go],
    );
  }
}

const headed = (message: string): readonly [string, readonly string[]] => {
  const [what = message, ...more] = message.split('\n');
  return [what, more];
};

/** Units below each other in one column: the eye compares them without reading. */
const unitRows = (rows: readonly UnitRow[]): HTMLElement =>
  h(
    'dl',
    { class: 'units' },
    ...rows.map(({ role, unit, name }) =>
      h('div', {}, h('dt', {}, role), h('dd', { class: 'mono' }, unit), h('dd', { class: 'muted' }, name)),
    ),
  );

const layout = (title: string, text: readonly Child[], acts: readonly Child[]): readonly Child[] => [
  icon('error'),
  h('div', { class: 'banner-text' }, h('h2', {}, title), ...text),
  h('div', { class: 'acts' }, ...acts),
];

/** The faulty line with its number and the wavy line that the editor draws. */
function sourceLine(range: SourceRange, state: ViewState): Child {
  const { document } = state;
  if (!document?.source || document.uri !== range.uri) return null;
  const line = sourceOf(document.uri, document.source).lines[range.start.line];
  if (line === undefined) return null;
  const indent = line.length - line.trimStart().length;
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const start = Math.max(indent, range.start.character);
  return h(
    'pre',
    { class: 'code' },
    h('span', { class: 'muted' }, `${range.start.line + 1}  `),
    line.slice(indent, start),
    h('span', { class: 'squiggle' }, line.slice(start, Math.max(end, start + 1))),
    line.slice(Math.max(end, start + 1)).trimEnd(),
  );
}
