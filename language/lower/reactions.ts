/** Reactions of a source. */
import type { Reaction } from '../../solver/problem.js';
import type * as ast from '../generated/ast.js';
import { lowerFormula } from './formula.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';

export function lowerReaction(reaction: ast.Reaction, lowering: Lowering): Reaction[] {
  const [equation] = reaction.equations;
  const rate = reaction.properties.find((p) => p.key === 'rate')?.value;
  const origin = originOf(reaction);
  if (!equation || !rate) {
    lowering.problem(
      'missing/property',
      `The reaction ${reaction.name} needs ${equation ? 'its rate' : 'an equation such as A -> B'}.`,
      origin,
    );
    return [];
  }
  return [
    {
      name: reaction.name,
      reactants: equation.reactants.map(term),
      products: equation.products.map(term),
      rate: lowerFormula(rate, lowering),
      origin,
    },
  ];
}
const term = ({ species, coefficient }: ast.Term) => ({ species: species.$refText, coefficient: coefficient ?? 1 });
