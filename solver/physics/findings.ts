/** Reasons found while a model is formulated. The formulation goes on after one, so that a user reads all of them at once. */
import type { Reason } from '../outcome.js';
import { constant, type Expression } from '../expression/expression.js';
import type { SourceRange } from '../problem.js';

/** Codes of the reasons for which a model cannot be formulated, with what each means. */
export const reasonCodes = {
  'missing/property': 'A property that the studies need is not stated.',
  'name/unknown': 'A name does not belong to a declared component or medium here.',
  'physics/unsupported': 'A combination of statements that the equations do not cover.',
  'physics/boundary': 'Conditions of a wall or an interface that contradict each other.',
  'physics/electroneutrality': 'Charges that do not balance.',
  'physics/reaction': 'A reaction that does not balance or takes place nowhere.',
} as const;
export type ReasonCode = keyof typeof reasonCodes;

export class Findings {
  readonly reasons: Reason[] = [];

  report(code: ReasonCode, message: string, range?: SourceRange, suggestion?: string): void {
    if (!this.reasons.some((reason) => reason.message === message)) this.reasons.push({ code, message, range, suggestion });
  }
  /** Reports and stands in for the value that could not be found. */
  missing(message: string, range?: SourceRange, suggestion?: string): Expression {
    this.report('missing/property', message, range, suggestion);
    return constant(Number.NaN);
  }
}
