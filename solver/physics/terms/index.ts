/** THE table of terms. A new effect is a file here and a line below; assembly, Jacobian and balances follow. */
import type { ResolvedMedium } from '../media/resolved.js';
import { conduction } from './conduction.js';
import { dufour } from './dufour.js';
import { enthalpyCarried } from './enthalpy_carried.js';
import { fick } from './fick.js';
import { settling } from './settling.js';
import { soret } from './soret.js';
import { storage } from './storage.js';
export { Contributions };
import { Contributions, type Term } from './term.js';

export const terms = { storage, fick, soret, settling, conduction, dufour, enthalpy_carried: enthalpyCarried } as const satisfies Record<
  string,
  Term
>;

export function contributions(medium: ResolvedMedium): Contributions {
  const sum = new Contributions(medium);
  for (const term of Object.values(terms)) term.contribute(medium, sum);
  return sum;
}
