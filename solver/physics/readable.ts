/** What plots, measures and expectations read must be readable in some layer: `x(A)` needs molar masses. */
import type { Formula } from '../formula.js';
import type { Problem, SourceRange } from '../problem.js';
import { Findings } from './findings.js';
import type { ResolvedMedium } from './media/resolved.js';
import { fieldsIn } from './formula_parts.js';
import { translate } from './translate.js';

export function readReasons(problem: Problem, layers: readonly ResolvedMedium[], findings: Findings): void {
  const read = [
    ...problem.measures.map(({ formula, origin }) => ({ formula, origin })),
    ...problem.plots.flatMap(({ series }) => series.map(({ formula, origin }) => ({ formula, origin }))),
    ...problem.expectations.map(({ formula, origin }) => ({ formula, origin })),
  ];
  for (const { formula, origin } of read) for (const field of fieldsIn(formula)) mustBeReadable(field, origin, layers, findings);
}

function mustBeReadable(formula: Formula, origin: SourceRange, layers: readonly ResolvedMedium[], findings: Findings): void {
  const tries = layers.map(({ reading, medium, unknowns }) => {
    const own = new Findings();
    translate(formula, { reading, unknowns: ['T', ...unknowns.map(({ id }) => id)], findings: own, place: medium.name }, origin);
    return own.reasons;
  });
  const best = tries.reduce((a, b) => (b.length < a.length ? b : a));
  for (const reason of best) findings.report(reason.code as 'missing/property', reason.message, reason.range, reason.suggestion);
}
