/** Eigenvalues as dots on a line from zero, and the laws that they decide. */
import { h, replaceWhenChanged, s } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import type { SpectrumFigure } from '../figures/figure.js';
import { fixed } from '../format/number.js';
import { linearTicks } from '../chart/ticks.js';
import { hex } from '../theme/colour.js';
import { lawTable } from '../views/lawTable.js';
import { CardFrame, type Card, type CardServices, type CardView } from './card.js';
import { say } from '../words/say.js';

const left = 30;
const right = 56;
const rowHeight = 34;
const axisHeight = 24;

export class SpectrumCard implements Card<SpectrumFigure> {
  readonly element: HTMLElement;
  private readonly frame: CardFrame;
  private readonly box = h('div', { class: 'plot spectrum', tabindex: 0, role: 'img' });
  private readonly verdict = h('p', { class: 'note' });
  private readonly laws = h('div');
  private figure: SpectrumFigure | null = null;
  private view: CardView | null = null;
  private readonly resized = new ResizeObserver(() => this.draw());

  constructor(id: string, services: CardServices) {
    this.frame = new CardFrame(id, services, null);
    this.element = this.frame.element;
    this.frame.body.append(this.box, this.verdict, this.laws);
    this.resized.observe(this.box);
  }

  update(figure: SpectrumFigure, view: CardView): void {
    this.figure = figure;
    this.view = view;
    this.frame.update({ ...figure, note: undefined }, view);
    this.box.setAttribute('aria-label', figure.summary);
    const good = (figure.values[figure.values.length - 1] ?? 0) >= 0;
    replaceWhenChanged(this.verdict, (figure.note ?? '') + good, () => [icon(good ? 'pass' : 'warning'), ` ${figure.note ?? ''}`]);
    replaceWhenChanged(this.laws, JSON.stringify(figure.laws), () => [lawTable([say.law, say.result, say.judgedBy], figure.laws)]);
    this.draw();
  }
  focus(): void {
    this.box.focus();
  }
  destroy(): void {
    this.resized.disconnect();
  }

  private draw(): void {
    const { figure, view } = this;
    const width = this.box.clientWidth;
    if (!figure || !view || width === 0) return;
    const height = 14 + rowHeight * figure.values.length + axisHeight;
    const low = Math.min(0, ...figure.values);
    const high = Math.max(1e-300, ...figure.values) * 1.08;
    const at = (v: number): number => left + ((v - low) / (high - low)) * (width - left - right);
    const { values, labels } = linearTicks(low, high, Math.floor(width / 90));
    const foot = height - axisHeight;
    const colour = hex(
      view.stale ? view.palette.asStale(view.palette.categories[0] ?? view.palette.ink) : (view.palette.categories[0] ?? view.palette.ink),
    );
    this.box.replaceChildren(
      s(
        'svg',
        { class: 'drawing', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
        s('path', { class: 'ax', d: `M${at(0)} 6V${foot}M${left} ${foot}H${width - right}` }),
        ...values.map((v) => s('path', { class: 'ax', d: `M${at(v)} ${foot}v4` })),
        ...values.map((v, i) => s('text', { x: at(v), y: height - 6, 'text-anchor': 'middle' }, labels[i] ?? '')),
        ...figure.values.flatMap((v, i) => {
          const y = 22 + i * rowHeight;
          return [
            s('path', { d: `M${at(0)} ${y}H${at(v)}`, stroke: colour, 'stroke-width': 2 }),
            s('circle', { cx: at(v), cy: y, r: 4.5, fill: colour }),
            s('text', { x: at(v) + 10, y: y + 4 }, fixed(v, 3)),
            s('text', { x: left - 8, y: y + 4, 'text-anchor': 'end' }, `λ${'₁₂₃₄₅₆₇₈₉'[i] ?? ''}`),
          ];
        }),
      ),
    );
  }
}
