import type { Relation } from './relation.js';

export const soret: Relation = {
  property: 'soret',
  equation: 'S_T = D_T/D',
  needs: () => [],
  toSoret: (value) => value,
  fromSoret: (value) => value,
};
