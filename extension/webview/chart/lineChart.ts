/** The one place that knows the plotting library. Redrawn on every change of size, so it is never blurred. */
import uPlot from 'uplot';
import { fixed } from '../format/number.js';
import { hex, rgba } from '../theme/colour.js';
import { align } from './align.js';
import { dashOf, widthOf } from './ink.js';
import type { ChartModel } from './model.js';
import { drawBands, drawOverlay, labelRoom } from './overlay.js';
import { withPen } from './pen.js';
import { ticks, type Ticks } from './ticks.js';

export interface ChartEvents {
  /** Index into the common abscissae and height of the pointer [px], or null when it left. */
  cursor(at: { readonly x: number; readonly top: number } | null): void;
  /** A range was drawn with the pointer, shown unit. */
  select(range: readonly [number, number]): void;
  fit(): void;
}

/** Share of the width that labels at the ends may take; longer names stand in the legend alone. */
const mostLabelRoom = 0.26;
/** Distance between ticks [px]. */
const spaceX = 50;
const spaceY = 32;
/** More than these are counted, not read. */
const mostTicks = 10;

export class LineChart {
  private plot: uPlot | null = null;
  private built = '';
  private model: ChartModel | null = null;
  private ctx = document.createElement('canvas').getContext('2d');

  constructor(
    private readonly box: HTMLElement,
    private readonly events: ChartEvents,
  ) {}

  update(given: ChartModel, width: number, height: number): void {
    this.model = given;
    const fits = labelRoom(given, (text) => this.measure(text)) <= mostLabelRoom * width;
    const model = { ...given, labels: given.labels && fits };
    this.model = model;
    const data = this.data(model);
    // The library fixes widths, dashes and kinds of axes when it builds a chart; data, ranges and colours may change freely.
    const structure = JSON.stringify([
      model.curves.map((c) => [widthOf(c, model.palette.highContrast), dashOf(c)]),
      model.x.log,
      model.y.log,
      model.bareX,
      hex(model.palette.paper),
      hex(model.palette.ink),
      model.palette.highContrast,
      model.palette.font,
    ]);
    if (!this.plot || structure !== this.built) {
      this.plot?.destroy();
      this.built = structure;
      this.plot = new uPlot(this.options(model, width, height), data, this.box);
    } else {
      const { plot } = this;
      if (plot.width !== width || plot.height !== height) plot.setSize({ width, height });
      plot.batch(() => {
        model.curves.forEach((curve, i) => {
          if (plot.series[i + 1]?.show === curve.hidden) plot.setSeries(i + 1, { show: !curve.hidden }, false);
        });
        plot.setData(data, true);
      });
    }
  }

  /** Shows the cursor at a value, or takes it away. */
  setCursor(x: number | null, y: number | null): void {
    if (!this.plot) return;
    if (x === null) this.plot.setCursor({ left: -10, top: -10 });
    else this.plot.setCursor({ left: this.plot.valToPos(x, 'x'), top: y === null ? 0 : this.plot.valToPos(y, 'y') });
  }
  /** Height of a value inside of the plotting area [px]. */
  heightOf(y: number): number {
    return this.plot?.valToPos(y, 'y') ?? 0;
  }
  /** Width that the value axis takes [px]. */
  get axisWidth(): number {
    return this.plot ? this.plot.bbox.left / devicePixelRatio - 2 : 0;
  }
  destroy(): void {
    this.plot?.destroy();
    this.plot = null;
  }

  private data(model: ChartModel): uPlot.AlignedData {
    // Points alone still need an abscissa to hang the scale on.
    const lines = model.curves.length > 0 ? model.curves : [{ x: [...model.rangeX], y: [null, null] }];
    return align(lines) as uPlot.AlignedData;
  }

  private measure(text: string): number {
    if (!this.ctx || !this.model) return 8 * text.length;
    this.ctx.font = `600 11px ${this.model.palette.font}`;
    return this.ctx.measureText(text).width;
  }

  private options(model: ChartModel, width: number, height: number): uPlot.Options {
    const current = (): ChartModel => this.model ?? model;
    const { palette } = model;
    const soft = rgba(palette.ink, 0.55);
    const axis: uPlot.Axis = {
      stroke: hex(palette.highContrast ? palette.ink : palette.muted),
      font: `11px ${palette.font}`,
      ticks: { stroke: soft, width: 1, size: 4 },
      border: { show: true, stroke: soft, width: 1 },
      gap: 4,
    };
    const axisTicks = (which: 'x' | 'y', low: number, high: number, pixels: number): Ticks => {
      const chosen = which === 'y' ? current().ticksY : undefined;
      if (chosen) return { values: chosen, labels: chosen.map((v) => fixed(v, 0)) };
      return ticks(
        low,
        high,
        Math.min(mostTicks, Math.max(2, Math.floor(pixels / (which === 'x' ? spaceX : spaceY)))),
        current()[which].log,
      );
    };
    const ticked = (which: 'x' | 'y', bare: boolean): Partial<uPlot.Axis> => ({
      splits: (u, _axis, low, high) => [
        ...axisTicks(which, low, high, (which === 'x' ? u.bbox.width : u.bbox.height) / devicePixelRatio).values,
      ],
      values: (u, splits) => {
        if (bare) return splits.map(() => '');
        const scale = u.scales[which];
        const { values, labels } = axisTicks(
          which,
          scale?.min ?? 0,
          scale?.max ?? 1,
          (which === 'x' ? u.bbox.width : u.bbox.height) / devicePixelRatio,
        );
        return splits.map((v) => labels[values.indexOf(v)] ?? '');
      },
      filter: (_u, splits) => splits,
    });
    const range = (which: 'rangeX' | 'rangeY') => (): uPlot.Range.MinMax => [...current()[which]];
    return {
      width,
      height,
      legend: { show: false },
      padding: [8, () => labelRoom(current(), (text) => this.measure(text)), 0, 2],
      scales: {
        x: { time: false, range: range('rangeX'), distr: model.x.log ? 3 : 1 },
        y: { range: range('rangeY'), distr: model.y.log ? 3 : 1 },
      },
      axes: [
        { ...axis, size: model.bareX ? 8 : 22, grid: { show: false }, ...ticked('x', model.bareX ?? false) },
        {
          ...axis,
          size: (_u, values) => Math.max(current().axisWidth ?? 38, ...(values ?? []).map((text) => this.measure(text) + 14)),
          grid: { stroke: rgba(palette.ink, palette.highContrast ? 0.22 : palette.dark ? 0.09 : 0.1), width: 1 },
          ...ticked('y', false),
        },
      ],
      cursor: {
        y: false,
        points: {
          size: 7,
          width: 1.5,
          fill: () => hex(palette.paper),
          stroke: (_u, i) => hex(current().curves[i - 1]?.colour ?? palette.ink),
        },
        drag: { x: true, y: false, setScale: false },
        bind: { dblclick: () => () => (this.events.fit(), null) },
      },
      focus: { alpha: 1 },
      series: [
        {},
        ...(model.curves.length > 0 ? model.curves : [null]).map(
          (curve, i): uPlot.Series => ({
            stroke: () => hex(current().curves[i]?.colour ?? palette.ink),
            width: curve ? widthOf(curve, palette.highContrast) : 1,
            dash: curve ? dashOf(curve) : undefined,
            points: { show: false },
            pxAlign: 0,
            spanGaps: true,
            show: !curve?.hidden,
          }),
        ),
      ],
      hooks: {
        drawAxes: [(u) => withPen(u, palette, (pen) => drawBands(pen, current()))],
        draw: [(u) => withPen(u, palette, (pen) => drawOverlay(pen, current()))],
        setCursor: [
          (u) => {
            const { left, top } = u.cursor;
            if (left === undefined || left < 0) this.events.cursor(null);
            else this.events.cursor({ x: u.data[0][u.cursor.idx ?? 0] ?? 0, top: top ?? 0 });
          },
        ],
        setSelect: [
          (u) => {
            const { left, width: wide } = u.select;
            if (wide < 4) return;
            const selected = [u.posToVal(left, 'x'), u.posToVal(left + wide, 'x')] as const;
            u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
            this.events.select(selected);
          },
        ],
      },
    };
  }
}
