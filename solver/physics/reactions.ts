/** A reaction must balance in mass where masses are what is counted, and must take place somewhere. */
import { constant, type Expression } from '../expression/expression.js';
import type { Problem, Reaction } from '../problem.js';
import type { Findings } from './findings.js';
import type { ResolvedMedium } from './media/resolved.js';
import type { Substances } from './substances.js';
import { numeral } from '../quantities/numeral.js';

/** Molar masses are written with four digits or so. */
const massTolerance = 2e-3;

export const speciesOf = (reaction: Reaction): readonly string[] =>
  [...reaction.reactants, ...reaction.products].map(({ species }) => species);
export const takesPlaceIn = (reaction: Reaction, { medium }: ResolvedMedium): boolean =>
  speciesOf(reaction).every((species) => medium.components.includes(species) || species === medium.solvent);

export function reactionReasons(problem: Problem, layers: readonly ResolvedMedium[], substances: Substances, findings: Findings): void {
  for (const reaction of problem.reactions) {
    const places = layers.filter((medium) => takesPlaceIn(reaction, medium));
    if (places.length === 0) {
      const what = [...new Set(speciesOf(reaction))].join(', ');
      findings.report(
        'physics/reaction',
        `no medium holds all of ${what}, so the reaction ${reaction.name} takes place nowhere`,
        reaction.origin,
      );
    }
    if (!places.some(({ medium }) => medium.kind === 'mixture')) continue;
    const side = (list: Reaction['reactants']): number =>
      list.reduce((sum, { species, coefficient }) => sum + coefficient * numeric(substances.molarMass(species)), 0);
    const [before, after] = [side(reaction.reactants), side(reaction.products)];
    if (Math.abs(before - after) > massTolerance * Math.max(before, after))
      findings.report(
        'physics/reaction',
        `the reaction ${reaction.name} turns ${numeral(1000 * before)} g into ${numeral(1000 * after)} g`,
        reaction.origin,
        'balance it, or correct a molar_mass',
      );
  }
}
/** NaN, which compares as balanced, for what depends on a parameter or is missing (said elsewhere). */
const numeric = (e: Expression | undefined): number =>
  (e ?? constant(Number.NaN)).kind === 'constant' ? (e as { value: number }).value : Number.NaN;
