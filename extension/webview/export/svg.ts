/** A figure as a stand-alone drawing, as it would be printed: same scales, ticks, labels and inks as on screen. */
import { dashOf, widthOf } from '../chart/ink.js';
import { placeLabels } from '../chart/labels.js';
import { chartModel, type ChartModel, type ShownCurve } from '../chart/model.js';
import { ticks } from '../chart/ticks.js';
import { valueAt } from '../chart/align.js';
import type { LineFigure } from '../figures/figure.js';
import { plain, type Text } from '../format/text.js';
import type { PlotOptions } from '../state/state.js';
import { hex, rgba } from '../theme/colour.js';
import type { Palette } from '../theme/palette.js';

const size = { width: 560, height: 380 } as const;
const margin = { top: 52, bottom: 66, left: 66 } as const;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
const spans = (text: Text): string =>
  text
    .map((part) =>
      typeof part === 'string'
        ? escaped(part)
        : 'quantity' in part
          ? `<tspan font-style="italic">${escaped(part.quantity)}</tspan>`
          : `<tspan font-size="9" dy="3">${escaped(part.sub)}</tspan><tspan dy="-3">\u200b</tspan>`,
    )
    .join('');

interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  px(v: number): number;
  py(v: number): number;
}

function placeOf(model: ChartModel): Place {
  const labels = model.curves.filter((c) => c.label !== undefined && !c.hidden);
  const room = labels.length > 0 && labels.length <= 7 ? 14 + 6.4 * Math.max(...labels.map((c) => c.label?.length ?? 0)) : 18;
  const [left, right, top, bottom] = [margin.left, size.width - room, margin.top, size.height - margin.bottom];
  const along = (v: number, [low, high]: readonly [number, number], log: boolean): number =>
    log ? (Math.log(v) - Math.log(low)) / (Math.log(high) - Math.log(low)) : (v - low) / (high - low);
  return {
    left,
    right,
    top,
    bottom,
    px: (v) => left + along(v, model.rangeX, model.x.log) * (right - left),
    py: (v) => bottom - along(v, model.rangeY, model.y.log) * (bottom - top),
  };
}

export function svg(figure: LineFigure, options: PlotOptions, palette: Palette, celsius: boolean): string {
  const model = chartModel(figure, options, palette, false, celsius);
  const place = placeOf(model);
  const body = [
    `<rect width="${size.width}" height="${size.height}" fill="${hex(palette.paper)}"/>`,
    `<text x="16" y="20" font-size="13" font-weight="600" fill="${hex(palette.ink)}">${escaped(plain(figure.title))}</text>`,
    `<text x="16" y="42" fill="${hex(palette.ink)}">${spans(figure.y.title)} (${escaped(model.y.unit.text)})</text>`,
    axes(model, place),
    `<clipPath id="frame"><rect x="${place.left}" y="${place.top - 4}" width="${place.right - place.left + 4}" height="${place.bottom - place.top + 8}"/></clipPath>`,
    `<g clip-path="url(#frame)">${curves(model, place)}${points(model, place)}</g>`,
    guides(model, place),
    labels(model, place),
    `<text x="${(place.left + place.right) / 2}" y="${place.bottom + 34}" text-anchor="middle" fill="${hex(palette.ink)}">${spans(figure.x.title)} (${escaped(model.x.unit.text)})</text>`,
    legend(model, figure, place),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${escaped(palette.font)}" font-size="11"><title>${escaped(figure.summary)}</title>${body.join('')}</svg>\n`;
}

const n = (v: number): string => v.toFixed(2);

function axes(model: ChartModel, { left, right, top, bottom, px, py }: Place): string {
  const ink = hex(model.palette.muted);
  const xs = ticks(model.rangeX[0], model.rangeX[1], Math.floor((right - left) / 64), model.x.log);
  const ys = ticks(model.rangeY[0], model.rangeY[1], Math.floor((bottom - top) / 38), model.y.log);
  return [
    ...ys.values.map((v) => `<path d="M${left} ${n(py(v))}H${right}" stroke="${rgba(model.palette.ink, 0.1)}"/>`),
    `<path d="M${left} ${top}V${bottom}H${right}" fill="none" stroke="${rgba(model.palette.ink, 0.55)}"/>`,
    ...xs.values.map(
      (v, i) =>
        `<path d="M${n(px(v))} ${bottom}v4" stroke="${rgba(model.palette.ink, 0.55)}"/><text x="${n(px(v))}" y="${bottom + 16}" text-anchor="middle" fill="${ink}">${escaped(xs.labels[i] ?? '')}</text>`,
    ),
    ...ys.values.map(
      (v, i) =>
        `<path d="M${left} ${n(py(v))}h-4" stroke="${rgba(model.palette.ink, 0.55)}"/><text x="${left - 7}" y="${n(py(v) + 4)}" text-anchor="end" fill="${ink}">${escaped(ys.labels[i] ?? '')}</text>`,
    ),
  ].join('');
}

function pathOf(curve: ShownCurve, { px, py }: Place, shift = 0): string {
  let pen = 'M';
  let path = '';
  for (let i = 0; i < curve.x.length; i++) {
    const y = curve.y[i];
    if (y === null || y === undefined) continue;
    path += `${pen}${n(px(curve.x[i] ?? 0))} ${n(py(y + shift * (curve.band?.[i] ?? 0)))}`;
    pen = 'L';
  }
  return path;
}
function curves(model: ChartModel, place: Place): string {
  return model.curves
    .filter((curve) => !curve.hidden)
    .map((curve) => {
      const stroke = hex(curve.colour);
      const dash = dashOf(curve);
      const back = curve.band ? [...pathOf(curve, place, -1).slice(1).split('L')].reverse().join('L') : '';
      const band = curve.band ? `<path d="${pathOf(curve, place, 1)}L${back}Z" fill="${stroke}" fill-opacity="0.28"/>` : '';
      return `${band}<path d="${pathOf(curve, place)}" fill="none" stroke="${stroke}" stroke-width="${widthOf(curve, false)}"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''} stroke-linejoin="round"/>`;
    })
    .join('');
}

function points(model: ChartModel, { px, py }: Place): string {
  return model.points
    .filter((p) => !p.hidden)
    .flatMap((p) =>
      Array.from({ length: p.x.length }, (_, i) => {
        const [x, v, s] = [px(p.x[i] ?? 0), p.y[i] ?? 0, p.sigma?.[i] ?? 0];
        const bar = s > 0 ? `<path d="M${n(x)} ${n(py(v + s))}V${n(py(v - s))}" stroke="${hex(p.colour)}"/>` : '';
        return `${bar}<circle cx="${n(x)}" cy="${n(py(v))}" r="3.1" fill="${hex(model.palette.paper)}" stroke="${hex(p.colour)}" stroke-width="1.3"/>`;
      }),
    )
    .join('');
}

function guides(model: ChartModel, { left, right, top, bottom, px, py }: Place): string {
  return model.guides
    .map((g) => {
      const at = g.axis === 'x' ? px(g.value) : py(g.value);
      const [low, high] = g.axis === 'x' ? [left, right] : [top, bottom];
      if (!(at >= low && at <= high)) return '';
      const path = g.axis === 'x' ? `M${n(at)} ${top}V${bottom}` : `M${left} ${n(at)}H${right}`;
      const text =
        g.axis === 'x' ? `x="${n(at + 5)}" y="${g.solid ? top + 12 : bottom - 6}"` : `x="${right - 4}" y="${n(at - 5)}" text-anchor="end"`;
      return `<path d="${path}" stroke="${rgba(model.palette.ink, 0.55)}"${g.solid ? '' : ' stroke-dasharray="2 3"'}/><text ${text} fill="${hex(model.palette.muted)}">${escaped(g.text)}</text>`;
    })
    .join('');
}

function labels(model: ChartModel, { right, top, bottom, py }: Place): string {
  const named = model.curves.filter((c) => c.label !== undefined && !c.hidden);
  const ends = named.map((c) => ({
    y: py(valueAt(c, Math.min(model.rangeX[1], c.x[c.x.length - 1] ?? 0)) ?? NaN),
    strong: c.strong ?? false,
  }));
  return placeLabels(ends, top + 5, bottom - 5)
    .map((y, i) => {
      const curve = named[i];
      const end = ends[i];
      if (y === null || !curve || !end) return '';
      const moved = Math.abs(y - end.y) > 1.5;
      const leader = moved
        ? `<path d="M${right + 2} ${n(end.y)}L${right + 9} ${n(y)}" stroke="${hex(curve.colour)}" stroke-opacity="0.7"/>`
        : '';
      return `${leader}<text x="${right + (moved ? 11 : 6)}" y="${n(y + 4)}" fill="${hex(model.palette.asText(curve.colour))}"${curve.strong ? ' font-weight="600"' : ''}>${escaped(curve.label ?? '')}</text>`;
    })
    .join('');
}

/** Names that stand nowhere else: unlabelled curves, points, what is pinned. */
function legend(model: ChartModel, figure: LineFigure, { left, bottom }: Place): string {
  const many = model.curves.filter((c) => c.label !== undefined && !c.hidden).length > 7;
  const lines = model.curves.filter((c) => c.role === 'run' && !c.hidden && (many || (c.label === undefined && model.curves.length > 1)));
  const entries = [
    ...lines.map((c) => ({ name: c.name, key: `<path d="M0 -4h18" stroke="${hex(c.colour)}" stroke-width="2"/>` })),
    ...(figure.pinnedNote
      ? [
          {
            name: figure.pinnedNote,
            key: `<path d="M0 -4h18" stroke="${hex(model.palette.ink)}" stroke-width="1.4" stroke-dasharray="5 3"/>`,
          },
        ]
      : []),
    ...model.points
      .filter((p) => !p.hidden)
      .map((p) => ({ name: p.name, key: `<circle cx="9" cy="-4" r="3" fill="none" stroke="${hex(p.colour)}" stroke-width="1.4"/>` })),
  ];
  let x = left;
  return entries
    .map(({ name, key }) => {
      const at = x;
      x += 40 + 6.2 * name.length;
      return `<g transform="translate(${n(at)} ${bottom + 56})">${key}<text x="24" fill="${hex(model.palette.muted)}">${escaped(name)}</text></g>`;
    })
    .join('');
}
