/** What occurs anywhere in a formula. */
import type { Formula, Functional } from '../formula.js';

/** Every node, the insides of functionals included. */
function* nodes(formula: Formula): Generator<Formula> {
  yield formula;
  for (const part of partsOf(formula)) yield* nodes(part);
}

function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'gradient':
      return [formula.of];
    case 'operator':
      return formula.operands;
    case 'call':
      return formula.arguments;
    case 'table':
      return [formula.argument];
    case 'functional':
      return 'of' in formula.functional ? [formula.functional.of] : [];
    default:
      return [];
  }
}

/** Compositions and densities. */
export const fieldsIn = (formula: Formula): Formula[] =>
  [...nodes(formula)].filter(({ kind }) => kind === 'density' || kind === 'composition');

export const hasFunctional = (formula: Formula, test: (functional: Functional) => boolean): boolean =>
  [...nodes(formula)].some((node) => node.kind === 'functional' && test(node.functional));
