/** What enters a body more than it leaves, in words: why it has no steady state. */
import type { TransportSystem, Unknown } from '../assembly/system.js';
import { numeral } from '../quantities/numeral.js';

/** Of what the sums are taken: a square metre of a slab, a metre of a cylinder, a whole sphere. */
const body = ['m²', 'm', ''] as const;

/** @param net sum of fluxes and sources [W, kg/s or mol/s per `body`], not negative. */
export function excess(net: number, { id, kind }: Unknown, { areaExponent }: TransportSystem): string {
  const of = body[areaExponent];
  if (kind === 'temperature') return `${numeral(net)} ${of === '' ? 'W' : `W/${of}`} more heat`;
  // Mass fractions are kept by mass, all other measures by amount.
  const amount = id.startsWith('w(') ? 'kg' : 'mol';
  return `${numeral(net)} ${of === '' ? `${amount}/s` : `${amount}/(${of}·s)`} more of ${id}`;
}
