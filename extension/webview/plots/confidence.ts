/** Joint confidence region of two fitted parameters (68 % and 95 %). */
import type { FitStudy } from '../../../solver/problem.js';
import type { AxisDescription, EllipseFigure } from '../figures/figure.js';
import { textOf } from '../figures/statement.js';
import { fixed } from '../format/number.js';
import { fitOutcome, type PlotKind } from './plot.js';
import { parameterAxis } from './sweepCurve.js';
import { say } from '../words/say.js';

/** One ellipse for each neighbouring pair: two parameters make one, three make two. */
export const confidence: PlotKind = {
  name: 'joint-confidence',
  figures({ run, study, source }) {
    const outcome = fitOutcome(run, study);
    const statement = run.problem.studies.find((s): s is FitStudy => s.name === study && s.kind === 'fit');
    if (!outcome || !statement) return [];
    const names = Object.keys(outcome.parameters);
    const axis = (name: string): AxisDescription => parameterAxis(run.problem, name, outcome.parameters[name]?.unit ?? '1');
    return names.slice(1).flatMap((second, i): EllipseFigure[] => {
      const first = names[i];
      const a = first === undefined ? undefined : outcome.parameters[first];
      const b = outcome.parameters[second];
      const correlation = outcome.correlation[i]?.[i + 1];
      if (first === undefined || !a || !b || correlation === undefined || !(a.standardError > 0) || !(b.standardError > 0)) return [];
      const varied = statement.vary.filter((v) => v.parameter === first || v.parameter === second);
      return [
        {
          kind: 'ellipse',
          id: `confidence:${study}:${first}:${second}`,
          title: names.length > 2 ? [say.jointConfidenceOf(first, second)] : [say.jointConfidence],
          statement: varied.map((v) => textOf(v.origin, source) ?? `vary(${v.parameter})`).join('; '),
          origin: varied[0]?.origin,
          x: axis(first),
          y: axis(second),
          centre: [a.value, b.value],
          standardErrors: [a.standardError, b.standardError],
          correlation,
          summary: say.confidenceSummary(first, second, fixed(correlation, 2)),
          note: say.confidenceNote,
        },
      ];
    });
  },
};
