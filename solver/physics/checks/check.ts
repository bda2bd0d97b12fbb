/** A condition judged on the solution: where `violation` is positive the model is used beyond its validity. */
import type { Expression } from '../../expression/expression.js';
import type { Warning } from '../../outcome.js';
import type { Problem, SourceRange } from '../../problem.js';
import type { ResolvedMedium } from '../media/resolved.js';
import type { Substances } from '../substances.js';

export interface CheckedLayer {
  readonly medium: ResolvedMedium;
  /** Initial value of every unknown by id. */
  readonly initial: ReadonlyMap<string, Expression>;
}
export interface CheckContext {
  readonly problem: Problem;
  readonly substances: Substances;
  readonly layers: readonly CheckedLayer[];
}
export interface RunCheck {
  readonly warning: Warning;
  readonly violation: readonly (Expression | undefined)[];
}
export type Check = (context: CheckContext) => readonly RunCheck[];

export const warning = (code: WarningCode, message: string, suggestion: string, range?: SourceRange): Warning => ({
  severity: 'warning',
  code,
  message,
  suggestion,
  range,
});

/** Codes of the warnings of a run, with what each means. */
export const warningCodes = {
  'physics/absolute-zero': 'A temperature falls below absolute zero.',
  'physics/dilute-limit': 'A dissolved component is no longer dilute.',
  'physics/solubility': 'A concentration exceeds its solubility.',
  'physics/density-varies': 'The density varies more than a flux without net motion allows.',
  'physics/composition-range': 'A composition leaves the range that has a meaning.',
  'physics/unknown-heat-flux': 'The heat that flows is asked for and not known.',
  'physics/convection': 'Gravity would make the fluid move.',
} as const;
export type WarningCode = keyof typeof warningCodes;
