/** The cards of the chosen study, kept while their figures stay the same ones. */
import { h, replaceWhenChanged } from '../dom/element.js';
import { makeCard } from '../cards/index.js';
import type { Card, CardServices, CardView } from '../cards/card.js';
import { plain } from '../format/text.js';
import type { Figure } from '../figures/figure.js';
import { isStale, type PlotOptions, type ViewState } from '../state/state.js';
import type { Palette } from '../theme/palette.js';
import { influenced } from '../figures/influence.js';
import { touches } from './highlight.js';
import { say } from '../words/say.js';

const noOptions: PlotOptions = {};

/** Without the secondary ones that nobody asked for. */
export const shownFigures = (state: ViewState, all: readonly Figure[]): readonly Figure[] =>
  all.filter((figure) => !figure.secondary || state.options[figure.id]?.open);

interface Placed {
  readonly kind: Figure['kind'];
  readonly card: Card;
  /** What the card shows. */
  shown?: { readonly figure: Figure; readonly view: CardView };
}

export class Plots {
  private readonly cards = h('div', { class: 'cards' });
  private readonly more = h('div', { class: 'more', hidden: true });
  readonly element = h('main', { class: 'plots', 'aria-label': say.plots }, this.cards, this.more);
  private readonly placed = new Map<string, Placed>();
  private order: readonly string[] = [];

  constructor(private readonly services: CardServices) {}

  update(state: ViewState, all: readonly Figure[], palette: Palette, height: number): void {
    this.element.hidden = all.length === 0;
    const preview = state.shown?.preview ?? false;
    if (!preview) this.offer(state, all);
    const figures = shownFigures(state, all);
    this.cards.classList.toggle('lead', figures[0]?.lead ?? false);
    const stale = isStale(state);
    const celsius = state.shown !== null && usesCelsius(state);
    for (const [id, { kind, card }] of this.placed)
      if (!figures.some((figure) => figure.id === id && figure.kind === kind)) {
        card.destroy();
        card.element.remove();
        this.placed.delete(id);
      }
    for (const figure of figures)
      if (!this.placed.has(figure.id)) this.placed.set(figure.id, { kind: figure.kind, card: makeCard(figure, this.services) });
    const order = figures.map((figure) => figure.id);
    if (order.join('\n') !== this.order.join('\n')) {
      this.order = order;
      this.cards.replaceChildren(...order.flatMap((id) => this.placed.get(id)?.card.element ?? []));
    }
    const { sensitivities } = state;
    const found = sensitivities?.run === state.shown && !stale ? sensitivities.found : null;
    for (const { figure, isInfluenced } of figures.map((plain) =>
      influenced(plain, found?.study === state.study ? found : null, state.cursor),
    ))
      show(this.placed.get(figure.id), figure, {
        options: state.options[figure.id] ?? noOptions,
        palette,
        stale,
        preview,
        celsius,
        height,
        highlighted: isInfluenced || (state.cursor !== null && touches(state.cursor, figure)),
      });
  }

  /** A row of words for what was computed too: a press shows or hides it. */
  private offer(state: ViewState, all: readonly Figure[]): void {
    const offered = all.filter((figure) => figure.secondary);
    this.more.hidden = offered.length === 0;
    const open = (figure: Figure): boolean => state.options[figure.id]?.open ?? false;
    replaceWhenChanged(this.more, JSON.stringify(offered.map((f) => [f.id, open(f)])), () => [
      h('span', { class: 'muted' }, say.alsoComputed),
      ...offered.map((figure) =>
        h(
          'button',
          {
            type: 'button',
            class: 'tool',
            'aria-pressed': String(open(figure)),
            click: () => this.services.options(figure.id, { open: !open(figure) }),
          },
          plain(figure.title),
        ),
      ),
    ]);
  }

  focus(number: number): void {
    const id = this.order[number - 1];
    if (id !== undefined) this.placed.get(id)?.card.focus();
  }
  focusedFigure(): string | null {
    const card = document.activeElement?.closest<HTMLElement>('.card');
    return card?.dataset['figure'] ?? null;
  }
}

/** A card is drawn anew only when something that it shows has changed. */
function show(placed: Placed | undefined, figure: Figure, view: CardView): void {
  if (!placed) return;
  const { shown } = placed;
  const names = Object.keys(view) as (keyof CardView)[];
  if (shown?.figure === figure && names.every((name) => shown.view[name] === view[name])) return;
  placed.shown = { figure, view };
  placed.card.update(figure, view);
}

/** A model that is written in degrees Celsius is read in them. */
function usesCelsius(state: ViewState): boolean {
  const source = state.document?.source;
  if (source) return /\bdegC\b|°C/.test(source);
  return state.problem?.parameters.some((p) => p.written.offset !== 0) ?? false;
}
