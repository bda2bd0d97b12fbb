/** The plot table: a new kind of plot is one file and one line here; menu, drawing, exports and tests follow. */
import type { Figure } from '../figures/figure.js';
import { confidence } from './confidence.js';
import { entropy } from './entropy.js';
import { fields } from './fields.js';
import { fit } from './fit.js';
import { onsager } from './onsager.js';
import type { PlotContext, PlotKind } from './plot.js';
import { profile } from './profile.js';
import { spaceTime } from './spaceTime.js';
import { sweepCurve } from './sweepCurve.js';
import { timeSeries } from './timeSeries.js';

export const plotKinds: readonly PlotKind[] = [profile, timeSeries, sweepCurve, fit, confidence, fields, spaceTime, onsager, entropy];

/** The figures of the chosen study; plot statements keep the order of the source. */
export function figuresOf(context: PlotContext): readonly Figure[] {
  const all = plotKinds.flatMap((kind) => kind.figures(context));
  const place = (figure: Figure): number => (/^plot\d+$/.test(figure.id) ? Number(figure.id.slice(4)) : Number.MAX_SAFE_INTEGER);
  return all
    .map((figure, i) => ({ figure, i }))
    .sort((a, b) => place(a.figure) - place(b.figure) || a.i - b.i)
    .map(({ figure }) => figure);
}
