import { describe, expect, it } from 'vitest';
import {
  chapmanEnskogDiffusion,
  chapmanEnskogFactor,
  mixtureViscosity,
  translationalConductivity,
} from '../../solver/physics/kinetic/index.js';
import { collisionIntegrals } from '../../solver/physics/kinetic/lennard_jones.js';
import { pureViscosity } from '../../solver/physics/kinetic/viscosity.js';
import { at, close, k } from './evaluation.js';

/** Lennard-Jones parameters of Hirschfelder, Curtiss & Bird: M [g/mol], σ [Å], ε/k [K]. */
const parameters = {
  He: [4.002602, 2.576, 10.22],
  Ne: [20.1797, 2.789, 35.7],
  Ar: [39.948, 3.418, 124],
  Kr: [83.798, 3.498, 225],
  Xe: [131.293, 4.055, 229],
  H2: [2.01588, 2.915, 38],
  N2: [28.0134, 3.681, 91.5],
  CO2: [44.0095, 3.996, 190],
  O2: [31.9988, 3.433, 113],
} as const;
const gas = (name: keyof typeof parameters) => {
  const [mass, diameter, well] = parameters[name];
  return { mass: k(mass * 1e-3), diameter: k(diameter * 1e-10), well: k(well) };
};

describe('Chapman–Enskog theory against figures from independent collision integrals', () => {
  // heavy, light, T [K], mole fraction of the heavy one, α_T, D_12 at 1 atm [m²/s]
  it.each([
    ['Ar', 'He', 300, 0.1, 0.61168, 7.37733e-5],
    ['Ar', 'He', 300, 0.5, 0.38422, 7.37733e-5],
    ['Ar', 'He', 1000, 0.9, 0.2969, 5.44712e-4],
    ['Ne', 'He', 300, 0.5, 0.32663, 1.06471e-4],
    ['Ar', 'Ne', 300, 0.3, 0.19835, 3.17937e-5],
    ['Kr', 'Ar', 300, 0.5, 0.07902, 1.38962e-5],
    ['Kr', 'Ar', 1000, 0.5, 0.17722, 1.1622e-4],
    ['Xe', 'Ar', 300, 0.1, 0.14812, 1.1149e-5],
    ['Kr', 'He', 300, 0.7, 0.32288, 6.64385e-5],
    ['Xe', 'He', 1000, 0.1, 0.84439, 4.10689e-4],
    ['N2', 'H2', 300, 0.5, 0.34177, 7.71047e-5],
    ['N2', 'H2', 1000, 0.1, 0.57679, 5.78276e-4],
    ['CO2', 'H2', 300, 0.5, 0.31663, 6.39417e-5],
    ['CO2', 'H2', 1000, 0.9, 0.29779, 4.90733e-4],
  ] as const)('%s in %s at %d K, x = %d', (heavy, light, T, x, factor, diffusion) => {
    close(at(chapmanEnskogFactor(gas(heavy), gas(light), k(T), k(x))), factor, 2e-3);
    close(at(chapmanEnskogDiffusion(gas(heavy), gas(light), k(T), k(101325))), diffusion, 3e-4);
  });
  it('oxygen in nitrogen nearly does not separate', () => {
    close(at(chapmanEnskogFactor(gas('O2'), gas('N2'), k(300), k(0.5))), 0.022, 0.03);
  });
  it('α changes sign with the component named and below the inversion temperature', () => {
    const [a, b] = [gas('Kr'), gas('Ar')];
    const heavy = at(chapmanEnskogFactor(a, b, k(300), k(0.3)));
    close(at(chapmanEnskogFactor(b, a, k(300), k(0.7))), -heavy);
    expect(at(chapmanEnskogFactor(a, b, k(100), k(0.5)))).toBeLessThan(0);
  });
});

describe('mixtures of any number', () => {
  // By the closed formulae for two (Hirschfelder, Curtiss & Bird 1954, eqs. 8.2-22 and 8.2-36), whose sums are ordered otherwise.
  it.each([
    ['He', 'Ar', 300, 0.3, 0.03533337552739879, 2.334776399977159e-5],
    ['He', 'Ar', 900, 0.9, 0.24889896762029093, 4.508599058409848e-5],
    ['H2', 'CO2', 300, 0.5, 0.04264574258408461, 1.4979404188292544e-5],
  ] as const)('%s and %s at %d K, x = %d', (a, b, T, x, conductivity, viscosity) => {
    const fractions = [k(x), k(1 - x)];
    close(at(translationalConductivity([gas(a), gas(b)], k(T), fractions)), conductivity);
    close(at(mixtureViscosity([gas(a), gas(b)], k(T), fractions)), viscosity);
  });
  it('do not see the names: a gas counted twice, or one that is absent', () => {
    const two = [
      at(translationalConductivity([gas('He'), gas('Ar')], k(300), [k(0.5), k(0.5)]))!,
      at(mixtureViscosity([gas('He'), gas('Ar')], k(300), [k(0.5), k(0.5)]))!,
    ];
    const twice = [gas('He'), gas('He'), gas('Ar')];
    const absent = [gas('He'), gas('Ar'), gas('CO2')];
    close(at(translationalConductivity(twice, k(300), [k(0.2), k(0.3), k(0.5)])), two[0]!);
    close(at(mixtureViscosity(twice, k(300), [k(0.2), k(0.3), k(0.5)])), two[1]!);
    close(at(translationalConductivity(absent, k(300), [k(0.5), k(0.5), k(0)])), two[0]!);
    close(at(mixtureViscosity(absent, k(300), [k(0.5), k(0.5), k(0)])), two[1]!);
  });
});

describe('one gas called by two names', () => {
  const argon = gas('Ar');
  it('has the viscosity and conductivity of one', () => {
    const pure = at(pureViscosity(argon, k(300)));
    close(at(mixtureViscosity([argon, argon], k(300), [k(0.3), k(0.7)])), pure);
    close(at(translationalConductivity([argon, argon], k(300), [k(0.3), k(0.7)])), (3.75 * 8.31446261815324 * pure) / 0.039948);
  });
  it('is argon: 22.7 µPa·s at 300 K', () => close(at(pureViscosity(argon, k(300))), 22.7e-6, 0.02));
  it('does not separate', () => close(at(chapmanEnskogFactor(argon, argon, k(300), k(0.3))) + 1, 1));
});

describe('collision integrals', () => {
  it('are those of the literature within 0.1 %', () => {
    for (const [T, omega22] of [
      [1, 1.5929],
      [2, 1.1757],
      [10, 0.82435],
      [20, 0.74364],
    ] as const)
      close(at(collisionIntegrals(k(T), k(1)).omega22), omega22, 1e-3);
    close(at(collisionIntegrals(k(1), k(1)).A), 1.1063, 1e-3);
  });
  it('are those of the fit of Neufeld, Janzen & Aziz within 0.2 % over the table', () => {
    for (const T of [0.35, 0.7, 1.3, 3, 8, 30, 90]) {
      const fit =
        1.06036 * T ** -0.1561 + 0.193 * Math.exp(-0.47635 * T) + 1.03587 * Math.exp(-1.52996 * T) + 1.76474 * Math.exp(-3.89411 * T);
      close(at(collisionIntegrals(k(T), k(1)).omega11), fit, 2e-3);
    }
  });
});
