import { add, divide, temperature as T, zero, type Expression } from '../../expression/expression.js';
import { kineticConductivity } from '../kinetic/index.js';
import { isWord } from '../properties.js';
import type { Reading } from '../reading.js';
import { square } from '../symbolic.js';
import type { Statements } from './statements.js';

/** λ₀ of a mixture: stated; L_qq/T²; or kinetic theory's λ_∞ plus `excess` = λ₀ − λ_∞ = ρ T D′ᵀ G S′, which thermal diffusion adds. */
export function conductivityOf(statements: Statements, reading: Reading, excess: () => Expression | undefined): Expression | undefined {
  if (isWord(statements.stated('conductivity'), 'kinetic')) {
    const names = statements.medium.components;
    const x = names.map((name) => statements.need(reading.composition('x', name), 'for `conductivity = kinetic`'));
    return add(kineticConductivity(statements, names, x), excess() ?? zero);
  }
  const Lqq = statements.expression('onsager', 'heat', 'heat');
  return statements.expression('conductivity') ?? (Lqq && divide(Lqq, square(T)));
}
