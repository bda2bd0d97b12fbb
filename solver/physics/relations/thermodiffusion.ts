import { divide, multiply } from '../../expression/expression.js';
import type { Relation } from './relation.js';

export const thermodiffusion: Relation = {
  property: 'thermodiffusion',
  equation: 'D_T = S_T D',
  needs: () => ['diffusion'],
  toSoret: (value, { diffusion }) => divide(value, diffusion!),
  fromSoret: (value, { diffusion }) => multiply(value, diffusion!),
};
