/** Measured rows of the model's data sets that belong on the axes of a plot. */
import type { PlotSeries, Problem } from '../../../solver/problem.js';
import type { Points } from '../figures/figure.js';
import { say } from '../words/say.js';

/** A data set is laid over a plot when it has a column for the abscissa and one named like the series. */
export function dataPoints(problem: Problem, abscissa: string, series: PlotSeries): readonly Points[] {
  return problem.data.flatMap((set) => {
    const x = set.columns.find((column) => column.name === abscissa);
    const y = set.columns.find((column) => column.name === (series.measure ?? series.label));
    if (!x || !y) return [];
    const order = x.values.map((_, i) => i).sort((a, b) => (x.values[a] ?? 0) - (x.values[b] ?? 0));
    const pick = (values: readonly number[]): number[] => order.map((i) => values[i] ?? NaN);
    return [
      {
        id: `data:${set.name}`,
        name: (y.uncertainty ? say.setMeasuredSigma : say.setMeasured)(set.name),
        x: pick(x.values),
        y: pick(y.values),
        ...(y.uncertainty ? { sigma: pick(y.uncertainty) } : {}),
        ink: { kind: 'category' as const, index: 1 },
      },
    ];
  });
}
