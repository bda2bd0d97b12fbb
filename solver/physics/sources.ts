/** Sources S_i of a layer: heat, production of components, reactions. */
import { add, constant, divide, multiply, negate, zero, type Expression } from '../expression/expression.js';
import type { Problem, PropertyValue, SourceRange } from '../problem.js';
import type { Findings } from './findings.js';
import type { ResolvedMedium } from './media/resolved.js';
import type { Substances } from './substances.js';
import type { Row } from './terms/term.js';
import { takesPlaceIn } from './reactions.js';
import { translate } from './translate.js';

export function sources(
  problem: Problem,
  medium: ResolvedMedium,
  rows: readonly (Row | undefined)[],
  substances: Substances,
  findings: Findings,
): Expression[] {
  const ids = ['T', ...medium.unknowns.map((unknown) => unknown.id)];
  const scope = { reading: medium.reading, unknowns: ids, findings, place: medium.medium.name };
  const value = (stated: PropertyValue): Expression =>
    stated.value.kind === 'word' ? zero : translate(stated.value, scope, stated.origin);
  const heat = add(...problem.sources.filter(({ name }) => name === 'heat').map(value));
  const produced = medium.unknowns.map((unknown) => production(problem, medium, unknown.species, value, substances, findings));
  const reacted = reactions(problem, medium, scope, substances, findings);
  return rows.map((row) => {
    if (row === undefined) return zero;
    return row === 'heat' ? heat : add(produced[row]!, reacted[row]!);
  });
}

/** Where the source of a row is stated: the first statement that makes or takes it. */
export function sourceOrigin(problem: Problem, medium: ResolvedMedium, row: Row): SourceRange | undefined {
  if (row === 'heat') return problem.sources.find(({ name }) => name === 'heat')?.origin;
  const { species } = medium.unknowns[row]!;
  const stated = problem.sources.find(({ name, of }) => (name === 'w' || name === 'c') && of[0] === species);
  const reacts = problem.reactions.find(
    (reaction) => takesPlaceIn(reaction, medium) && [...reaction.reactants, ...reaction.products].some((side) => side.species === species),
  );
  return (stated ?? reacts)?.origin;
}

/** In the unit of the balance: mol/(m³·s) in solutions, kg/(m³·s) in mixtures. What one of two components gains the other loses. */
function production(
  problem: Problem,
  medium: ResolvedMedium,
  species: string,
  value: (stated: PropertyValue) => Expression,
  substances: Substances,
  findings: Findings,
): Expression {
  const isMixture = medium.medium.kind === 'mixture';
  const [first, second] = medium.medium.components;
  const partner = isMixture && medium.medium.components.length === 2 ? second : undefined;
  const own = problem.sources.filter(({ name, of }) => (name === 'w' || name === 'c') && of[0] === species);
  const ofPartner = problem.sources.filter(({ name, of }) => (name === 'w' || name === 'c') && partner !== undefined && of[0] === partner);
  const stated = own.length > 0 || species !== first ? own : ofPartner;
  return add(
    ...stated.map((source) => {
      const rate = value(source);
      const inBalance = isMixture ? source.name === 'w' : source.name === 'c';
      const named = source.of[0]!;
      const signed = named === species ? rate : negate(rate);
      if (inBalance) return signed;
      const molarMass = substances.molarMass(named) ?? findings.missing(`${named} needs \`molar_mass\` for its source`, source.origin);
      return isMixture ? multiply(signed, molarMass) : divide(signed, molarMass);
    }),
  );
}

/** Σ_r ν_ir r, times M_i in mixtures. A reaction takes place where all its substances occur; a solvent is not used up. */
function reactions(
  problem: Problem,
  medium: ResolvedMedium,
  scope: Parameters<typeof translate>[1],
  substances: Substances,
  findings: Findings,
): Expression[] {
  const { kind } = medium.medium;
  const sums = medium.unknowns.map(() => zero as Expression);
  for (const reaction of problem.reactions) {
    const sides = [
      ...reaction.reactants.map((side) => ({ ...side, sign: -1 })),
      ...reaction.products.map((side) => ({ ...side, sign: 1 })),
    ];
    if (!takesPlaceIn(reaction, medium)) continue;
    const rate = translate(reaction.rate, scope, reaction.origin);
    for (const [row, { species }] of medium.unknowns.entries()) {
      const stoichiometric = sides.filter((side) => side.species === species).reduce((sum, side) => sum + side.sign * side.coefficient, 0);
      if (stoichiometric === 0) continue;
      const molar = multiply(constant(stoichiometric), rate);
      const molarMass =
        kind === 'mixture'
          ? (substances.molarMass(species) ??
            findings.missing(`${species} needs \`molar_mass\` for the reaction ${reaction.name}`, reaction.origin))
          : undefined;
      sums[row] = add(sums[row]!, molarMass ? multiply(molar, molarMass) : molar);
    }
  }
  return sums;
}
