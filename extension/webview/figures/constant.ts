/** The value of a formula that depends on parameters only, such as the time of a profile. */
import type { Formula } from '../../../solver/formula.js';

/** NaN when the formula is not constant. */
export function constantValue(formula: Formula, parameters: Readonly<Record<string, number>>): number {
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'parameter':
      return parameters[formula.name] ?? NaN;
    case 'operator': {
      const [a = NaN, b = NaN] = formula.operands.map((operand) => constantValue(operand, parameters));
      switch (formula.operator) {
        case 'add':
          return a + b;
        case 'subtract':
          return a - b;
        case 'multiply':
          return a * b;
        case 'divide':
          return a / b;
        case 'power':
          return a ** b;
        case 'negate':
          return -a;
        default:
          return NaN;
      }
    }
    default:
      return NaN;
  }
}
