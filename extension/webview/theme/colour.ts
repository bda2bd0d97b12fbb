/** Colours as sRGB bytes and in OKLab (B. Ottosson, 2020), with the contrast ratio of WCAG 2.2 § 1.4.3. */
export type Rgb = readonly [red: number, green: number, blue: number];
export type Lab = readonly [lightness: number, a: number, b: number];

const linear = (byte: number): number => {
  const v = byte / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
};
const gamma = (v: number): number =>
  Math.round(255 * Math.min(1, Math.max(0, v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)));

export const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
export function contrast(a: Rgb, b: Rgb): number {
  const x = luminance(a);
  const y = luminance(b);
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

export function toLab(colour: Rgb): Lab {
  const r = linear(colour[0]);
  const g = linear(colour[1]);
  const b = linear(colour[2]);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
export function fromLab([L, a, b]: Lab): Rgb {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
/** Hue angle in degrees, 0 … 360. */
export function hue(colour: Rgb): number {
  const [, a, b] = toLab(colour);
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

export const hex = (colour: Rgb): string => '#' + colour.map((v) => v.toString(16).padStart(2, '0')).join('');
export const rgba = (colour: Rgb, alpha: number): string => `rgba(${colour[0]}, ${colour[1]}, ${colour[2]}, ${alpha})`;
export const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  Math.round(a[0] * share + b[0] * (1 - share)),
  Math.round(a[1] * share + b[1] * (1 - share)),
  Math.round(a[2] * share + b[2] * (1 - share)),
];

/** Moves the lightness away from the paper, keeping the hue, until the contrast is at least `least`. */
export function readable(colour: Rgb, paper: Rgb, least: number): Rgb {
  const step = luminance(paper) < 0.18 ? 0.01 : -0.01;
  let [L] = toLab(colour);
  const [, a, b] = toLab(colour);
  let result = colour;
  for (let i = 0; i < 100 && contrast(result, paper) < least; i++) {
    L += step;
    result = fromLab([L, a, b]);
  }
  return result;
}

/** `#rgb`, `#rrggbb(aa)`, `rgb(…)`, `rgba(…)` laid on `paper`; null when it is none of these. */
export function parseColour(text: string, paper: Rgb = [0, 0, 0]): Rgb | null {
  const hexDigits = /^#([0-9a-f]{3,8})$/i.exec(text.trim())?.[1];
  if (hexDigits) {
    const wide = hexDigits.length <= 4 ? [...hexDigits].map((c) => c + c).join('') : hexDigits;
    const byte = (i: number): number => parseInt(wide.slice(2 * i, 2 * i + 2), 16);
    return mix([byte(0), byte(1), byte(2)], paper, wide.length === 8 ? byte(3) / 255 : 1);
  }
  const inner = /^rgba?\(([^)]+)\)$/i.exec(text.trim())?.[1];
  const numbers = inner?.split(/[\s,/]+/).map(Number);
  if (!numbers || numbers.length < 3 || numbers.some(Number.isNaN)) return null;
  const [r = 0, g = 0, b = 0, alpha = 1] = numbers;
  return mix([r, g, b], paper, alpha);
}
