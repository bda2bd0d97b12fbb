/** Statements of a problem that ask for the heat that flows through a wall. */
import type { Formula } from '../formula.js';
import type { Problem, SourceRange } from '../problem.js';
import { hasFunctional } from './formula_parts.js';

export interface AskedHeat {
  /** Of the measure, or as the series or the expectation is written. */
  readonly name: string;
  readonly origin: SourceRange;
}

/** Each measure, expectation and series that reads `heat_flux`; a measure that is drawn or expected counts once. */
export function askedHeat({ measures, expectations, plots }: Problem): readonly AskedHeat[] {
  const asking = measures.filter(({ formula }) => asks(formula));
  const isMeasure = (name: string | undefined): boolean => asking.some((measure) => measure.name === name);
  return [
    ...asking,
    ...expectations.filter(({ name, formula }) => !isMeasure(name) && asks(formula)),
    ...plots.flatMap(({ series }) =>
      series
        .filter(({ measure, formula }) => !isMeasure(measure) && asks(formula))
        .map(({ label, origin }): AskedHeat => ({ name: label, origin })),
    ),
  ];
}

const asks = (formula: Formula): boolean => hasFunctional(formula, ({ kind }) => kind === 'heat_flux');
