import { multiply } from '../../expression/expression.js';
import { relatedProperties } from '../relations/index.js';
import type { Term } from './term.js';

/** J_i = −s D′_i ∇T with D′ = D_T w(1−w), D_T c or D′_T,i */
export const soret: Term = {
  title: 'thermodiffusion (Soret effect)',
  equation: 'J_i = −s D′_i ∇T',
  coefficients: [...relatedProperties.filter((name) => name !== 'dufour'), 'soret_prime', 'thermodiffusion_prime', 'thermophoresis'],
  entropy: 'dissipates',
  example: 'solution s of A in W { soret(A) = 5e-3 1/K }',
  contribute: ({ weight, thermodiffusion }, to) =>
    thermodiffusion?.forEach((coefficient, i) => to.drive(i, 'heat', multiply(weight, coefficient))),
};
