import { negate, symbol } from '../../expression/expression.js';
import { warning, type Check } from './check.js';

/** A conductivity that does not vanish carries any heat that is taken, from a temperature below zero if need be. */
export const absoluteZero: Check = ({ problem, layers }) => {
  const stated = [...problem.boundaries.flatMap(({ conditions }) => conditions), ...problem.sources];
  const taken = stated.find(({ name }) => name === 'heat_flux' || name === 'heat');
  return [
    {
      warning: warning(
        'physics/absolute-zero',
        'T falls below absolute zero: more heat is taken than conduction can bring',
        'take less, let a `heat_transfer` to an `ambient` take it, or make the body thinner',
        taken?.origin ?? problem.geometry.origin,
      ),
      violation: layers.map(() => negate(symbol('T'))),
    },
  ];
};
