/** A solid conducts heat and holds nothing. */
import { zero } from '../../expression/expression.js';
import { temperature } from '../../expression/expression.js';
import { wanting, isWanting } from '../reading.js';
import type { ResolvedMedium } from './resolved.js';
import { enthalpyDensity } from './enthalpy.js';
import type { MediumContext } from './index.js';
import { Statements } from './statements.js';
import { multiply } from '../../expression/expression.js';

export function resolveSolid({ medium, substances, findings }: MediumContext): ResolvedMedium {
  const statements = new Statements(medium, substances, findings);
  const reading = {
    temperature,
    density: () => statements.density(),
    composition: () => wanting('a composition, which a solid does not have,'),
  };
  statements.readWith(reading, ['T']);
  const density = statements.density();
  const capacity = statements.expression('heat_capacity');
  return {
    medium,
    reading,
    statements,
    unknowns: [],
    weight: zero,
    surfaceWeight: zero,
    stored: [],
    diffusion: [],
    conductivity: statements.expression('conductivity'),
    enthalpy: capacity && !isWanting(density) ? enthalpyDensity(multiply(density, capacity), []) : undefined,
    fluxWeights: new Map(),
    amounts: new Map(),
    diffusivities: new Map(),
  };
}
