/**
 * Reading a mixture, whose unknowns are the mass fractions w_1 … w_{n−1}; the last component is w_n = 1 − Σ w_i.
 *
 *     1/M̄ = Σ w_i/M_i,   x_i = w_i M̄/M_i,   c_i = ρ w_i/M_i
 */
import { add, divide, multiply, one, subtract, symbol, type Expression } from '../../expression/expression.js';
import type { CompositionMeasure } from '../../formula.js';
import { isWanting, wanting, type Reading, type Wanting } from '../reading.js';
import type { Substances } from '../substances.js';

/** Mass fractions of all components in their order. */
export function massFractions(components: readonly string[]): Expression[] {
  const independent = components.slice(0, -1).map((name) => symbol(`w(${name})`));
  return [...independent, subtract(one, add(...independent))];
}

/** M̄ [kg/mol], or the molar mass that is wanting. */
export function meanMolarMass(
  components: readonly string[],
  fractions: readonly Expression[],
  substances: Substances,
): Expression | Wanting {
  const reciprocals: Expression[] = [];
  for (const [i, name] of components.entries()) {
    const molarMass = substances.molarMass(name);
    if (!molarMass) return wanting(`\`molar_mass\` of ${name}`);
    reciprocals.push(divide(fractions[i]!, molarMass));
  }
  return divide(one, add(...reciprocals));
}

export function readMassFractions(
  components: readonly string[],
  substances: Substances,
  temperature: Expression,
  density: () => Expression | Wanting,
): Reading {
  const fractions = massFractions(components);
  const meanMass = meanMolarMass(components, fractions, substances);
  const composition = (measure: CompositionMeasure, species: string): Expression | Wanting => {
    const w = fractions[components.indexOf(species)];
    if (!w) return wanting(`${species} among its components`);
    if (measure === 'w') return w;
    const molarMass = substances.molarMass(species);
    if (!molarMass) return wanting(`\`molar_mass\` of ${species}`);
    const scale = measure === 'x' ? meanMass : density();
    return isWanting(scale) ? scale : divide(multiply(w, scale), molarMass);
  };
  return { temperature, density, composition };
}
