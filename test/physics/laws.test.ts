import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asymmetry,
  binaryOnsager,
  binarySecondLaw,
  binarySeparation,
  closureDefect,
  diluteOnsager,
  diluteSecondLaw,
  diluteSeparation,
  directionInWords,
  eigenvalues,
  isPositiveDefinite,
  lewisNumber,
  longWaveOnset,
  rayleighNumber,
  relaxationTime,
  relaxationTimeWithDrift,
  separationRatio,
  thermophoreticRegime,
  twoBulbMeanTemperature,
  twoBulbSeparation,
} from '../../solver/physics/index.js';
import { close } from './evaluation.js';

describe('second law', () => {
  const solute = { concentration: 1000, diffusion: 1.5e-9, conductivity: 0.6, temperature: 298, thermodynamicFactor: 1 };
  it('bounds |S_T| of a dilute solute and gives its Onsager coefficients', () => {
    const { epsilon, largestSoret, conductivityAtRest } = diluteSecondLaw(solute, 0.02);
    close(largestSoret, 0.7360319029914);
    close(epsilon, 0.0007383575383425);
    close(conductivityAtRest, 0.599556985477);
    const { L11, L1q, Lqq } = diluteOnsager(solute, 0.02);
    close(L11, 1.804085325641e-7);
    close(L1q, 0.00266412);
    close(Lqq, 53282.4);
  });
  it('is L_1q² < L_11 L_qq in a binary mixture too', () => {
    const mixture = {
      density: 842,
      w: 0.3,
      molarMass: 0.132,
      otherMolarMass: 0.17,
      thermodynamicFactor: 0.8,
      temperature: 300,
      diffusion: 6e-10,
      conductivity: 0.13,
    };
    const { L11, L1q, Lqq } = binaryOnsager(mixture, 0.05);
    close(binarySecondLaw(mixture, 0.05).epsilon, L1q ** 2 / (L11 * Lqq));
    close(binarySecondLaw(mixture, binarySecondLaw(mixture, 1).largestSoret).epsilon, 1);
  });
  it('a binary mixture with little solute is a dilute solution', () => {
    const w = 1e-9;
    const mixture = {
      density: 1000,
      w,
      molarMass: 0.058,
      otherMolarMass: 0.018,
      thermodynamicFactor: 1,
      temperature: 300,
      diffusion: 1e-9,
      conductivity: 0.6,
    };
    const same = { concentration: (1000 * w) / 0.058, thermodynamicFactor: 1, temperature: 300, diffusion: 1e-9, conductivity: 0.6 };
    close(binarySecondLaw(mixture, 0.01).epsilon, diluteSecondLaw(same, 0.01).epsilon, 1e-8);
  });
  it('says where a component goes', () => {
    expect(directionInWords('ethanol', -3e-3)).toBe('ethanol moves to the hot side');
  });
});

describe('matrices', () => {
  const separate = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 6 });
  const entry = fc.double({ min: -1, max: 1, noNaN: true });
  it('eigenvalues are those that a matrix was built from', () => {
    fc.assert(
      fc.property(separate, fc.array(entry, { minLength: 36, maxLength: 36 }), (values, numbers) => {
        const n = values.length;
        // S triangular with unit diagonal, so that S⁻¹ is exact enough: A = S diag S⁻¹ by forward substitution.
        const S = values.map((_, i) => values.map((__, j) => (i === j ? 1 : i > j ? numbers[i * 6 + j]! * 0.3 : 0)));
        const inverse = values.map((_, i) => values.map((__, j) => (i === j ? 1 : 0)));
        for (let j = 0; j < n; j++) for (let i = 0; i < n; i++) for (let q = 0; q < i; q++) inverse[i]![j]! -= S[i]![q]! * inverse[q]![j]!;
        const A = S.map((row) => values.map((_, j) => row.reduce((sum, s, q) => sum + s * values[q]! * inverse[q]![j]!, 0)));
        const found = eigenvalues(A);
        const wanted = [...values].sort((a, b) => b - a);
        found.real.forEach((value, i) => expect(Math.abs(value - wanted[i]!)).toBeLessThan(1e-4 * wanted[0]!));
      }),
    );
  });
  it('a complex pair and a negative one are not admissible', () => {
    expect(
      eigenvalues([
        [1, -2],
        [2, 1],
      ]).admissible,
    ).toBe(false);
    expect(
      eigenvalues([
        [1, 3],
        [3, 1],
      ]).admissible,
    ).toBe(false);
    const { admissible, real } = eigenvalues([
      [1.1, 0.2],
      [0.1, 0.6],
    ]);
    expect(admissible).toBe(true);
    close(real[0]! + real[1]!, 1.7);
    close(real[0]! * real[1]!, 1.1 * 0.6 - 0.02);
    expect(
      eigenvalues([
        [2, 0, 0],
        [0, 1, -1],
        [0, 1, 1],
      ]).admissible,
    ).toBe(false);
  });
  it('symmetry, definiteness and closure are judged relatively', () => {
    expect(
      asymmetry([
        [4e-9, 1e-6],
        [1.1e-6, 1e-3],
      ]).at,
    ).toEqual([0, 1]);
    expect(
      asymmetry([
        [4, 1],
        [1, 1],
      ]).relative,
    ).toBe(0);
    expect(
      isPositiveDefinite([
        [4, 1],
        [1, 1],
      ]),
    ).toBe(true);
    expect(
      isPositiveDefinite([
        [1, 2],
        [2, 1],
      ]),
    ).toBe(false);
    expect(closureDefect([0.72, -0.22, -0.5])).toBeLessThan(1e-12);
    close(closureDefect([1, 1, -1]), 1);
  });
});

describe('closed cells at rest', () => {
  it('binary slab', () => {
    const small = binarySeparation(9.5e-3, 10, 0.5);
    close(small.cold, 0.5118727677563, 1e-12);
    close(small.hot, 0.4881272322437, 1e-12);
    close(small.difference, 0.02374553551251);
    const large = binarySeparation(0.05, 40, 0.3);
    close(large.cold, 0.5218073030606, 1e-12);
    close(large.hot, 0.1286760966973, 1e-12);
  });
  it('dilute slab', () => {
    const { cold, hot } = diluteSeparation(0.02, 10, 1);
    close(cold, 1.103331113225, 1e-12);
    close(hot, 0.9033311132254, 1e-12);
  });
  it('two bulbs of gas', () => {
    const { cold, hot } = twoBulbSeparation(0.34, 280, 400, 0.5);
    close(cold, 0.5124794423902);
    close(hot, 0.4821722251568);
    close(hot / (1 - hot) / (cold / (1 - cold)), 0.8857952224983);
    // The other mean in use is that of ln T: (T_h − T_c)/ln(T_h/T_c).
    close(twoBulbMeanTemperature(280, 400), (400 * 280) / (120 / Math.log(400 / 280)));
  });
  it('no gradient separates nothing', () => {
    expect(binarySeparation(0.1, 0, 0.3).difference).toBe(0);
    expect(diluteSeparation(0.1, 0, 2).difference).toBe(0);
  });
});

describe('times', () => {
  it('of slab, cylinder and sphere', () => {
    close(relaxationTime('slab', 1e-3, 6.21e-10), 163.1581057042);
    close(relaxationTime('cylinder', 1e-3, 6.21e-10), 109.6791430376);
    close(relaxationTime('sphere', 1e-3, 6.21e-10), 79.75472274969);
    close(lewisNumber(7e-8, 6.21e-10), 112.7214170692);
    close(relaxationTime('slab', 1e-3, 7e-8), 1.447445480605);
  });
  it('drift makes a closed slab relax faster', () => {
    close(relaxationTimeWithDrift(1e-3, 1e-10, 0.1, 20), 1e-6 / (1e-10 * (Math.PI ** 2 + 1)));
    close(relaxationTimeWithDrift(1e-3, 1e-10, 0.1, 0), relaxationTime('slab', 1e-3, 1e-10));
  });
});

describe('convection and regimes', () => {
  it('long waves set in at Ra = 720 Le/ψ', () => {
    close(longWaveOnset(6.21e-10, 7e-8, 0.35), 18.24979591837);
    expect(longWaveOnset(1e-9, 1e-7, -0.1)).toBe(Infinity);
    const Ra = rayleighNumber({
      gravity: 9.80665,
      thermalExpansion: 9e-4,
      temperatureDifference: 0.02171121491175,
      thickness: 2e-3,
      kinematicViscosity: 1.2e-6,
      thermalDiffusivity: 7e-8,
    });
    close(Ra, 18.24979591837, 1e-4);
    close(separationRatio(0.3, 9.5e-3, 0.5, 9e-4), (0.3 * 9.5e-3 * 0.25) / 9e-4);
  });
  it('a particle belongs to a regime by Kn', () => {
    expect([100, 1, 1e-3].map(thermophoreticRegime)).toEqual(['free molecular', 'transition', 'continuum']);
  });
});
