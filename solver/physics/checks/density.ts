import { apply, constant, divide, subtract } from '../../expression/expression.js';
import { isIdealGas } from '../media/gas.js';
import { isWanting } from '../reading.js';
import { substitute, symbolsOf } from '../symbolic.js';
import { warning, type Check } from './check.js';

/** Fluxes are relative to a fluid at rest, which holds while the density is nearly uniform. */
const allowed = 0.1;

export const densityVaries: Check = ({ layers }) =>
  layers.flatMap(({ medium, initial }, index) => {
    const rho = medium.reading.density();
    if (isWanting(rho) || isIdealGas(medium.medium.properties)) return [];
    const symbols = symbolsOf(rho);
    if (![...initial.keys()].some((id) => symbols.has(id))) return [];
    const start = substitute(rho, (name) => initial.get(name));
    const change = apply('abs', subtract(divide(rho, start), constant(1)));
    return [
      {
        warning: warning(
          'physics/density-varies',
          `the density of ${medium.medium.name} changes by more than 10 %, which moves the fluid; the equations take it at rest`,
          'take the fluxes as estimates, or state a constant `density`',
          medium.medium.origin,
        ),
        violation: layers.map((_, i) => (i === index ? subtract(change, constant(allowed)) : undefined)),
      },
    ];
  });
