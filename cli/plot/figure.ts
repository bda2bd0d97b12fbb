/** The forms in which charts become files. */
import type { Chart } from './curves.js';
import { pngDrawer } from './png.js';
import { svgPlot } from './svg.js';

export const figureForms = ['svg', 'png'] as const;
export type FigureForm = (typeof figureForms)[number];

export interface Figures {
  readonly extension: FigureForm;
  draw(chart: Chart): string | Uint8Array;
}

/** Throws `ObstacleError` when this machine cannot draw that form. */
export async function figures(form: FigureForm): Promise<Figures> {
  if (form === 'svg') return { extension: form, draw: svgPlot };
  const draw = await pngDrawer();
  return { extension: form, draw: (chart) => draw(svgPlot(chart)) };
}
