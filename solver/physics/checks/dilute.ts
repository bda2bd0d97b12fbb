import { add, constant, subtract } from '../../expression/expression.js';
import { isWanting } from '../reading.js';
import { warning, type Check } from './check.js';

/** Part of the moles above which a solute feels its like: the coefficients of infinite dilution are then off by several per cent. */
const limit = 0.05;

export const dilute: Check = ({ layers }) =>
  layers.flatMap(({ medium }, index) => {
    if (medium.medium.kind !== 'solution') return [];
    const fractions = medium.medium.components.map((name) => medium.reading.composition('x', name));
    if (fractions.some(isWanting)) return [];
    const total = add(...fractions.flatMap((x) => (isWanting(x) ? [] : [x])));
    const { name, components, origin } = medium.medium;
    const what = `${components.join(' and ')} ${components.length > 1 ? 'make' : 'makes'} up more than 5 % of the molecules of ${name}, which is treated as dilute`;
    return [
      {
        warning: warning('physics/dilute-limit', what, 'describe it as a `mixture`', origin),
        violation: layers.map((_, i) => (i === index ? subtract(total, constant(limit)) : undefined)),
      },
    ];
  });
