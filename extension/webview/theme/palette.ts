/** The colours of the plots, read from the editor's theme and then made safe by contrast, so that themes nobody has seen work too. */
import { contrast, fromLab, hue, luminance, mix, parseColour, readable, toLab, type Rgb } from './colour.js';

export interface Palette {
  readonly dark: boolean;
  readonly highContrast: boolean;
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly muted: Rgb;
  readonly font: string;
  /** Unordered curves, in order of use; at least 3 : 1 on the paper (4.5 : 1 in high contrast). */
  readonly categories: readonly Rgb[];
  /** Ordered curves, 0 (first) … 1 (last): later is further from the paper, so that order survives grey printing. */
  time(share: number): Rgb;
  /** −1 … 1: blue, paper, orange. */
  signed(share: number): Rgb;
  /** The colour as text. */
  asText(colour: Rgb): Rgb;
  /** The colour of a curve that is out of date. */
  asStale(colour: Rgb): Rgb;
}

export type ThemeReader = (variable: string) => string;

/** `kind` as the body's class says it; `read` gives the value of a `--vscode-…` variable. */
export function paletteOf(read: ThemeReader, highContrast: boolean): Palette {
  const colour = (name: string, fallback: Rgb, paper?: Rgb): Rgb => parseColour(read(name), paper) ?? fallback;
  const paper = colour('editor-background', [31, 31, 31]);
  const dark = luminance(paper) < 0.18;
  const ink = colour('foreground', dark ? [204, 204, 204] : [59, 59, 59], paper);
  const lineContrast = highContrast ? 4.5 : 3;
  const textContrast = highContrast ? 7 : 4.5;
  const muted = readable(colour('descriptionForeground', ink, paper), paper, 4.5);
  const chart = (name: string): Rgb => colour(`charts-${name}`, ink, paper);
  const ramp = timeRamp(
    ['purple', 'blue', 'green', 'yellow'].map((name) => hue(chart(name))),
    paper,
    dark,
    lineContrast + 0.3,
  );
  const [blue, orange] = dark
    ? ([
        [0.66, -0.05, -0.15],
        [0.72, 0.07, 0.12],
      ] as const)
    : ([
        [0.5, -0.03, -0.15],
        [0.6, 0.09, 0.115],
      ] as const);
  return {
    dark,
    highContrast,
    paper,
    ink,
    muted,
    font: read('font-family') || 'sans-serif',
    categories: ['blue', 'orange', 'green', 'purple', 'red', 'yellow'].map((name) => readable(chart(name), paper, lineContrast)),
    time: ramp,
    signed(share) {
      const middle = toLab(paper);
      const end = share < 0 ? blue : orange;
      const k = Math.min(1, Math.abs(share)) ** 0.75;
      return fromLab([middle[0] + (end[0] - middle[0]) * k, middle[1] + (end[1] - middle[1]) * k, middle[2] + (end[2] - middle[2]) * k]);
    },
    asText: (c) => readable(c, paper, textContrast),
    asStale: (c) => mix(c, paper, highContrast ? 0.66 : 0.52),
  };
}

/** Hues of the theme, lightness evenly spaced from the contrast floor to far from the paper. */
function timeRamp(themeHues: readonly number[], paper: Rgb, dark: boolean, floor: number): (share: number) => Rgb {
  const ordered = themeHues.every((value, i) => i === 0 || value < (themeHues[i - 1] ?? 0) - 15);
  const along = ordered ? [...themeHues] : [305, 255, 155, 95];
  const hues = dark ? along : along.reverse();
  const hueAt = (share: number): number => {
    const p = Math.min(2.9999, Math.max(0, share) * 3);
    const i = Math.floor(p);
    return (hues[i] ?? 0) + ((hues[i + 1] ?? 0) - (hues[i] ?? 0)) * (p - i);
  };
  let start = dark ? 0.5 : 0.75;
  while (start > 0.1 && start < 0.92 && contrast(mostChromatic(start, hueAt(0)), paper) < floor) start += dark ? 0.005 : -0.005;
  const end = dark ? 0.93 : 0.27;
  return (share) => mostChromatic(start + (end - start) * share, hueAt(share));
}

/** The most colourful displayable colour of this lightness and hue, up to a chroma that still looks calm. */
function mostChromatic(lightness: number, angle: number): Rgb {
  const radians = (angle * Math.PI) / 180;
  for (let chroma = 0.145; ; chroma -= 0.004) {
    const wanted = [lightness, chroma * Math.cos(radians), chroma * Math.sin(radians)] as const;
    const shown = fromLab(wanted);
    const got = toLab(shown);
    const off = Math.abs(got[0] - wanted[0]) + Math.abs(got[1] - wanted[1]) + Math.abs(got[2] - wanted[2]);
    if (chroma < 0.02 || off < 0.012) return shown;
  }
}
