/** THE table of terms. A new effect is a file here and a line below; assembly, Jacobian, balances, tests and the reference follow. */
import type { ResolvedMedium } from '../media/resolved.js';
import { conduction } from './conduction.js';
import { dufour } from './dufour.js';
import { enthalpyCarried } from './enthalpy_carried.js';
import { fick } from './fick.js';
import { settling } from './settling.js';
import { soret } from './soret.js';
import { storage } from './storage.js';
import { Contributions, type Term } from './term.js';

export const terms: readonly Term[] = [storage, fick, soret, settling, conduction, dufour, enthalpyCarried];

/** m, K and V of a medium, from all terms or some. */
export function contributions(medium: ResolvedMedium, chosen: readonly Term[] = terms): Contributions {
  const [sum, forced] = [new Contributions(medium), new Contributions({ ...medium, frame: undefined })];
  for (const term of chosen) {
    term.contribute?.(medium, sum);
    if (term.entropy === 'dissipates') term.contribute?.(medium, forced);
  }
  for (const term of chosen) term.follow?.(medium, sum, forced);
  return sum;
}
