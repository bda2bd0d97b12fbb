import { one } from '../../expression/expression.js';
import { askedHeat } from '../asked_heat.js';
import { warning, type Check } from './check.js';

/** Without any stated conductivity T is that of one uniform conductor, which says nothing of how much heat flows. */
export const heatFlux: Check = ({ problem, layers }) => {
  const lacking = layers.find(({ medium }) => medium.conductivity === undefined)?.medium.medium;
  if (!lacking) return [];
  return askedHeat(problem).map(({ name, origin }) => ({
    warning: warning(
      'physics/unknown-heat-flux',
      `${name} asks how much heat flows, which is not known because ${lacking.name} states no \`conductivity\``,
      `state \`conductivity\` in ${lacking.name}; until then the value is "not a number"`,
      origin,
    ),
    violation: layers.map(() => one),
  }));
};
