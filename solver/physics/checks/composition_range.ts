import { combine, constant, negate, subtract, type Expression } from '../../expression/expression.js';
import { massFractions } from '../media/mass_fractions.js';
import { warning, type Check } from './check.js';

/** What rounding and truncation may leave below zero. */
const slack = 1e-6;

/** Mass fractions between 0 and 1, the closing component included. */
export const compositionRange: Check = ({ layers }) =>
  layers.flatMap(({ medium }, index) => {
    if (medium.medium.kind !== 'mixture') return [];
    const smallest = massFractions(medium.medium.components).reduce((a: Expression, b) => combine('minimum', a, b));
    return [
      {
        warning: warning(
          'physics/composition-range',
          `a mass fraction in ${medium.medium.name} leaves 0…1`,
          'a primed coefficient or a flux that does not vanish with its component drives it out: give it the factor w',
          medium.medium.origin,
        ),
        violation: layers.map((_, i) => (i === index ? subtract(negate(smallest), constant(slack)) : undefined)),
      },
    ];
  });
