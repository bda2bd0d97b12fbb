import { divide, multiply, one, type Expression } from '../../expression/expression.js';
import type { LocalState, Relation } from './relation.js';
import { binaryMeanMass, R } from './thermodynamics.js';

/** Q-star/S_T [J·K/mol]: R T² Γ when dilute, R T² M̄ Γ/M_B per mole of A in a binary mixture (plain R T² would be wrong by 7.4 for N2 in H2). */
function scale({ kind, temperature: T, thermodynamicFactor, massFraction, molarMass, otherMolarMass }: LocalState): Expression {
  const dilute = multiply(R, T, T, thermodynamicFactor ?? one);
  if (kind === 'dilute') return dilute;
  return divide(multiply(dilute, binaryMeanMass(massFraction!, molarMass!, otherMolarMass!)), otherMolarMass!);
}

export const heatOfTransport: Relation = {
  property: 'heat_of_transport',
  equation: 'S_T = Q*/(R T² Γ) dilute; S_T = Q*_A M_B/(R T² M̄ Γ) binary',
  needs: (kind) => (kind === 'dilute' ? [] : ['massFraction', 'molarMass', 'otherMolarMass']),
  toSoret: (value, state) => divide(value, scale(state)),
  fromSoret: (value, state) => multiply(value, scale(state)),
};
