/** A small chart in braille dots: two by four dots per character, legible on any modern terminal. */
import { formatNumber, withUnit } from '../report/number.js';
import type { Chart } from './curves.js';
import { extent, readable, visible } from './ticks.js';

const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

const ROWS = 10;
const colours = [36, 33, 35, 32, 34, 31] as const;

export function terminalPlot(chart: Chart, columns: number, coloured: boolean): string {
  const [xLow, xHigh] = extent(chart.curves.map((c) => c.x));
  const [yLow, yHigh] = visible(
    chart.curves.map((c) => c.y),
    chart.vertical.noise,
  );
  if (!Number.isFinite(xLow + xHigh + yLow + yHigh)) return '';
  const labels = [formatNumber(yHigh, 5), formatNumber(yLow, 5)];
  const margin = Math.max(...labels.map((l) => l.length));
  const width = Math.max(20, Math.min(64, columns - margin - 6));
  const cells = Array.from({ length: ROWS }, () => new Uint8Array(width));
  const owner = Array.from({ length: ROWS }, () => new Uint8Array(width));
  chart.curves.forEach((curve, index) => {
    const column = (x: number) => ((x - xLow) / (xHigh - xLow || 1)) * (2 * width - 1);
    const row = (y: number) => (1 - (y - yLow) / (yHigh - yLow)) * (4 * ROWS - 1);
    const dot = (c: number, r: number) => {
      // A line half way between two dots stays in one of them, whatever rounding does to it.
      const [i, j] = [Math.round(c), Math.round(r - 1e-6)];
      if (!(i >= 0 && i < 2 * width && j >= 0 && j < 4 * ROWS)) return;
      cells[j >> 2]![i >> 1]! |= DOTS[i & 1]![j & 3]!;
      owner[j >> 2]![i >> 1] = index;
    };
    for (let k = 0; k < curve.x.length; k++) {
      const [c, r] = [column(curve.x[k]!), row(curve.y[k]!)];
      if (k === 0 || curve.marks) dot(c, r);
      else {
        const [c0, r0] = [column(curve.x[k - 1]!), row(curve.y[k - 1]!)];
        const steps = Math.ceil(Math.max(Math.abs(c - c0), Math.abs(r - r0), 1));
        for (let s = 1; s <= steps; s++) dot(c0 + ((c - c0) * s) / steps, r0 + ((r - r0) * s) / steps);
      }
    }
  });
  const paint = (text: string, index: number) =>
    coloured && text.trim() ? `\u001b[${colours[index % colours.length]}m${text}\u001b[0m` : text;
  const lines = cells.map((line, j) => {
    const label = j === 0 ? labels[0]! : j === ROWS - 1 ? labels[1]! : '';
    const drawn = [...line].map((bits, i) => paint(bits ? String.fromCharCode(0x2800 + bits) : ' ', owner[j]![i]!)).join('');
    return `  ${label.padStart(margin)} ┤${drawn}`.trimEnd();
  });
  const axis = readable(Math.max(Math.abs(xLow), Math.abs(xHigh)), chart.horizontal.unit);
  const left = formatNumber(xLow / axis.factor, 4);
  const right = `${withUnit(formatNumber(xHigh / axis.factor, 4), axis.unit)} ${chart.horizontal.label}`;
  const legend =
    chart.curves.length > 1
      ? [`  ${' '.repeat(margin)}  ${chart.curves.map((c, i) => paint(`${c.marks ? '·' : '─'} ${c.label}`, i)).join('   ')}`]
      : [];
  return [
    `  ${withUnit(chart.title, chart.vertical.unit === '1' ? '' : `[${chart.vertical.unit}]`)}`,
    ...lines,
    `  ${' '.repeat(margin)} └${'─'.repeat(width)}`,
    `  ${' '.repeat(margin)}  ${left}${right.padStart(Math.max(right.length + 1, width - left.length))}`,
    ...legend,
  ]
    .map((line) => `${line}\n`)
    .join('');
}
