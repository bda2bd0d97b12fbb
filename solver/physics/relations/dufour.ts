import { divide, multiply } from '../../expression/expression.js';
import type { Relation } from './relation.js';

/** Onsager's reciprocity makes the Dufour coefficient equal to D_T, so a measured one predicts the Soret coefficient. */
export const dufour: Relation = {
  property: 'dufour',
  equation: 'D″ = D_T',
  needs: () => ['diffusion'],
  toSoret: (value, { diffusion }) => divide(value, diffusion!),
  fromSoret: (value, { diffusion }) => multiply(value, diffusion!),
};
