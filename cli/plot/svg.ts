/** A chart as a stand-alone SVG figure: axes with units, one line style per curve so that it also reads in grey. */
import { formatNumber } from '../report/number.js';
import type { Chart, Curve } from './curves.js';
import { extent, readable, ticks, visible } from './ticks.js';

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = { left: 84, right: 20, top: 40, bottom: 56 };
/** Okabe–Ito: distinguishable with every kind of colour vision. */
const palette = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#000000'];
const dashes = ['', '7 3', '2 3', '9 3 2 3'];

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const bracketed = (label: string, unit: string): string => (unit === '1' || unit === '' ? label : `${label} [${unit}]`);

const circle = (x: string, y: string, colour: string): string => `<circle cx="${x}" cy="${y}" r="2.6" fill="${colour}"/>`;

/** Values with what their uncertainty reaches below and above. */
const ends = ({ y, deviation }: Curve): readonly ArrayLike<number>[] =>
  deviation ? [-1, 1].map((sign) => Float64Array.from(y, (value, k) => value + sign * deviation[k]!)) : [y];

/** The corner of the plot that the fewest points of the curves come near. */
function emptiestCorner(
  curves: readonly (readonly (readonly [number, number])[])[],
  width: number,
): {
  readonly right: boolean;
  readonly bottom: boolean;
} {
  const height = 16 * curves.length + 12;
  const near = (right: boolean, bottom: boolean) =>
    curves
      .flat()
      .filter(
        ([x, y]) =>
          (right ? x > WIDTH - MARGIN.right - width - 8 : x < MARGIN.left + width) &&
          (bottom ? y > HEIGHT - MARGIN.bottom - height : y < MARGIN.top + height),
      ).length;
  const corners = [true, false].flatMap((right) => [false, true].map((bottom) => ({ right, bottom, points: near(right, bottom) })));
  return corners.reduce((best, c) => (c.points < best.points ? c : best));
}

export function svgPlot(chart: Chart): string {
  const [xMin, xMax] = extent(chart.curves.map((c) => c.x));
  const [yMin, yMax] = visible(
    chart.curves.flatMap((c) => ends(c)),
    chart.vertical.noise,
  );
  const axis = readable(Math.max(Math.abs(xMin), Math.abs(xMax)), chart.horizontal.unit);
  const horizontal = ticks(xMin / axis.factor, xMax / axis.factor, 6);
  const room = (yMax - yMin) * 0.05;
  const vertical = ticks(yMin - room, yMax + room, 6);
  const right = WIDTH - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const px = (x: number) => MARGIN.left + ((x - horizontal.low) / (horizontal.high - horizontal.low)) * (right - MARGIN.left);
  const py = (y: number) => bottom - ((y - vertical.low) / (vertical.high - vertical.low)) * (bottom - MARGIN.top);
  const at = (value: number) => value.toFixed(2);
  // Offsets that every label would repeat are named once beside the axis by enough digits instead.
  const digits = Math.max(4, Math.ceil(Math.log10(Math.max(Math.abs(vertical.low), Math.abs(vertical.high)) / vertical.step)) + 1);
  const grid = [
    ...horizontal.values.map(
      (v) =>
        `<path d="M${at(px(v))} ${MARGIN.top}V${bottom}"/><text x="${at(px(v))}" y="${bottom + 18}" text-anchor="middle">${escape(formatNumber(v, 4))}</text>`,
    ),
    ...vertical.values.map(
      (v) =>
        `<path d="M${MARGIN.left} ${at(py(v))}H${right}"/><text x="${MARGIN.left - 8}" y="${at(py(v) + 4)}" text-anchor="end">${escape(formatNumber(Math.abs(v) < vertical.step * 1e-9 ? 0 : v, digits))}</text>`,
    ),
  ];
  const lines = chart.curves.map((curve, i) => {
    if (curve.marks) {
      const colour = palette[i % palette.length]!;
      const [low, high] = ends(curve);
      const bars = curve.deviation
        ? Array.from({ length: curve.x.length }, (_, k) => `M${at(px(curve.x[k]! / axis.factor))} ${at(py(low![k]!))}V${at(py(high![k]!))}`)
        : [];
      const circles = Array.from({ length: curve.x.length }, (_, k) =>
        circle(at(px(curve.x[k]! / axis.factor)), at(py(curve.y[k]!)), colour),
      );
      return `<g stroke="${colour}" stroke-width="1"><title>${escape(curve.label)}</title>${bars.length ? `<path d="${bars.join('')}"/>` : ''}${circles.join('')}</g>`;
    }
    const points = Array.from({ length: curve.x.length }, (_, k) => `${at(px(curve.x[k]! / axis.factor))} ${at(py(curve.y[k]!))}`);
    const dash = dashes[Math.floor(i / palette.length) % dashes.length];
    return `<path d="M${points.join('L')}" stroke="${palette[i % palette.length]}"${dash ? ` stroke-dasharray="${dash}"` : ''}><title>${escape(curve.label)}</title></path>`;
  });
  /** Line, gap and text; the width of a letter is a guess that suits most fonts. */
  const width = 40 + 7 * Math.max(...chart.curves.map((c) => c.label.length));
  const corner = emptiestCorner(
    chart.curves.map((c) => Array.from({ length: c.x.length }, (_, k) => [px(c.x[k]! / axis.factor), py(c.y[k]!)] as const)),
    width,
  );
  const legend = chart.curves.map((curve, i) => {
    const y = (corner.bottom ? bottom - 10 - 16 * (chart.curves.length - 1) : MARGIN.top + 16) + 16 * i;
    const x = corner.right ? right - width : MARGIN.left + 10;
    const colour = palette[i % palette.length]!;
    const sample = curve.marks
      ? circle(String(x + 11), String(y - 4), colour)
      : `<path d="M${x} ${y - 4}h22" stroke="${colour}" stroke-width="2"/>`;
    return `${sample}<text x="${x + 28}" y="${y}">${escape(curve.label)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" role="img">`,
    `<title>${escape(chart.title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${MARGIN.left}" y="22" font-size="14">${escape(chart.title)}</text>`,
    `<g stroke="#ddd" fill="none">${grid.join('').replace(/<text /g, '<text stroke="none" fill="#333" ')}</g>`,
    `<rect x="${MARGIN.left}" y="${MARGIN.top}" width="${right - MARGIN.left}" height="${bottom - MARGIN.top}" fill="none" stroke="#333"/>`,
    `<g fill="none" stroke-width="1.8" stroke-linejoin="round">${lines.join('')}</g>`,
    ...(chart.curves.length > 1 ? [`<g fill="#333">${legend.join('')}</g>`] : []),
    `<text x="${(MARGIN.left + right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escape(bracketed(chart.horizontal.label, axis.unit))}</text>`,
    `<text transform="translate(18 ${(MARGIN.top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escape(bracketed(chart.vertical.label, chart.vertical.unit))}</text>`,
    '</svg>',
    '',
  ].join('\n');
}
