/** Stated compositions (w, x or c of some components) as values of a medium's unknowns. */
import { add, divide, multiply, one, subtract, type Expression } from '../expression/expression.js';
import type { CompositionMeasure } from '../formula.js';
import type { PropertyValue } from '../problem.js';
import { allNamed } from './properties.js';
import type { Findings } from './findings.js';
import type { ResolvedMedium } from './media/resolved.js';
import { isWanting } from './reading.js';
import type { Substances } from './substances.js';
import { evaluate, substitute, symbolsOf } from './symbolic.js';
import { numeral } from '../quantities/numeral.js';

export interface StatedComposition {
  readonly measure: CompositionMeasure;
  readonly species: string;
  readonly value: Expression;
  readonly by: PropertyValue;
}

export function statedCompositions(
  properties: readonly PropertyValue[],
  value: (stated: PropertyValue) => Expression | undefined,
): StatedComposition[] {
  return (['w', 'x', 'c'] as const).flatMap((measure) =>
    allNamed(properties, measure).flatMap((by) => {
      const expression = value(by);
      return expression && by.of[0] ? [{ measure, species: by.of[0], value: expression, by }] : [];
    }),
  );
}

/**
 * Values by unknown id. `temperature` is the one of the place, for densities that depend on it.
 * Components that do not occur in the medium are left to the caller.
 */
export function valuesOfUnknowns(
  stated: readonly StatedComposition[],
  medium: ResolvedMedium,
  temperature: Expression | undefined,
  substances: Substances,
  findings: Findings,
): ReadonlyMap<string, { readonly value: Expression; readonly by: PropertyValue }> {
  const result = new Map<string, { value: Expression; by: PropertyValue }>();
  const components = [...medium.medium.components, ...(medium.medium.solvent ? [medium.medium.solvent] : [])];
  const own = stated.filter((statement) => components.includes(statement.species));
  const measures = new Set(own.map((statement) => statement.measure));
  if (own.length === 0) return result;
  if (measures.has('x') && measures.size > 1) {
    findings.report(
      'physics/unsupported',
      `state all components of ${medium.medium.name} in the same measure here, not x beside w or c`,
      own[0]!.by.origin,
    );
    return result;
  }
  const need = (species: string, by: PropertyValue): Expression =>
    substances.molarMass(species) ??
    findings.missing(`${medium.medium.name} needs \`molar_mass\` of ${species} to use x or c of it here`, by.origin);
  /** ρ at the place, when it does not depend on the composition that is asked for. */
  const density = (by: PropertyValue): Expression => {
    const rho = medium.reading.density();
    if (isWanting(rho))
      return findings.missing(`${medium.medium.name} needs ${rho.what} to convert the composition stated here`, by.origin);
    const at = temperature ? substitute(rho, (name) => (name === 'T' ? temperature : undefined)) : rho;
    if (medium.unknowns.some((unknown) => symbolsOf(at).has(unknown.id)))
      return findings.missing(
        `a density that does not depend on composition, to convert what is stated here (or state w instead)`,
        by.origin,
      );
    return at;
  };
  const isMixture = medium.medium.kind === 'mixture';
  /** Every component's fraction of one measure, the one left out being what remains; undefined when more are left out. */
  const closed = (): ReadonlyMap<string, Expression> | undefined => {
    const all = new Map(own.map((statement) => [statement.species, statement.value]));
    const left = components.filter((name) => !all.has(name));
    if (left.length > 1) return undefined;
    if (left.length === 1) all.set(left[0]!, subtract(one, add(...all.values())));
    return all;
  };
  const byOf = (species: string): PropertyValue => own.find((statement) => statement.species === species)?.by ?? own[0]!.by;

  if (measures.has('x')) {
    const x = closed();
    if (!x) {
      findings.report(
        'missing/property',
        `mole fractions of all components of ${medium.medium.name} but one are needed here`,
        own[0]!.by.origin,
      );
      return result;
    }
    // w_i = x_i M_i/Σ x_k M_k; c_i = x_i ρ/Σ x_k M_k
    const mass = add(...[...x].map(([name, fraction]) => multiply(fraction, need(name, byOf(name)))));
    for (const unknown of medium.unknowns) {
      const by = byOf(unknown.species);
      const fraction = x.get(unknown.species)!;
      const factor = isMixture ? need(unknown.species, by) : density(by);
      result.set(unknown.id, { value: divide(multiply(fraction, factor), mass), by });
    }
    return result;
  }
  for (const { measure, species, value, by } of own) {
    const id = medium.unknowns.find((unknown) => unknown.species === species)?.id;
    if (id === undefined) continue;
    if (isMixture) result.set(id, { value: measure === 'w' ? value : divide(multiply(value, need(species, by)), density(by)), by });
    else result.set(id, { value: measure === 'c' ? value : divide(multiply(value, density(by)), need(species, by)), by });
  }
  if (!isMixture) neutral(own, result, medium, findings);
  // The last component of a mixture, or another one left out: what remains of 1.
  const last = isMixture ? own.find((statement) => !medium.unknowns.some((unknown) => unknown.species === statement.species)) : undefined;
  const missing = medium.unknowns.filter((unknown) => !result.has(unknown.id));
  if (last && missing.length === 1) {
    const w = last.measure === 'w' ? last.value : divide(multiply(last.value, need(last.species, last.by)), density(last.by));
    const others = medium.unknowns.filter((unknown) => result.has(unknown.id)).map((unknown) => result.get(unknown.id)!.value);
    result.set(missing[0]!.id, { value: subtract(one, add(w, ...others)), by: last.by });
  }
  return result;
}

/** The concentration of the last ion follows from the others: a stated one must agree. */
function neutral(
  stated: readonly StatedComposition[],
  values: ReadonlyMap<string, { readonly value: Expression }>,
  medium: ResolvedMedium,
  findings: Findings,
): void {
  for (const { measure, species, value, by } of stated) {
    const own = medium.reading.composition('c', species);
    if (
      measure !== 'c' ||
      isWanting(own) ||
      species === medium.medium.solvent ||
      medium.unknowns.some((unknown) => unknown.species === species)
    )
      continue;
    const difference = subtract(
      value,
      substitute(own, (id) => values.get(id)?.value),
    );
    if (symbolsOf(difference).size > 0 || symbolsOf(value).size > 0) continue;
    const [excess, amount] = [evaluate(difference, () => Number.NaN), evaluate(value, () => Number.NaN)];
    if (Math.abs(excess) > 1e-6 * Math.abs(amount))
      findings.report(
        'physics/electroneutrality',
        `the charges do not balance: c(${species}) would have to be ${numeral(amount - excess, 6)} mol/m³ here`,
        by.origin,
        `leave out c(${species}); it follows from the other ions`,
      );
  }
}
