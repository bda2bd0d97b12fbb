/** A stand-alone Python script that holds the curves and redraws the figures with Matplotlib. */
import { version } from '../../package.json';
import { charts, type Chart } from '../plot/curves.js';
import type { Artefact } from './artefact.js';

const text = (value: string): string => JSON.stringify(value);
const numbers = (values: ArrayLike<number>): string =>
  `[${Array.from(values, (v) => (Number.isFinite(v) ? String(v) : 'float("nan")')).join(', ')}]`;
const axis = ({ label, unit }: Chart['horizontal']): string => text(unit === '1' ? label : `${label} [${unit}]`);

const chartCode = (chart: Chart): string[] => [
  '    {',
  `        "title": ${text(chart.title)},`,
  `        "xlabel": ${axis(chart.horizontal)},`,
  `        "ylabel": ${axis(chart.vertical)},`,
  '        "curves": [',
  ...chart.curves.map(
    (c) =>
      `            (${text(c.label)}, ${numbers(c.x)}, ${numbers(c.y)}, ${c.marks ? '"o"' : '"-"'}, ${c.deviation ? numbers(c.deviation) : 'None'}),`,
  ),
  '        ],',
  '    },',
];

export const python: Artefact = {
  doc: 'python: a script that redraws the figures',
  files({ problem, result }, stem) {
    const lines = [
      '#!/usr/bin/env python3',
      `"""Figures of: ${problem.title.replace(/["\\]/g, ' ')}`,
      '',
      `Written by soret ${version} from model ${problem.hash}. Needs Matplotlib.`,
      '"""',
      'import matplotlib.pyplot as plt',
      '',
      'CHARTS = [',
      ...charts(problem, result).flatMap(chartCode),
      ']',
      '',
      'for number, chart in enumerate(CHARTS, start=1):',
      '    figure, axes = plt.subplots(figsize=(6.4, 4.0), layout="constrained")',
      '    for label, x, y, style, deviation in chart["curves"]:',
      '        axes.errorbar(x, y, yerr=deviation, fmt=style, markersize=4, label=label)',
      '    axes.set(title=chart["title"], xlabel=chart["xlabel"], ylabel=chart["ylabel"])',
      '    if len(chart["curves"]) > 1:',
      '        axes.legend()',
      `    figure.savefig(f"${stem}-{number}.pdf")`,
      'plt.show()',
      '',
    ];
    return [{ name: `${stem}.py`, text: lines.join('\n') }];
  },
};
