/** Which picture of thermophoresis holds at a Knudsen number Kn = λ/a. */

export type Regime = 'free molecular' | 'transition' | 'continuum';

/** Usual limits of the regimes: within them the limiting formula is good to some 10 %. */
const freeMolecularAbove = 10;
const continuumBelow = 0.01;

export const thermophoreticRegime = (knudsen: number): Regime =>
  knudsen > freeMolecularAbove ? 'free molecular' : knudsen < continuumBelow ? 'continuum' : 'transition';
/** The formula that the regime calls for. */
export const modelOfRegime = { 'free molecular': 'waldmann', transition: 'talbot', continuum: 'epstein' } as const;
