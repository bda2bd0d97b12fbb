/** A model written in other units of length, time and temperature. */
import { catalogue } from '../../solver/quantities/catalogue.js';
import { baseUnits, type Dimension } from '../../solver/quantities/dimension.js';
import { quantities } from '../../solver/quantities/quantity.js';
import type { Problem, PropertyValue } from '../../solver/problem.js';

export interface Scales {
  readonly m: number;
  readonly s: number;
  readonly K: number;
}

/** Numbers in units with the metre, second and kelvin scaled; the kilogram follows so that k_B (and with it R) keeps its number. */
export function scaleOf(exponents: readonly number[], { m, s, K }: Scales): number {
  const base: Readonly<Record<string, number>> = { m, s, K, kg: (s ** 2 * K) / m ** 2, A: 1, mol: 1, cd: 1 };
  return baseUnits.reduce((product, unit, i) => product * base[unit]! ** exponents[i]!, 1);
}

/** The same model in other units: what it computes must be the same things. */
export function rescaled(model: Problem, scales: Scales): Problem {
  const of = (d: Dimension): number =>
    scaleOf(
      d.sixtieths.map((sixtieth) => sixtieth / 60),
      scales,
    );
  const property = (stated: PropertyValue, kinds: readonly string[]): PropertyValue => {
    if (stated.value.kind !== 'number') return stated;
    const use = catalogue[stated.name].uses.find(
      (candidate) => candidate.in.some((kind) => kinds.includes(kind)) && (candidate.arguments?.length ?? 0) === stated.of.length,
    );
    const names = use?.quantities ?? [];
    const heats = stated.of.filter((name) => name === 'heat').length;
    const name = names[names.length === 3 ? heats : 0] as keyof typeof quantities;
    return { ...stated, value: { kind: 'number', value: stated.value.value * of(quantities[name].dimension) } };
  };
  const list = (stated: readonly PropertyValue[], ...kinds: string[]) => stated.map((one) => property(one, kinds));
  return {
    ...model,
    substances: model.substances.map((substance) => ({ ...substance, properties: list(substance.properties, substance.kind) })),
    media: model.media.map((medium) => ({ ...medium, properties: list(medium.properties, medium.kind) })),
    geometry: { ...model.geometry, properties: list(model.geometry.properties, 'geometry') },
    initial: list(model.initial, 'initial'),
    boundaries: model.boundaries.map((wall) => ({ ...wall, conditions: list(wall.conditions, 'boundary') })),
  };
}
