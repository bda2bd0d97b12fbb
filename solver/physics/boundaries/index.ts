/** THE table of conditions at walls. A new condition is a file here and a line below; rules, hints, tests and the reference follow. */
import { absorbing } from './absorbing.js';
import { concentration, massFraction, moleFraction } from './composition.js';
import type { BoundaryCondition } from './condition.js';
import { flux } from './flux.js';
import { heatFlux } from './heat_flux.js';
import { heatTransfer } from './heat_transfer.js';
import { massTransfer } from './mass_transfer.js';
import { temperature } from './temperature.js';

export const boundaryConditions: readonly BoundaryCondition[] = [
  temperature,
  heatFlux,
  heatTransfer,
  flux,
  massTransfer,
  absorbing,
  massFraction,
  moleFraction,
  concentration,
];
