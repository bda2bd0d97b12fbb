/** The fields that a result carries: T, every unknown, the closing component, mole fractions and concentrations where they can be read. */
import type { Expression } from '../expression/expression.js';
import type { CompositionMeasure } from '../formula.js';
import type { Formulation } from './formulation.js';
import type { ResolvedMedium } from './media/resolved.js';
import { isWanting } from './reading.js';
import { symbolsOf } from './symbolic.js';

const units: Readonly<Record<CompositionMeasure, string>> = { w: '1', x: '1', c: 'mol/m^3' };

export function resultFields(layers: readonly ResolvedMedium[]): Formulation['fields'] {
  const fields: Formulation['fields'][number][] = [
    { key: 'T', unit: 'K', expressions: layers.map((medium) => medium.reading.temperature) },
  ];
  const species = [...new Set(layers.flatMap(({ medium }) => medium.components))];
  for (const name of species)
    for (const measure of ['w', 'x', 'c'] as const) {
      const expressions = layers.map(({ medium, reading }): Expression | undefined => {
        if (!medium.components.includes(name)) return undefined;
        const value = reading.composition(measure, name);
        return isWanting(value) ? undefined : value;
      });
      if (expressions.some((expression) => expression !== undefined))
        fields.push({ key: `${measure}(${name})`, unit: units[measure], expressions });
    }
  const densities = layers.map(({ reading }) => {
    const value = reading.density();
    return isWanting(value) ? undefined : value;
  });
  const varies = densities.some((density) => density && [...symbolsOf(density)].some((name) => !name.startsWith('param ')));
  if (varies) fields.push({ key: 'rho', unit: 'kg/m^3', expressions: densities });
  if (layers.some(({ pressure }) => pressure)) fields.push({ key: 'p', unit: 'Pa', expressions: layers.map(({ pressure }) => pressure) });
  return fields;
}
