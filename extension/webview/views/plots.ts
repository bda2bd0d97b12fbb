/** The cards of the chosen study, kept while their figures stay the same ones. */
import { h } from '../dom/element.js';
import { makeCard } from '../cards/index.js';
import type { Card, CardServices } from '../cards/card.js';
import type { Figure } from '../figures/figure.js';
import { isStale, type ViewState } from '../state/state.js';
import type { Palette } from '../theme/palette.js';
import { touches } from './highlight.js';

interface Placed {
  readonly kind: Figure['kind'];
  readonly card: Card;
}

export class Plots {
  readonly element = h('main', { class: 'cards', 'aria-label': 'Plots' });
  private readonly placed = new Map<string, Placed>();
  private order: readonly string[] = [];

  constructor(private readonly services: CardServices) {}

  update(state: ViewState, figures: readonly Figure[], palette: Palette, height: number): void {
    this.element.hidden = figures.length === 0;
    this.element.classList.toggle('lead', figures[0]?.lead ?? false);
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
      this.element.replaceChildren(...order.flatMap((id) => this.placed.get(id)?.card.element ?? []));
    }
    for (const figure of figures)
      this.placed.get(figure.id)?.card.update(figure, {
        options: state.options[figure.id] ?? {},
        palette,
        stale,
        celsius,
        height,
        highlighted: state.cursor !== null && touches(state.cursor, figure),
      });
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

/** A model that is written in degrees Celsius is read in them. */
function usesCelsius(state: ViewState): boolean {
  const source = state.document?.source;
  if (source) return /\bdegC\b|°C/.test(source);
  return state.problem?.parameters.some((p) => p.written.offset !== 0) ?? false;
}
