/** Curves on two logarithmic axes, as an SVG that the README can show. */

export interface Series {
  readonly label: string;
  readonly colour: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Axes {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** Where the labels of the series find room. */
  readonly legend: 'left' | 'right';
}

const [WIDTH, HEIGHT] = [640, 420];
const AREA = { left: 72, right: 620, top: 44, bottom: 360 };

export function logarithmicSvg({ title, x, y, legend }: Axes, series: readonly Series[]): string {
  const all = series.flatMap((s) => s.points);
  const decades = (values: readonly number[]) =>
    [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))] as const;
  const [x0, x1] = decades(all.map((p) => p.x));
  const [y0, y1] = decades(all.map((p) => p.y));
  const px = (value: number) => (AREA.left + ((Math.log10(value) - x0) / (x1 - x0)) * (AREA.right - AREA.left)).toFixed(1);
  const py = (value: number) => (AREA.bottom - ((Math.log10(value) - y0) / (y1 - y0)) * (AREA.bottom - AREA.top)).toFixed(1);
  const power = (exponent: number) => `10<tspan dy="-5" font-size="9">${exponent < 0 ? '−' : ''}${Math.abs(exponent)}</tspan>`;
  const labels = legend === 'right' ? AREA.right - 210 : AREA.left + 14;
  const steps = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${AREA.left}" y="24" font-size="14">${title}</text>`,
    '<g stroke="#ddd" fill="none">',
    ...steps(x0, x1).map((e) => `<path d="M${px(10 ** e)} ${AREA.top}V${AREA.bottom}"/>`),
    ...steps(y0, y1).map((e) => `<path d="M${AREA.left} ${py(10 ** e)}H${AREA.right}"/>`),
    '</g><g fill="#333">',
    ...steps(x0, x1).map((e) => `<text x="${px(10 ** e)}" y="${AREA.bottom + 18}" text-anchor="middle">${power(e)}</text>`),
    ...steps(y0, y1).map((e) => `<text x="${AREA.left - 8}" y="${Number(py(10 ** e)) + 4}" text-anchor="end">${power(e)}</text>`),
    `<text x="${(AREA.left + AREA.right) / 2}" y="${HEIGHT - 20}" text-anchor="middle">${x}</text>`,
    `<text transform="translate(18 ${(AREA.top + AREA.bottom) / 2}) rotate(-90)" text-anchor="middle">${y}</text>`,
    '</g>',
    ...series.flatMap(({ label, colour, points }, i) => [
      `<path d="M${points.map((p) => `${px(p.x)} ${py(p.y)}`).join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...points.map((p) => `<circle cx="${px(p.x)}" cy="${py(p.y)}" r="3.5" fill="${colour}"/>`),
      `<path d="M${labels} ${AREA.top + 14 + 18 * i}h22" stroke="${colour}" stroke-width="2"/><text x="${labels + 28}" y="${AREA.top + 18 + 18 * i}" fill="#333">${label}</text>`,
    ]),
    '</svg>',
    '',
  ].join('\n');
}
