/** Curves with more points than a screen can show: the worker keeps them and sends what the window needs. */
import type { Curve, LineFigure } from '../figures/figure.js';
import type { Window } from '../running/decimate.js';
import type { CardServices } from './card.js';

/** From here on a curve is thinned; below, the canvas is fast enough. */
const long = 20_000;

interface Kept {
  readonly curve: Curve;
  asked: string;
  window: Window | null;
}

export class LongCurves {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly figure: string,
    private readonly services: Pick<CardServices, 'keep' | 'drop' | 'window'>,
    private readonly arrived: () => void,
  ) {}

  /** The figure with long curves thinned to the window; a curve whose points are still on their way is empty. */
  replace(figure: LineFigure, zoom: readonly [number, number] | undefined, width: number): LineFigure {
    if (!figure.curves.some((curve) => curve.x.length > long)) return figure;
    const curves = figure.curves.map((curve) => (curve.x.length > long ? this.thin(curve, zoom, width) : curve));
    return { ...figure, curves };
  }

  private thin(curve: Curve, zoom: readonly [number, number] | undefined, width: number): Curve {
    const key = `${this.figure}:${curve.id}`;
    let kept = this.kept.get(key);
    if (!kept || kept.curve.y !== curve.y || kept.curve.x !== curve.x) {
      kept = { curve, asked: '', window: kept?.window ?? null };
      this.kept.set(key, kept);
      this.services.keep(
        key,
        Float64Array.from(curve.x),
        Float64Array.from(curve.y, (v) => v ?? NaN),
      );
    }
    const [from, to] = zoom ?? [-Infinity, Infinity];
    const wanted = `${from}/${to}/${width}`;
    if (wanted !== kept.asked) {
      kept.asked = wanted;
      const current = kept;
      void this.services.window(key, from, to, width).then((window) => {
        if (current.asked !== wanted) return;
        current.window = window;
        this.arrived();
      });
    }
    const { window } = kept;
    return { ...curve, x: window?.x ?? new Float64Array(0), y: window?.y ?? new Float64Array(0) };
  }

  destroy(): void {
    for (const key of this.kept.keys()) this.services.drop(key);
    this.kept.clear();
  }
}
