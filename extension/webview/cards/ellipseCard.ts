/** Joint confidence region of two fitted parameters: 68 % and 95 % ellipses around the best pair. */
import { h, s } from '../dom/element.js';
import type { EllipseFigure } from '../figures/figure.js';
import { fixed } from '../format/number.js';
import { toUnit } from '../format/unit.js';
import { scaleOf } from '../chart/scale.js';
import { linearTicks } from '../chart/ticks.js';
import { hex, rgba } from '../theme/colour.js';
import { AxisWords } from './axisRow.js';
import { CardFrame, type Card, type CardServices, type CardView } from './card.js';
import { say } from '../words/say.js';

/** √χ² for two parameters: 68 % and 95 % of the probability inside. */
const radii = { 68: 1.515, 95: 2.448 } as const;
/** Half width of the drawing in standard errors. */
const reach = 3.2;

/** Points of the ellipse at `radius` standard deviations, in units of the standard errors. */
export function ellipse(correlation: number, radius: number, corners = 72): readonly (readonly [number, number])[] {
  const across = Math.sqrt(Math.max(0, 1 - correlation * correlation));
  return Array.from({ length: corners + 1 }, (_, i) => {
    const c = radius * Math.cos((2 * Math.PI * i) / corners);
    const n = radius * Math.sin((2 * Math.PI * i) / corners);
    return [c, correlation * c + across * n] as const;
  });
}

export class EllipseCard implements Card<EllipseFigure> {
  readonly element: HTMLElement;
  private readonly frame: CardFrame;
  private readonly box = h('div', { class: 'plot', tabindex: 0, role: 'img' });
  private readonly xWords: AxisWords;
  private readonly yWords: AxisWords;
  private figure: EllipseFigure | null = null;
  private view: CardView | null = null;
  private readonly resized = new ResizeObserver(() => this.draw());

  constructor(id: string, services: CardServices) {
    this.frame = new CardFrame(id, services, null);
    this.element = this.frame.element;
    this.xWords = new AxisWords(services, (unitX) => services.options(id, { unitX }));
    this.yWords = new AxisWords(services, (unitY) => services.options(id, { unitY }));
    this.frame.body.append(
      h('div', { class: 'axis-y' }, this.yWords.element),
      this.box,
      h('div', { class: 'axis-x' }, this.xWords.element),
    );
    this.resized.observe(this.box);
  }

  update(figure: EllipseFigure, view: CardView): void {
    this.figure = figure;
    this.view = view;
    this.frame.update(figure, view);
    this.box.setAttribute('aria-label', say.ellipses(figure.summary));
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
    // Beside a fit with its residual panel this drawing is as tall as both.
    const height = Math.max(240, Math.min(width, view.height + 100));
    const { centre, standardErrors, correlation } = figure;
    const range = (i: 0 | 1): readonly [number, number] => [centre[i] - reach * standardErrors[i], centre[i] + reach * standardErrors[i]];
    const x = scaleOf(figure.x, range(0), view.options.unitX, false, view.celsius);
    const y = scaleOf(figure.y, range(1), view.options.unitY, false, view.celsius);
    this.xWords.update(figure.x.title, x);
    this.yWords.update(figure.y.title, y);
    const xTicks = linearTicks(x.full[0], x.full[1], Math.max(2, Math.floor(width / 80)));
    const yTicks = linearTicks(y.full[0], y.full[1], Math.max(2, Math.floor(height / 60)));
    const left = 14 + 7 * Math.max(...yTicks.labels.map((text) => text.length));
    const [right, top, bottom] = [width - 10, 8, height - 22];
    const px = (v: number): number => left + ((v - x.full[0]) / (x.full[1] - x.full[0])) * (right - left);
    const py = (v: number): number => bottom - ((v - y.full[0]) / (y.full[1] - y.full[0])) * (bottom - top);
    const path = (radius: number): string =>
      ellipse(correlation, radius)
        .map(([a, b], i) => {
          const at = px(toUnit(centre[0] + a * standardErrors[0], x.unit)).toFixed(1);
          return `${i === 0 ? 'M' : 'L'}${at} ${py(toUnit(centre[1] + b * standardErrors[1], y.unit)).toFixed(1)}`;
        })
        .join('');
    const { palette } = view;
    const base = palette.categories[0] ?? palette.ink;
    const colour = view.stale ? palette.asStale(base) : base;
    const cx = px(toUnit(centre[0], x.unit));
    const cy = py(toUnit(centre[1], y.unit));
    this.box.replaceChildren(
      s(
        'svg',
        { class: 'drawing', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
        s('path', { d: path(radii[95]), fill: rgba(colour, 0.16), stroke: hex(colour), 'stroke-width': 1.4 }),
        s('path', { d: path(radii[68]), fill: rgba(colour, 0.26), stroke: hex(colour), 'stroke-width': 1.4 }),
        s('path', { class: 'ax', d: `M${left} ${top}V${bottom}H${right}` }),
        ...xTicks.values.flatMap((v, i) => [
          s('path', { class: 'ax', d: `M${px(v)} ${bottom}v4` }),
          s('text', { x: px(v), y: bottom + 16, 'text-anchor': 'middle' }, xTicks.labels[i] ?? ''),
        ]),
        ...yTicks.values.flatMap((v, i) => [
          s('path', { class: 'ax', d: `M${left} ${py(v)}h-4` }),
          s('text', { x: left - 7, y: py(v) + 4, 'text-anchor': 'end' }, yTicks.labels[i] ?? ''),
        ]),
        s('path', { d: `M${cx - 4} ${cy}h8M${cx} ${cy - 4}v8`, stroke: hex(palette.ink), 'stroke-width': 1.4 }),
        s('text', { x: right - 4, y: top + 10, 'text-anchor': 'end' }, say.correlationIs(fixed(correlation, 2))),
      ),
    );
  }
}
