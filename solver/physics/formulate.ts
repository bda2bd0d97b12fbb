/** From a `Problem` to the one cross-diffusion system that the numerics solve, and to what can be read off its solution. */
import type { TransportSystem } from '../assembly/system.js';
import { add, gradient, multiply, type Expression } from '../expression/expression.js';
import type { Formula } from '../formula.js';
import type { Problem } from '../problem.js';
import { runChecks } from './checks/index.js';
import { equationsOf } from './equations.js';
import { entropyProduction } from './entropy.js';
import { resultFields } from './fields.js';
import { Findings } from './findings.js';
import type { Formulation, FormulationResult } from './formulation.js';
import { hasConductivity } from './heat.js';
import type { ResolvedMedium } from './media/resolved.js';
import { resolveModel, type Model } from './model.js';
import { hasPressure, pressure, pressureId, withPressure } from './pressure.js';
import { onsagerOf } from './onsager.js';
import { transportSystem } from './transport_system.js';
import { translate } from './translate.js';
import { atTemperature, knownTemperature, withoutTemperature } from './known_temperature.js';

/** Never throws: either a formulation or the reasons why there is none. */
export function formulate(problem: Problem): FormulationResult {
  const stated = equationsOf(problem);
  if ('reasons' in stated) return stated;
  const { model, system } = stated;
  const known = knownTemperature(system, problem);
  if (known) return { formulation: described(model, withoutTemperature(system, known), atTemperature(known)) };
  const moving = hasPressure(model) ? resolveModel(problem, pressure) : model;
  if ('reasons' in moving) return moving;
  return { formulation: described(moving, moving === model ? system : withPressure(transportSystem(moving), moving), (e) => e) };
}

/** `at` puts in a temperature that is no unknown; it changes nothing else. */
function described(model: Model, system: TransportSystem, at: (e: Expression) => Expression): Formulation {
  const { problem, layers, substances } = model;
  const ids = (medium: ResolvedMedium): string[] => [
    'T',
    ...medium.unknowns.map((unknown) => unknown.id),
    ...(medium.pressure ? [pressureId] : []),
  ];
  const expression = (formula: Formula, region: number): Expression => {
    const medium = layers[region]!;
    return at(translate(formula, { reading: medium.reading, unknowns: ids(medium), findings: new Findings(), place: medium.medium.name }));
  };
  const perLayer = (read: (medium: ResolvedMedium) => Expression | undefined) => {
    const values = layers.map(read).map((value) => value && at(value));
    return values.some((value) => value !== undefined) ? values : undefined;
  };
  const conditions = runChecks({ problem, substances, layers: layers.map((medium, i) => ({ medium, initial: model.initial[i]! })) });
  return {
    system,
    expression,
    fields: resultFields(layers).map((field) => ({ ...field, expressions: field.expressions.map((e) => e && at(e)) })),
    fluxOf: (species) => fluxWeights(species, system, layers),
    amountOf: (species) => perLayer((medium) => medium.amounts.get(species)),
    diffusivityOf: (species) => perLayer((medium) => medium.diffusivities.get(species)),
    entropyProduction: layers.map((medium) => at(entropyProduction(medium))),
    potentialGradient: perLayer(potentialGradient)?.map((e) => e ?? { kind: 'constant', value: 0 }),
    onsager: layers.map((medium) => {
      const matrix = onsagerOf(medium);
      return matrix && { ...matrix, values: matrix.values.map((row) => row.map(at)) };
    }),
    checks: conditions.map(({ warning, violation }) => ({ warning, violation: violation.map((e) => e && at(e)) })),
  };
}

/** Weights over the unknowns' fluxes; the same in every layer that has the species. Undefined for heat when no conductivity is stated. */
function fluxWeights(species: string, { unknowns }: TransportSystem, layers: readonly ResolvedMedium[]): ReturnType<Formulation['fluxOf']> {
  const indexOf = (id: string): number => unknowns.findIndex((unknown) => unknown.id === id);
  if (species === 'heat') {
    if (!hasConductivity(layers)) return undefined;
    return indexOf('T') < 0 ? [] : [{ unknown: indexOf('T'), weight: 1 }];
  }
  const medium = layers.find((layer) => layer.fluxWeights.has(species));
  return medium?.fluxWeights.get(species)!.flatMap((weight, row) => {
    return weight === 0 ? [] : [{ unknown: indexOf(medium.unknowns[row]!.id), weight }];
  });
}

/** ∇ψ [V/m] */
function potentialGradient({ potential, unknowns }: ResolvedMedium): Expression | undefined {
  if (!potential) return undefined;
  return add(
    multiply(potential.byTemperature, gradient('T')),
    ...unknowns.map(({ id }, j) => multiply(potential.byComposition[j]!, gradient(id))),
  );
}
