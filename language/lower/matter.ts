/** Substances and media that the model uses, imported ones included. */
import type { Medium, MediumKind, Substance } from '../../solver/problem.js';
import * as ast from '../generated/ast.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';
import { lowerProperties } from './properties.js';

const mediumKinds: Record<ast.Medium['$type'], MediumKind> = {
  Solution: 'solution',
  Mixture: 'mixture',
  Suspension: 'suspension',
  Solid: 'solid',
};

export function lowerMedium(medium: ast.Medium, lowering: Lowering): Medium {
  return {
    kind: mediumKinds[medium.$type],
    name: medium.name,
    components: medium.$type === 'Solid' ? [] : medium.species.map((s) => s.$refText),
    solvent: medium.$type === 'Solution' || medium.$type === 'Suspension' ? medium.solvent.$refText : undefined,
    properties: lowerProperties(medium.properties, lowering),
    origin: originOf(medium),
  };
}
export const lowerSubstance = (substance: ast.Substance, lowering: Lowering): Substance => ({
  kind: substance.$type === 'Particle' ? 'particle' : 'species',
  name: substance.name,
  properties: lowerProperties(substance.properties, lowering),
  origin: originOf(substance),
});

/** Media that the geometry and its layers name. */
export function mediaOf(geometry: ast.Geometry): readonly ast.Medium[] {
  const named = [geometry, ...geometry.layers].flatMap((block) => {
    const value = block.properties.find((p) => p.key === 'medium')?.value;
    return value?.$type === 'Ref' && ast.isMedium(value.target.ref) ? [value.target.ref] : [];
  });
  return [...new Set(named)];
}
/** Components and solvents of the media, in the order in which they are met. */
export const substancesOf = (media: readonly ast.Medium[]): readonly ast.Substance[] => [
  ...new Set(
    media.flatMap((medium) => {
      if (medium.$type === 'Solid') return [];
      const solvent = medium.$type === 'Mixture' ? [] : [medium.solvent];
      return [...medium.species, ...solvent].flatMap((reference) => reference.ref ?? []);
    }),
  ),
];
