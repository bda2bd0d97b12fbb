/**
 * The physics, as the rest of the program sees it: equations by `formulate`, or by `equationsOf` where only the reasons count; relations between coefficients and laws in numbers for checks,
 * hovers and conversions (see the tables in `relations/` and `laws/`); codes of reasons and warnings.
 */
export { warningCodes, type WarningCode } from './checks/index.js';
export { convertCoefficient, type NumericState } from './convert.js';
export { evaluateFormula, type FormulaState } from './evaluate_formula.js';
export { equationsOf } from './equations.js';
export { reasonCodes, type ReasonCode } from './findings.js';
export { formulate } from './formulate.js';
export * from './laws/index.js';
export { relations, relatedProperties, type RelatedProperty } from './relations/index.js';
