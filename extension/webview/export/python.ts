/** A script that redraws a figure with nothing but matplotlib: numbers, colours, labels inside. */
import { inkColour, pinnedDash, widthOf } from '../chart/ink.js';
import { chartModel, type ChartModel } from '../chart/model.js';
import type { LineFigure } from '../figures/figure.js';
import { plain, type Text } from '../format/text.js';
import type { FinishedRun, PlotOptions } from '../state/state.js';
import { hex } from '../theme/colour.js';
import { provenance } from './csv.js';
import { paperPalette } from './paper.js';

/** A Python string literal; JSON's escapes are a subset of Python's. */
const quoted = (text: string): string => JSON.stringify(text);
const list = (values: ArrayLike<number | null>): string =>
  `[${Array.from({ length: values.length }, (_, i) => pythonNumber(values[i] ?? null)).join(', ')}]`;
const pythonNumber = (v: number | null): string =>
  v === null || Number.isNaN(v) ? 'nan' : Number.isFinite(v) ? String(v) : v > 0 ? 'inf' : '-inf';
/** Words outside, quantities in mathtext. */
const math = (text: Text): string =>
  text
    .map((part) =>
      typeof part === 'string'
        ? part.replaceAll('$', '\\$')
        : 'quantity' in part
          ? `$${part.quantity}$`
          : `$_{\\mathrm{${part.sub.replace(/[^\p{L}\p{N}]/gu, '\\,')}}}$`,
    )
    .join('');

export function python(run: FinishedRun, study: string, figure: LineFigure, options: PlotOptions, celsius: boolean): string {
  const model = chartModel(figure, options, paperPalette, false, celsius);
  const lines = [
    '#!/usr/bin/env python3',
    ...provenance(run, study).map((line) => `# ${line}`),
    `# ${figure.statement.replace(/\s+/g, ' ')}`,
    'from math import inf, nan',
    '',
    'import matplotlib.pyplot as plt',
    '',
    'figure, axes = plt.subplots(figsize=(5.2, 3.6), layout="constrained")',
    ...curves(model),
    ...points(model),
    ...guides(model),
    `axes.set_xlabel(${quoted(`${math(figure.x.title)} (${model.x.unit.text})`)})`,
    `axes.set_ylabel(${quoted(`${math(figure.y.title)} (${model.y.unit.text})`)})`,
    `axes.set_title(${quoted(plain(figure.title))}, fontsize="medium", loc="left")`,
    `axes.set_xlim(${model.rangeX.join(', ')})`,
    `axes.set_ylim(${model.rangeY.join(', ')})`,
    ...(model.x.log ? ['axes.set_xscale("log")'] : []),
    ...(model.y.log ? ['axes.set_yscale("log")'] : []),
    'axes.spines[["top", "right"]].set_visible(False)',
    'if axes.get_legend_handles_labels()[0]:',
    '    axes.legend(frameon=False, fontsize="small")',
    `figure.savefig(${quoted('figure.pdf')})`,
    'plt.show()',
  ];
  return lines.join('\n') + '\n';
}

function curves(model: ChartModel): readonly string[] {
  return model.curves
    .filter((curve) => !curve.hidden)
    .flatMap((curve) => {
      const colour = hex(inkColour(curve.ink, paperPalette));
      const style = curve.role === 'pinned' ? `, linestyle=(0, (${pinnedDash.join(', ')}))` : '';
      const line = `axes.plot(x, y, color="${colour}", linewidth=${widthOf(curve, false)}${style}, label=${quoted(curve.name)})`;
      const band = curve.band
        ? [
            `band = ${list(curve.band)}`,
            `axes.fill_between(x, [a - b for a, b in zip(y, band)], [a + b for a, b in zip(y, band)], color="${colour}", alpha=0.28, linewidth=0)`,
          ]
        : [];
      return [`x = ${list(curve.x)}`, `y = ${list(curve.y)}`, ...band, line];
    });
}
function points(model: ChartModel): readonly string[] {
  return model.points
    .filter((p) => !p.hidden)
    .map((p) => {
      const colour = hex(inkColour(p.ink, paperPalette));
      const error = p.sigma ? `, yerr=${list(p.sigma)}, capsize=2` : '';
      return `axes.errorbar(${list(p.x)}, ${list(p.y)}${error}, fmt="o", markersize=4, markerfacecolor="white", color="${colour}", linewidth=1, label=${quoted(p.name)})`;
    });
}
function guides(model: ChartModel): readonly string[] {
  return model.guides
    .filter((g) => g.text !== '')
    .map(
      (g) =>
        `axes.${g.axis === 'x' ? 'axvline' : 'axhline'}(${g.value}, color="0.4", linewidth=1, linestyle="${g.solid ? '-' : ':'}", label=${quoted(g.text)})`,
    );
}
