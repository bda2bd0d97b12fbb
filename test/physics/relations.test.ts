import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryOnsager, convertCoefficient, relatedProperties, relations } from '../../solver/physics/index.js';
import { close, R } from './evaluation.js';

/** THN in n-dodecane at 50 % by mass. */
const thn = {
  kind: 'binary' as const,
  temperature: 298.15,
  diffusion: 6.21e-10,
  massFraction: 0.5,
  density: 842,
  molarMass: 0.13221,
  otherMolarMass: 0.17034,
  thermodynamicFactor: 1,
  moleFraction: 0.5 / 0.13221 / (0.5 / 0.13221 + 0.5 / 0.17034),
  concentration: (842 * 0.5) / 0.13221,
};
const dilute = { kind: 'dilute' as const, temperature: 298.15, diffusion: 6.21e-10, concentration: 10, thermodynamicFactor: 1 };

describe('coefficients of THN in n-dodecane in every convention', () => {
  const S = 9.5e-3;
  it.each([
    ['thermodiffusion', 5.8995e-12],
    ['thermal_diffusion_factor', 2.832425],
    ['thermal_diffusion_ratio', 0.69686],
    ['dufour', 5.8995e-12],
  ] as const)('%s', (property, wanted) => {
    close(convertCoefficient('soret', property, S, thn), wanted, property === 'thermal_diffusion_ratio' ? 2e-6 : 1e-12);
  });
  it('heat of transport when dilute', () => {
    close(convertCoefficient('soret', 'heat_of_transport', S, dilute), 7021.459864572);
  });
  it('heat of transport of 0.26 eV at 600 K as a Soret coefficient', () => {
    close(convertCoefficient('heat_of_transport', 'soret', 25086.18635206, { ...dilute, temperature: 600 }), 0.008381040865564);
  });
  it('the ∇ln T form in kg/(m·s)', () => {
    const state = { ...thn, density: 900 };
    close(convertCoefficient('thermodiffusion', 'thermal_diffusion_coefficient', 5.9e-12, state), 3.95794125e-7);
  });
  it('heat of transport of nitrogen in hydrogen is not the dilute one', () => {
    const gas = { ...thn, molarMass: 0.028014, otherMolarMass: 0.002016, massFraction: 0.5 };
    const meanMass = 1 / (0.5 / 0.028014 + 0.5 / 0.002016);
    close(convertCoefficient('soret', 'heat_of_transport', 1e-3, gas), (R * 298.15 ** 2 * 1e-3 * meanMass) / 0.002016);
  });
});

describe('relations', () => {
  const finite = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
  it('return what they were given, at any state', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...relatedProperties),
        fc.constantFrom('binary' as const, 'dilute' as const),
        fc.integer({ min: -100, max: 100 }).map((thousandths) => thousandths * 1e-3),
        finite(100, 2000),
        finite(0.01, 0.99),
        finite(0.5, 3),
        (property, kind, S, temperature, massFraction, thermodynamicFactor) => {
          const state = { ...thn, kind, temperature, massFraction, thermodynamicFactor };
          const there = convertCoefficient('soret', property, S, state)!;
          const back = convertCoefficient(property, 'soret', there, state)!;
          expect(Math.abs(back - S)).toBeLessThanOrEqual(1e-12 * Math.abs(S));
        },
      ),
    );
  });
  it('say what they need and do nothing without it', () => {
    expect(relations.thermal_diffusion_ratio.needs('binary')).toEqual(['moleFraction']);
    expect(convertCoefficient('soret', 'thermodiffusion', 1e-3, { kind: 'dilute', temperature: 300 })).toBeUndefined();
  });
  it('agree with the Onsager coefficients of a binary mixture', () => {
    const L = binaryOnsager({ ...thn, w: 0.5, conductivity: 0.13 }, 9.5e-3);
    close(convertCoefficient('soret', 'onsager', 9.5e-3, thn), L.L1q);
    close(convertCoefficient('onsager', 'soret', L.L1q, thn), 9.5e-3);
  });
});
