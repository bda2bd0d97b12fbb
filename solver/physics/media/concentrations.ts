/**
 * Reading a solution or a suspension, whose unknowns are the concentrations c_i of what is dissolved:
 *
 *     w_i = c_i M_i/ρ,   c_s = (ρ − Σ c_i M_i)/M_s,   x_i = c_i/(c_s + Σ c_k)
 */
import { add, divide, multiply, subtract, symbol, type Expression } from '../../expression/expression.js';
import type { CompositionMeasure } from '../../formula.js';
import { isWanting, wanting, type Reading, type Wanting } from '../reading.js';
import type { Substances } from '../substances.js';

export function readConcentrations(
  solutes: readonly string[],
  solvent: string | undefined,
  concentrations: readonly Expression[],
  substances: Substances,
  temperature: Expression,
  density: () => Expression | Wanting,
): Reading {
  /** Σ c_i M_i [kg/m³] of what is dissolved. */
  const dissolvedMass = (): Expression | Wanting => {
    const parts: Expression[] = [];
    for (const [i, name] of solutes.entries()) {
      const molarMass = substances.molarMass(name);
      if (!molarMass) return wanting(`\`molar_mass\` of ${name}`);
      parts.push(multiply(concentrations[i]!, molarMass));
    }
    return add(...parts);
  };
  const solventMass = (): Expression | Wanting => {
    const rho = density();
    if (isWanting(rho)) return rho;
    const dissolved = dissolvedMass();
    return isWanting(dissolved) ? dissolved : subtract(rho, dissolved);
  };
  const solventConcentration = (): Expression | Wanting => {
    const mass = solventMass();
    if (isWanting(mass)) return mass;
    const molarMass = solvent === undefined ? undefined : substances.molarMass(solvent);
    return molarMass ? divide(mass, molarMass) : wanting(`\`molar_mass\` of ${solvent ?? 'the solvent'}`);
  };
  const composition = (measure: CompositionMeasure, species: string): Expression | Wanting => {
    const index = solutes.indexOf(species);
    if (index < 0 && species !== solvent) return wanting(`${species} among its components`);
    if (measure === 'w') {
      const rho = density();
      if (isWanting(rho)) return rho;
      const mass = index < 0 ? solventMass() : massOf(index);
      return isWanting(mass) ? mass : divide(mass, rho);
    }
    const c = index < 0 ? solventConcentration() : concentrations[index]!;
    if (measure === 'c' || isWanting(c)) return c;
    const cSolvent = solventConcentration();
    return isWanting(cSolvent) ? cSolvent : divide(c, add(cSolvent, ...concentrations));
  };
  const massOf = (index: number): Expression | Wanting => {
    const molarMass = substances.molarMass(solutes[index]!);
    return molarMass ? multiply(concentrations[index]!, molarMass) : wanting(`\`molar_mass\` of ${solutes[index]!}`);
  };
  return { temperature, density, composition };
}

/** The unknowns of what is dissolved. */
export const concentrationSymbols = (solutes: readonly string[]): Expression[] => solutes.map((name) => symbol(`c(${name})`));
