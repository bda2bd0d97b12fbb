import { multiply } from '../../expression/expression.js';
import type { Term } from './term.js';

/** J_i = −s D′_i ∇T with D′ = D_T w(1−w), D_T c or D′_T,i */
export const soret: Term = {
  title: 'thermodiffusion (Soret effect)',
  equation: 'J_i = −s D′_i ∇T',
  contribute: ({ weight, thermodiffusion }, to) =>
    thermodiffusion?.forEach((coefficient, i) => to.drive(i, 'heat', multiply(weight, coefficient))),
};
