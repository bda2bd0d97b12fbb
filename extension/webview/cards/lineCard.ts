/** Curves against one axis: chart, readout, legend, two cursors, and the residual panel of a fit. */
import { h } from '../dom/element.js';
import type { LineFigure } from '../figures/figure.js';
import { tableOf } from '../figures/table.js';
import { nodes, plain, quantity } from '../format/text.js';
import { valueAt } from '../chart/align.js';
import { LineChart } from '../chart/lineChart.js';
import { chartModel, toSi, type ChartModel, type ShownCurve } from '../chart/model.js';
import { readout } from '../chart/scale.js';
import { AxisWords } from './axisRow.js';
import { CardFrame, type Card, type CardServices, type CardView } from './card.js';
import { Flag, readingSentence, type Reading } from './flag.js';
import { Legend } from './legend.js';
import { LongCurves } from './longCurves.js';
import { CursorPair } from './pair.js';
import { plotKeys, type PlotActions } from './plotKeys.js';
import { say } from '../words/say.js';

const residualHeight = 104;
/** The panel shows at least this many standard deviations up and down. */
const leastResidualReach = 3.4;

export class LineCard implements Card<LineFigure>, PlotActions {
  readonly element: HTMLElement;
  private readonly frame: CardFrame;
  private readonly box = h('div', { class: 'plot', tabindex: 0, role: 'group', 'aria-roledescription': say.plot });
  private readonly chart: LineChart;
  private readonly residualTitle = h('div', { class: 'axis-y', hidden: true }, h('span', {}, say.residualOver, ...nodes([quantity('σ')])));
  private readonly residualBox = h('div', { class: 'plot residuals', hidden: true });
  private residualChart: LineChart | null = null;
  private readonly newRange = h('button', { type: 'button', class: 'chip', title: say.fitAllKey, hidden: true }, say.newRange);
  private readonly xWords: AxisWords;
  private readonly yWords: AxisWords;
  private readonly flag = new Flag();
  private readonly legend: Legend;
  private readonly pair = new CursorPair();
  private readonly long: LongCurves;
  private figure: LineFigure | null = null;
  private view: CardView | null = null;
  private model: ChartModel | null = null;
  /** Cursor [SI] and the curve that the keys move along. */
  private cursor: number | null = null;
  private focused = 0;
  /** Width of the box [px]; asked for only when the browser tells that it has changed, because asking forces a layout. */
  private width = 0;
  private readonly resized: ResizeObserver;

  constructor(
    private readonly id: string,
    private readonly services: CardServices,
  ) {
    this.newRange.addEventListener('click', () => this.fitAll());
    this.frame = new CardFrame(id, services, () => this.fitAll(), [this.newRange]);
    this.element = this.frame.element;
    this.chart = new LineChart(this.box, {
      cursor: (at) => this.pointed(at),
      select: ([from, to]) => this.zoomX(from, to),
      fit: () => this.fitAll(),
    });
    this.xWords = new AxisWords(services, (unitX) => services.options(id, { unitX }));
    this.yWords = new AxisWords(services, (unitY) => services.options(id, { unitY }));
    this.legend = new Legend((ids, hide) => this.hide(ids, hide));
    this.long = new LongCurves(id, services, () => this.redraw());
    this.frame.body.append(
      h('div', { class: 'axis-y' }, this.yWords.element, this.flag.element),
      this.box,
      this.residualTitle,
      this.residualBox,
      h('div', { class: 'axis-x' }, this.xWords.element),
      this.legend.element,
      this.pair.element,
    );
    this.box.addEventListener('keydown', (event) => plotKeys(event, this));
    this.box.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.box.addEventListener('blur', () => this.setCursor(null));
    this.resized = new ResizeObserver(() => {
      this.width = this.box.clientWidth;
      this.redraw();
    });
    this.resized.observe(this.box);
  }

  update(figure: LineFigure, view: CardView): void {
    this.figure = figure;
    this.view = view;
    this.redraw();
  }
  focus(): void {
    this.box.focus();
  }
  destroy(): void {
    this.resized.disconnect();
    this.long.destroy();
    this.chart.destroy();
    this.residualChart?.destroy();
  }

  private redraw(): void {
    const { figure, view, width } = this;
    if (!figure || !view || width === 0) return;
    const seen = this.long.replace(figure, view.options.zoom?.x, width);
    const model = { ...chartModel(seen, view.options, view.palette, view.stale, view.celsius), bareX: figure.residuals !== undefined };
    this.model = model;
    this.chart.update(model, width, view.height);
    this.updateResiduals(figure, view, width);
    this.box.setAttribute('aria-label', say.arrowKeys(plain(figure.title), figure.summary));
    this.newRange.hidden = !model.lost;
    this.xWords.update(figure.x.title, model.x);
    this.yWords.update(figure.y.title, model.y);
    if (!view.preview) this.legend.update(figure, model);
    this.pair.update(model, this.measured());
    this.frame.update(figure, view, () => tableOf(figure, model.x.unit, model.y.unit));
    this.showReading();
  }

  private updateResiduals(figure: LineFigure, view: CardView, width: number): void {
    const { residuals } = figure;
    this.residualTitle.hidden = this.residualBox.hidden = residuals === undefined;
    if (!residuals) return;
    this.residualChart ??= new LineChart(this.residualBox, {
      cursor: () => {},
      select: ([a, b]) => this.zoomX(a, b),
      fit: () => this.fitAll(),
    });
    const panel: LineFigure = {
      ...figure,
      y: { title: [], symbol: [quantity('r')], unit: '1' },
      curves: [],
      points: [residuals],
      residuals: undefined,
      guides: [
        { axis: 'y', value: 2, text: '' },
        { axis: 'y', value: -2, text: '' },
      ],
    };
    const main = this.model;
    const options = {
      zoom: { x: main ? ([toSi(main.x, main.rangeX[0]), toSi(main.x, main.rangeX[1])] as const) : undefined },
      unitX: view.options.unitX,
    };
    const model = chartModel(panel, options, view.palette, view.stale, view.celsius);
    const reach = Math.max(leastResidualReach, 1.15 * Math.max(Math.abs(model.rangeY[0]), Math.abs(model.rangeY[1])));
    const shape = { ticksY: [-2, 0, 2], axisWidth: this.chart.axisWidth, rangeY: [-reach, reach] as const };
    this.residualChart.update({ ...model, ...shape, curves: [], labels: false }, width, residualHeight);
  }

  /** The curve that A and B are read on: the one under the keys, or the strongest. */
  private measured(): ShownCurve | undefined {
    const curves = this.visible();
    return curves[this.focused] ?? curves[0];
  }
  private visible(): readonly ShownCurve[] {
    const shown = this.model?.curves.filter((curve) => !curve.hidden) ?? [];
    return [...shown].sort((a, b) => Number(b.strong ?? false) - Number(a.strong ?? false));
  }

  private pointed(at: { readonly x: number; readonly top: number } | null): void {
    if (!this.model) return;
    if (at === null) return this.show(null);
    let nearest: Reading | null = null;
    let distance = Infinity;
    for (const curve of this.visible()) {
      const y = valueAt(curve, at.x);
      if (y === null) continue;
      const d = Math.abs(this.chart.heightOf(y) - at.top);
      if (d < distance) [nearest, distance] = [{ curve, x: at.x, y }, d];
    }
    this.show(nearest, at.x);
  }
  private show(reading: Reading | null, x: number | null = null): void {
    const { model } = this;
    if (!model) return;
    this.flag.update(model, reading);
    this.legend.showValues((id) => {
      const curve = x === null ? undefined : model.curves.find((c) => c.id === id);
      const y = curve && x !== null ? valueAt(curve, x) : null;
      return y === null ? '' : readout(model.y, y, model.rangeY);
    });
  }
  private reading(): Reading | null {
    const { model, cursor } = this;
    const curve = this.measured();
    if (!model || !curve || cursor === null) return null;
    const y = valueAt(curve, cursor);
    return y === null ? null : { curve, x: cursor, y };
  }
  private showReading(): void {
    const reading = this.reading();
    if (reading) this.chart.setCursor(reading.x, reading.y);
  }
  private setCursor(x: number | null): void {
    this.cursor = x;
    const reading = this.reading();
    if (!reading) return this.chart.setCursor(null, null);
    this.chart.setCursor(reading.x, reading.y);
    this.show(reading, reading.x);
    if (this.model) this.services.announce(readingSentence(this.model, reading));
  }

  // What the keys do (PlotActions).
  moveCursor(steps: number): void {
    const curve = this.measured();
    const { model } = this;
    if (!curve || !model) return;
    const inside = Array.from(curve.x).filter((x) => x >= model.rangeX[0] && x <= model.rangeX[1]);
    if (inside.length === 0) return;
    const stride = Math.max(1, Math.round(inside.length / 200));
    const from = this.cursor === null ? (steps > 0 ? -1 : inside.length) : inside.findIndex((x) => x >= (this.cursor ?? 0) - 1e-15);
    const to = Math.min(inside.length - 1, Math.max(0, (from < 0 && this.cursor !== null ? inside.length - 1 : from) + steps * stride));
    this.setCursor(inside[to] ?? null);
  }
  cursorToEnd(last: boolean): void {
    if (this.model) this.setCursor(null);
    this.moveCursor(last ? -1 : 1);
  }
  nextCurve(by: number): void {
    const n = this.visible().length;
    if (n === 0) return;
    this.focused = (this.focused + by + n) % n;
    if (this.cursor === null) this.moveCursor(1);
    else this.setCursor(this.cursor);
    if (this.model) this.pair.update(this.model, this.measured());
  }
  mark(name: 'a' | 'b'): void {
    if (this.model && this.cursor !== null) this.services.options(this.id, { [name]: toSi(this.model.x, this.cursor) });
  }
  clearMarks(): void {
    this.services.options(this.id, { a: undefined, b: undefined });
  }
  zoom(factor: number, axis: 'x' | 'y'): void {
    const { model, view } = this;
    if (!model || !view) return;
    const scale = model[axis];
    const [low, high] = axis === 'x' ? model.rangeX : model.rangeY;
    const centre = axis === 'x' ? (this.cursor ?? (low + high) / 2) : (this.reading()?.y ?? (low + high) / 2);
    const range = [toSi(scale, centre - (centre - low) * factor), toSi(scale, centre + (high - centre) * factor)] as const;
    this.services.options(this.id, { zoom: { ...view.options.zoom, [axis]: range } });
  }
  private zoomX(from: number, to: number): void {
    if (this.model && this.view)
      this.services.options(this.id, { zoom: { ...this.view.options.zoom, x: [toSi(this.model.x, from), toSi(this.model.x, to)] } });
  }
  pan(share: number): void {
    const { model, view } = this;
    if (!model || !view?.options.zoom) return;
    const by = share * (model.rangeX[1] - model.rangeX[0]);
    this.zoomX(model.rangeX[0] + by, model.rangeX[1] + by);
  }
  fitAll(): void {
    this.services.options(this.id, { zoom: undefined });
  }
  toggleLog(axis: 'x' | 'y'): void {
    const options = this.view?.options;
    this.services.options(this.id, axis === 'x' ? { logX: !options?.logX, zoom: undefined } : { logY: !options?.logY, zoom: undefined });
  }
  changeUnit(axis: 'x' | 'y'): void {
    (axis === 'x' ? this.xWords : this.yWords).next();
  }
  toggleTable(): void {
    this.frame.toggleTable();
  }
  hideCurve(): void {
    const curve = this.measured();
    if (curve) this.hide([curve.id], true);
  }
  copyValue(): void {
    const reading = this.reading();
    if (reading && this.model) this.services.copy(`${toSi(this.model.y, reading.y)}`);
  }
  showSource(): void {
    const origin = this.measured()?.origin;
    if (origin) this.services.reveal(origin);
    else this.frame.reveal();
  }
  leave(): boolean {
    if (this.cursor === null) return false;
    this.setCursor(null);
    this.show(null);
    return true;
  }

  private hide(ids: readonly string[], hide: boolean): void {
    const others = (this.view?.options.hidden ?? []).filter((id) => !ids.includes(id));
    this.services.options(this.id, { hidden: hide ? [...others, ...ids] : others });
  }
  /** A wheel alone scrolls the page; with Control it zooms at the pointer. */
  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom(event.deltaY < 0 ? 0.8 : 1.25, event.shiftKey ? 'y' : 'x');
  }
}
