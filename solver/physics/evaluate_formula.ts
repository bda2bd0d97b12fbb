/** Plain evaluation of a formula at one state, for checks and hovers. */
import { constant, symbol, type Expression } from '../expression/expression.js';
import type { CompositionMeasure, Formula } from '../formula.js';
import { Findings } from './findings.js';
import { wanting } from './reading.js';
import { evaluate } from './symbolic.js';
import { translate } from './translate.js';

/** What the formula may refer to, SI. What is left out makes the result NaN. */
export interface FormulaState {
  readonly T?: number;
  readonly rho?: number;
  readonly t?: number;
  /** The first coordinate [m]. */
  readonly x?: number;
  readonly composition?: Readonly<Partial<Record<CompositionMeasure, Readonly<Record<string, number>>>>>;
  readonly parameters?: Readonly<Record<string, number>>;
}

export function evaluateFormula(formula: Formula, state: FormulaState): number {
  const field = (value: number | undefined, what: string): Expression | ReturnType<typeof wanting> =>
    value === undefined ? wanting(what) : constant(value);
  const reading = {
    temperature: symbol('T'),
    density: () => field(state.rho, 'rho'),
    composition: (measure: CompositionMeasure, species: string) => field(state.composition?.[measure]?.[species], species),
  };
  const e = translate(formula, { reading, unknowns: [], findings: new Findings(), place: '' });
  const values: Readonly<Record<string, number | undefined>> = { T: state.T, t: state.t, x: state.x };
  return evaluate(e, (name) => (name.startsWith('param ') ? state.parameters?.[name.slice(6)] : values[name]) ?? Number.NaN);
}
