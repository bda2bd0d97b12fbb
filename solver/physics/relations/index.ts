/** THE table of properties that state thermodiffusion of one component. Any one of them fixes the others. */
import { dufour } from './dufour.js';
import { heatOfTransport } from './heat_of_transport.js';
import { onsagerCross } from './onsager_cross.js';
import type { Relation } from './relation.js';
import { soret } from './soret.js';
import { thermalDiffusionCoefficient } from './thermal_diffusion_coefficient.js';
import { thermalDiffusionFactor } from './thermal_diffusion_factor.js';
import { thermalDiffusionRatio } from './thermal_diffusion_ratio.js';
import { thermodiffusion } from './thermodiffusion.js';

export const relations = {
  soret,
  thermodiffusion,
  thermal_diffusion_factor: thermalDiffusionFactor,
  thermal_diffusion_ratio: thermalDiffusionRatio,
  heat_of_transport: heatOfTransport,
  thermal_diffusion_coefficient: thermalDiffusionCoefficient,
  dufour,
  /** The cross coefficient `onsager(A, heat)`. */
  onsager: onsagerCross,
} as const satisfies Record<string, Relation>;

export type RelatedProperty = keyof typeof relations;
export const relatedProperties = Object.keys(relations) as readonly RelatedProperty[];
