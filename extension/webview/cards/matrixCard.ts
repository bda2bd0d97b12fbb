/** The Onsager matrix as a table: value, unit, coupling; colour by coupling because raw entries differ by many orders. */
import { h, replaceWhenChanged } from '../dom/element.js';
import type { MatrixFigure } from '../figures/figure.js';
import { fixed, minus, scientific } from '../format/number.js';
import { contrast, hex, mix, type Rgb } from '../theme/colour.js';
import type { Palette } from '../theme/palette.js';
import { CardFrame, type Card, type CardServices, type CardView } from './card.js';
import { say } from '../words/say.js';

/** Smallest end of the colour scale; a strongly coupled matrix widens it. */
const leastEnd = 0.6;

export class MatrixCard implements Card<MatrixFigure> {
  readonly element: HTMLElement;
  private readonly frame: CardFrame;
  private readonly table = h('table', { class: 'matrix', tabindex: 0 });
  private readonly low = h('span');
  private readonly high = h('span');
  private readonly ramp = h('canvas', { width: 128, height: 1, 'aria-hidden': 'true' });

  constructor(
    id: string,
    private readonly services: CardServices,
  ) {
    this.frame = new CardFrame(id, services, null);
    this.element = this.frame.element;
    this.frame.body.append(this.table, h('div', { class: 'ramp' }, this.low, this.ramp, this.high));
  }

  update(figure: MatrixFigure, view: CardView): void {
    const { palette } = view;
    const end = Math.max(leastEnd, ...figure.entries.flat().map((entry) => Math.abs(entry.coupling ?? 0)));
    this.table.setAttribute('aria-label', figure.summary);
    const key = JSON.stringify([figure.names, figure.entries, hex(palette.paper), hex(palette.ink), palette.highContrast]);
    replaceWhenChanged(this.table, key, () => [
      h('thead', {}, h('tr', {}, h('td'), ...figure.names.map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, ...figure.names.map((name, i) => this.row(name, figure, i, end, palette))),
    ]);
    this.low.textContent = `${minus}${fixed(end, 1)}`;
    this.high.textContent = `+${fixed(end, 1)}`;
    this.paintRamp(palette);
    this.frame.update(figure, view);
  }
  focus(): void {
    this.table.focus();
  }
  destroy(): void {}

  private row(name: string, figure: MatrixFigure, i: number, end: number, palette: Palette): HTMLElement {
    const cells = (figure.entries[i] ?? []).map((entry) => {
      const paper = entry.coupling === null ? mix(palette.ink, palette.paper, 0.07) : palette.signed(entry.coupling / end);
      const cell = h(
        'td',
        {},
        h('b', {}, scientific(entry.value, 3)),
        h('span', { class: 'hide-narrow' }, entry.unit),
        entry.coupling === null ? null : h('span', {}, say.coupling(`${entry.coupling > 0 ? '+' : ''}${fixed(entry.coupling, 2)}`)),
      );
      cell.style.backgroundColor = hex(paper);
      cell.style.color = hex(textOn(paper, palette));
      const { origin } = figure;
      if (origin) cell.addEventListener('click', () => this.services.reveal(origin));
      return cell;
    });
    return h('tr', {}, h('th', { scope: 'row' }, name), ...cells);
  }

  private paintRamp(palette: Palette): void {
    const context = this.ramp.getContext('2d');
    if (!context) return;
    for (let i = 0; i < 128; i++) {
      context.fillStyle = hex(palette.signed((i - 63.5) / 63.5));
      context.fillRect(i, 0, 1, 1);
    }
  }
}

/** The theme's ink where it can be read, else black or white. */
function textOn(paper: Rgb, palette: Palette): Rgb {
  if (contrast(paper, palette.ink) >= 4.5) return palette.ink;
  const black: Rgb = [0, 0, 0];
  const white: Rgb = [255, 255, 255];
  return contrast(paper, black) > contrast(paper, white) ? black : white;
}
