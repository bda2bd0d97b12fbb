/** What all cards share: title, statement, actions, data table. The plot itself is each card's own. */
import type { SourceRange } from '../../../solver/problem.js';
import { h, replaceWhenChanged, setText } from '../dom/element.js';
import { icon, type IconName } from '../dom/icons.js';
import type { Figure } from '../figures/figure.js';
import { nodes, plain } from '../format/text.js';
import type { PlotOptions } from '../state/state.js';
import type { Palette } from '../theme/palette.js';
import type { MenuItem } from '../views/menu.js';
import type { Window } from '../running/decimate.js';
import { tableOf, type Table } from '../figures/table.js';
import { say } from '../words/say.js';

/** What a card may ask of the rest of the view. */
export interface CardServices {
  options(figure: string, change: PlotOptions): void;
  reveal(range: SourceRange): void;
  export(figure: string, anchor: HTMLElement): void;
  menu(anchor: HTMLElement, items: readonly MenuItem[], chosen: (value: string) => void): void;
  announce(text: string): void;
  copy(text: string): void;
  /** Long curves live in the worker. */
  keep(curve: string, x: Float64Array, y: Float64Array): void;
  drop(curve: string): void;
  window(curve: string, from: number, to: number, buckets: number): Promise<Window>;
}
export interface CardView {
  readonly options: PlotOptions;
  readonly palette: Palette;
  readonly stale: boolean;
  /** A frame of a moving slider: what it leaves out keeps its place. */
  readonly preview: boolean;
  /** Temperatures in °C unless chosen otherwise. */
  readonly celsius: boolean;
  readonly height: number;
  /** The statement at the editor's cursor has to do with this figure. */
  readonly highlighted: boolean;
}
export interface Card<F extends Figure = Figure> {
  readonly element: HTMLElement;
  update(figure: F, view: CardView): void;
  focus(): void;
  destroy(): void;
}

export const tool = (name: IconName, label: string, press: (event: Event) => void): HTMLButtonElement =>
  h('button', { type: 'button', class: 'tool', title: label, 'aria-label': label, click: press }, icon(name));

export class CardFrame {
  readonly element: HTMLElement;
  /** The card's own content goes here. */
  readonly body = h('div', { class: 'card-body' });
  private readonly title = h('h2');
  private readonly stale = h('span', { class: 'chip', title: say.staleDetail, hidden: true }, say.stale);
  private readonly statement = h('button', { type: 'button', class: 'src', title: say.showStatement });
  private readonly summary = h('p', { class: 'sr' });
  private readonly note = h('p', { class: 'note', hidden: true });
  private readonly tableBox = h('div', { class: 'tablebox', hidden: true, tabindex: 0, role: 'region' });
  private readonly tableTool: HTMLButtonElement;
  private origin: SourceRange | undefined;
  private tabled: Figure | null = null;

  constructor(
    private readonly id: string,
    private readonly services: CardServices,
    fit: (() => void) | null,
    extras: readonly HTMLElement[] = [],
  ) {
    this.tableTool = tool('table', say.dataTableKey, () => this.toggleTable());
    this.tableTool.setAttribute('aria-expanded', 'false');
    const exportTool = tool('export', say.exportPlotKey, (event) => services.export(id, event.currentTarget as HTMLElement));
    exportTool.setAttribute('aria-haspopup', 'menu');
    const acts = h('div', { class: 'acts' }, this.tableTool, fit && tool('screen-full', say.fitAllKey, fit), exportTool);
    this.element = h(
      'section',
      { class: 'card', 'data-figure': id },
      h('div', { class: 'card-head' }, this.title, this.stale, ...extras, acts),
      this.statement,
      this.summary,
      this.body,
      this.note,
      this.tableBox,
    );
    this.statement.addEventListener('click', () => this.reveal());
  }

  reveal(): void {
    if (this.origin) this.services.reveal(this.origin);
  }

  toggleTable(): void {
    this.services.options(this.id, { table: this.tableBox.hidden === true });
  }

  update(figure: Figure, view: CardView, table: () => Table = () => tableOf(figure)): void {
    const words = plain(figure.title);
    replaceWhenChanged(this.title, words, () => nodes(figure.title));
    this.element.setAttribute('aria-label', words);
    this.element.classList.toggle('lead', figure.lead ?? false);
    this.element.classList.toggle('highlighted', view.highlighted);
    this.stale.hidden = !view.stale;
    setText(this.statement, figure.statement);
    this.statement.disabled = !figure.origin;
    this.origin = figure.origin;
    setText(this.summary, figure.summary);
    this.note.hidden = figure.note === undefined;
    setText(this.note, figure.note ?? '');
    const open = view.options.table ?? false;
    this.tableTool.setAttribute('aria-expanded', String(open));
    this.tableBox.hidden = !open;
    this.tableBox.setAttribute('aria-label', say.dataOf(words));
    if (open && this.tabled !== figure) {
      this.tabled = figure;
      this.tableBox.replaceChildren(tableElement(table()));
    }
  }
}

function tableElement({ head, rows }: Table): HTMLTableElement {
  return h(
    'table',
    { class: 'data' },
    h('thead', {}, h('tr', {}, ...head.map((text) => h('th', { scope: 'col' }, text)))),
    h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map((text) => h('td', {}, text))))),
  );
}
