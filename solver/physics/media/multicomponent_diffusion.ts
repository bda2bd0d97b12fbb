/** The Fick matrix of three or more components from whatever states it. */
import { divide, multiply, one, temperature as T, type Expression } from '../../expression/expression.js';
import { kineticDiffusion } from '../kinetic/index.js';
import { diagonal, product, scaled } from '../matrix.js';
import { findPair, isWord, spelled } from '../properties.js';
import { fickFromMaxwellStefan } from './maxwell_stefan.js';
import type { Statements } from './statements.js';

export interface MulticomponentState {
  readonly names: readonly string[];
  /** Mass fractions and molar masses of all components; masses absent when not all are stated. */
  readonly w: readonly Expression[];
  readonly M?: readonly Expression[];
  readonly density: Expression;
  readonly slope?: readonly (readonly Expression[])[];
}

export function multicomponentDiffusion(statements: Statements, at: MulticomponentState): Expression[][] {
  const { medium } = statements;
  const independent = at.names.slice(0, -1);
  const stated = (name: 'diffusion' | 'maxwell_stefan' | 'onsager') =>
    medium.properties.some((property) => property.name === name && property.of.length === 2);
  const alone = statements.stated('diffusion');
  const kinetic = isWord(alone, 'kinetic');
  if (alone && !kinetic) return diagonal(independent.map(() => statements.required('for the fluxes', 'diffusion')));
  if (stated('diffusion'))
    return independent.map((a) =>
      independent.map((b) => statements.required('(0 m^2/s when the cross effect is negligible)', 'diffusion', a, b)),
    );
  if (stated('maxwell_stefan') || kinetic) return stefanMatrix(statements, at, kinetic);
  if (stated('onsager')) {
    // D = L G/(ρ T)
    if (!at.slope) return nothing(statements, at, 'the molar masses of all components to make a diffusion matrix of `onsager`');
    const L = independent.map((a) =>
      independent.map((b) => {
        const pair = findPair(medium.properties, 'onsager', a, b);
        return (pair && statements.translate(pair)) ?? statements.missing(spelled('onsager', a, b));
      }),
    );
    return scaled(product(L, at.slope), divide(one, multiply(at.density, T)));
  }
  return nothing(statements, at, `${spelled('diffusion', independent[0]!, independent[0]!)} and the rest of the matrix`);
}

const nothing = (statements: Statements, at: MulticomponentState, what: string): Expression[][] => {
  const missing = statements.missing(what);
  return diagonal(at.names.slice(0, -1).map(() => missing));
};

function stefanMatrix(statements: Statements, at: MulticomponentState, allKinetic: boolean): Expression[][] {
  if (!at.M) return nothing(statements, at, 'the molar masses of all components for `maxwell_stefan`');
  const known = new Map<string, Expression>();
  const stefan = (i: number, j: number): Expression => {
    const [a, b] = [at.names[Math.min(i, j)]!, at.names[Math.max(i, j)]!];
    const key = `${a},${b}`;
    const pair = findPair(statements.medium.properties, 'maxwell_stefan', a, b);
    const value =
      known.get(key) ??
      (allKinetic || isWord(pair, 'kinetic') ? kineticDiffusion(statements, a, b) : pair && statements.translate(pair)) ??
      statements.missing(spelled('maxwell_stefan', a, b));
    known.set(key, value);
    return value;
  };
  return fickFromMaxwellStefan(stefan, at.w, at.M);
}
