/** A field over place and time: colours, labelled contours, and a probe that pointer and arrows move. */
import { h, s } from '../dom/element.js';
import type { MapFigure } from '../figures/figure.js';
import { nbsp, significant } from '../format/number.js';
import { nodes, plain } from '../format/text.js';
import { toUnit, unitSuffix } from '../format/unit.js';
import { contourLines, type Polyline } from '../chart/contourLines.js';
import { raster } from '../chart/raster.js';
import { extentOf, readout, scaleOf, type AxisScale } from '../chart/scale.js';
import { linearTicks } from '../chart/ticks.js';
import { hex } from '../theme/colour.js';
import { viridis } from '../theme/viridis.js';
import { AxisWords } from './axisRow.js';
import { CardFrame, type Card, type CardServices, type CardView } from './card.js';
import { say } from '../words/say.js';

const contourCount = 10;
const margin = { left: 46, right: 12, top: 6, bottom: 24 } as const;
const barWidth = 128;

interface Scales {
  readonly x: AxisScale;
  readonly t: AxisScale;
  readonly value: AxisScale;
}

export class MapCard implements Card<MapFigure> {
  readonly element: HTMLElement;
  private readonly frame: CardFrame;
  private readonly box = h('div', { class: 'plot map', tabindex: 0, role: 'group', 'aria-roledescription': say.plot });
  private readonly xWords: AxisWords;
  private readonly tWords: AxisWords;
  private readonly valueWords: AxisWords;
  private readonly flag = h('div', { class: 'flag', hidden: true });
  private readonly low = h('span');
  private readonly high = h('span');
  private readonly ramp = h('canvas', { width: barWidth, height: 1, 'aria-hidden': 'true' });
  private figure: MapFigure | null = null;
  private view: CardView | null = null;
  private probe: readonly [column: number, row: number] | null = null;
  private drawn = '';
  private picture: { readonly of: Float64Array; readonly url: string } | null = null;
  private readonly resized = new ResizeObserver(() => this.draw());

  constructor(
    id: string,
    private readonly services: CardServices,
  ) {
    this.frame = new CardFrame(id, services, null);
    this.element = this.frame.element;
    this.xWords = new AxisWords(services, (unitX) => services.options(id, { unitX }));
    this.tWords = new AxisWords(services, (unitY) => services.options(id, { unitY }));
    this.valueWords = new AxisWords(services, () => undefined);
    this.frame.body.append(
      h('div', { class: 'ramp map-ramp' }, this.valueWords.element, this.low, this.ramp, this.high),
      h('div', { class: 'axis-y' }, this.tWords.element, this.flag),
      this.box,
      h('div', { class: 'axis-x' }, this.xWords.element),
    );
    this.box.addEventListener('pointermove', (event) => this.point(event));
    this.box.addEventListener('pointerleave', () => this.move(null));
    this.box.addEventListener('keydown', (event) => this.key(event));
    this.paintRamp();
    this.resized.observe(this.box);
  }

  update(figure: MapFigure, view: CardView): void {
    this.figure = figure;
    this.view = view;
    this.frame.update(figure, view);
    this.box.setAttribute('aria-label', figure.summary);
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
    const { height } = view;
    const scales = scalesOf(figure, view);
    this.xWords.update(figure.x.title, scales.x);
    this.tWords.update(figure.t.title, scales.t);
    this.valueWords.update(figure.value.title, { ...scales.value, choices: [] });
    this.low.textContent = significant(scales.value.full[0], 4);
    this.high.textContent = significant(scales.value.full[1], 4);
    const ink = hex(view.palette.ink);
    const key = JSON.stringify([width, height, scales.x.unit, scales.t.unit, scales.value.full, figure.now, this.probe, ink, view.stale]);
    if (key === this.drawn && this.picture?.of === figure.grid().values) return;
    this.drawn = key;
    const [low, high] = extentOf([figure.grid().values]);
    const columns = figure.grid().places.length;
    const rows = figure.grid().times.length;
    if (this.picture?.of !== figure.grid().values)
      this.picture = { of: figure.grid().values, url: raster(figure.grid().values, columns, rows, low, high) };
    const [right, bottom] = [width - margin.right, height - margin.bottom];
    const px = (column: number): number => margin.left + (column / (columns - 1)) * (right - margin.left);
    const py = (row: number): number => bottom - (row / (rows - 1)) * (bottom - margin.top);
    const share = (v: number, { full: [a, b] }: AxisScale): number => (v - a) / (b - a);
    const xTicks = linearTicks(scales.x.full[0], scales.x.full[1], Math.max(2, Math.floor(width / 80)));
    const tTicks = linearTicks(scales.t.full[0], scales.t.full[1], Math.max(2, Math.floor(height / 48)));
    const now = (figure.now / (figure.grid().times[rows - 1] ?? 1)) * (rows - 1);
    this.box.replaceChildren(
      s(
        'svg',
        { class: 'drawing', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
        s('image', {
          href: this.picture.url,
          x: margin.left,
          y: margin.top,
          width: right - margin.left,
          height: bottom - margin.top,
          preserveAspectRatio: 'none',
          opacity: view.stale ? 0.52 : 1,
        }),
        ...contourElements(figure, scales.value, px, py),
        s('path', { class: 'ax', d: `M${margin.left} ${margin.top}V${bottom}H${right}` }),
        ...xTicks.values.flatMap((v, i) => {
          const at = px(share(v, scales.x) * (columns - 1));
          return [
            s('path', { class: 'ax', d: `M${at} ${bottom}v4` }),
            s('text', { x: at, y: bottom + 16, 'text-anchor': 'middle' }, xTicks.labels[i] ?? ''),
          ];
        }),
        ...tTicks.values.flatMap((v, i) => {
          const at = py(share(v, scales.t) * (rows - 1));
          return [
            s('path', { class: 'ax', d: `M${margin.left} ${at}h-4` }),
            s('text', { x: margin.left - 7, y: at + 4, 'text-anchor': 'end' }, tTicks.labels[i] ?? ''),
          ];
        }),
        now > 0.5 && now < rows - 1.5 ? s('path', { d: `M${margin.left} ${py(now)}H${right}`, stroke: ink, 'stroke-width': 1.4 }) : s('g'),
        ...this.probeElements(px, py, right, bottom),
      ),
    );
  }

  private probeElements(px: (c: number) => number, py: (r: number) => number, right: number, bottom: number): readonly SVGElement[] {
    if (!this.probe) return [];
    const [x, y] = [px(this.probe[0]), py(this.probe[1])];
    const cross = `M${margin.left} ${y}H${right}M${x} ${margin.top}V${bottom}`;
    return [
      s('path', { d: cross, stroke: '#000', 'stroke-opacity': 0.55, 'stroke-width': 2.4 }),
      s('path', { d: cross, stroke: '#fff', 'stroke-width': 1 }),
      s('circle', { cx: x, cy: y, r: 4, fill: '#fff', stroke: '#000' }),
    ];
  }

  private point(event: PointerEvent): void {
    const { figure } = this;
    if (!figure) return;
    const bounds = this.box.getBoundingClientRect();
    const inner = bounds.width - margin.left - margin.right || 1;
    const column = ((event.clientX - bounds.left - margin.left) / inner) * (figure.grid().places.length - 1);
    const tall = (this.view?.height ?? 0) - margin.top - margin.bottom;
    const row = (1 - (event.clientY - bounds.top - margin.top) / tall) * (figure.grid().times.length - 1);
    this.move([column, row]);
  }

  private move(to: readonly [number, number] | null, say = false): void {
    const { figure, view } = this;
    if (!figure || !view) return;
    const within = (v: number, n: number): number => Math.min(n - 1, Math.max(0, Math.round(v)));
    this.probe = to && [within(to[0], figure.grid().places.length), within(to[1], figure.grid().times.length)];
    this.draw();
    this.flag.hidden = this.probe === null;
    if (!this.probe) return;
    const scales = scalesOf(figure, view);
    const [column, row] = this.probe;
    const parts = [
      [scales.x, figure.grid().places[column] ?? NaN],
      [scales.t, figure.grid().times[row] ?? NaN],
      [scales.value, figure.grid().values[row * figure.grid().places.length + column] ?? NaN],
    ] as const;
    const words = parts.map(([scale, si]) => {
      const unit = unitSuffix(scale.unit);
      return { scale, text: `${readout(scale, toUnit(si, scale.unit))}${unit === '' ? '' : nbsp + unit}` };
    });
    this.flag.replaceChildren(...words.map(({ scale, text }) => h('span', {}, ...nodes(scale.axis.symbol), nbsp + text)));
    if (say) this.services.announce(words.map(({ scale, text }) => `${plain(scale.axis.symbol)} ${text}`).join(', '));
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const step = steps[event.key];
    const { figure } = this;
    if (step && figure) {
      const [column, row] = this.probe ?? [Math.floor(figure.grid().places.length / 2), Math.floor(figure.grid().times.length / 2)];
      const by = event.shiftKey ? 10 : 1;
      this.move(this.probe ? [column + by * step[0], row + by * step[1]] : [column, row], true);
    } else if (event.key === 'Escape' && this.probe) this.move(null);
    else if (event.key === 't') this.frame.toggleTable();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private paintRamp(): void {
    const context = this.ramp.getContext('2d');
    if (!context) return;
    for (let i = 0; i < barWidth; i++) {
      context.fillStyle = hex(viridis(i / (barWidth - 1)));
      context.fillRect(i, 0, 1, 1);
    }
  }
}

const scalesOf = (figure: MapFigure, { options, celsius }: CardView): Scales => ({
  x: scaleOf(figure.x, extentOf([figure.grid().places]), options.unitX, false, celsius),
  t: scaleOf(figure.t, extentOf([figure.grid().times]), options.unitY, false, celsius),
  value: scaleOf(figure.value, extentOf([figure.grid().values]), undefined, false, celsius),
});

/** Every second contour is stronger and bears its value, where there is room. */
function contourElements(figure: MapFigure, value: AxisScale, px: (c: number) => number, py: (r: number) => number): readonly SVGElement[] {
  const [low, high] = value.full;
  const { values: levels, labels } = linearTicks(low, high, contourCount);
  const toSi = (v: number): number => v * value.unit.factor + value.unit.offset;
  return levels.flatMap((level, k) => {
    const share = (level - low) / (high - low);
    if (share <= 0.001 || share >= 0.999) return [];
    const lines = contourLines(
      figure.grid().values,
      figure.grid().places.length,
      figure.grid().times.length,
      toSi(level + 1e-6 * (high - low)),
    );
    const stroke = share > 0.55 ? '#101010' : '#ffffff';
    const isStrong = k % 2 === 0;
    const path = lines
      .map((line) => line.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${px(x).toFixed(1)} ${py(y).toFixed(1)}`).join(''))
      .join('');
    const line = s('path', {
      d: path,
      fill: 'none',
      stroke,
      'stroke-width': isStrong ? 1.3 : 0.7,
      'stroke-opacity': isStrong ? 0.95 : 0.7,
    });
    const longest = lines.reduce<Polyline>((a, b) => (b.length > a.length ? b : a), []);
    const middle = longest[Math.floor(longest.length / 2)];
    if (!isStrong || !middle || longest.length < 12) return [line];
    const label = s('text', { x: px(middle[0]), y: py(middle[1]) + 4, 'text-anchor': 'middle' }, labels[k] ?? '');
    // The style sheet gives texts the ink of the page; these stand on the colours of the map, which part the line for them.
    Object.assign(label.style, { fill: stroke, stroke: hex(viridis(share)), strokeWidth: '5px', paintOrder: 'stroke' });
    return [line, label];
  });
}
