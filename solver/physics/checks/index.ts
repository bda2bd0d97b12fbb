/** THE table of checks on a solution. */
import { absoluteZero } from './absolute_zero.js';
import { compositionRange } from './composition_range.js';
import { convection } from './convection.js';
import type { Check, CheckContext, RunCheck } from './check.js';
import { heatFlux } from './heat_flux.js';
import { densityVaries } from './density.js';
import { dilute } from './dilute.js';
import { solubility } from './solubility.js';

export { warningCodes, type WarningCode } from './check.js';
export const checks = { absoluteZero, dilute, solubility, densityVaries, compositionRange, convection, heatFlux } as const satisfies Record<
  string,
  Check
>;

export const runChecks = (context: CheckContext): readonly RunCheck[] => Object.values(checks).flatMap((check) => check(context));
