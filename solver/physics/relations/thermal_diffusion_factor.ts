import { divide, multiply } from '../../expression/expression.js';
import type { Relation } from './relation.js';

export const thermalDiffusionFactor: Relation = {
  property: 'thermal_diffusion_factor',
  equation: 'α_T = T S_T',
  needs: () => [],
  toSoret: (value, { temperature }) => divide(value, temperature),
  fromSoret: (value, { temperature }) => multiply(value, temperature),
};
