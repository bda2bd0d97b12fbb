import { describe, expect, it } from 'vitest';
import { cunningham } from '../../solver/physics/particles/cunningham.js';
import { meanFreePath } from '../../solver/physics/particles/mean_free_path.js';
import { einsteinDiffusivity, einsteinMobility, stokesMobility } from '../../solver/physics/particles/mobility.js';
import { epstein, talbot, waldmann } from '../../solver/physics/particles/thermophoretic_coefficient.js';
import { at, close, k } from './evaluation.js';

const particle = (knudsen: number) => ({ knudsen: k(knudsen), conductivityRatio: k(0.0257 / 0.25), accommodation: k(0.9) });

describe('thermophoretic coefficient', () => {
  it.each([
    [0.01, 0.228519069439],
    [0.1, 0.3835776389415],
    [1, 0.5190083368795],
    [10, 0.5574284653711],
  ])('of Talbot at Kn = %d', (knudsen, wanted) => close(at(talbot(particle(knudsen))), wanted));
  it('of Talbot has the limits of Waldmann within 3 % and of a slip flow', () => {
    close(at(talbot(particle(1e9))), 0.5668684210526, 1e-8);
    close(at(waldmann(particle(1))), 0.5541479485362);
    close(at(epstein(particle(0))), 0.127903118779);
    expect(Math.abs(at(talbot(particle(1e9))) / at(waldmann(particle(1))) - 1)).toBeLessThan(0.03);
  });
  it('gives 0.2 mm/s in 10 K/mm at Kn = 0.1', () => {
    close((at(talbot(particle(0.1))) * 1.56e-5 * 1e4) / 300, 0.0001994603722496);
  });
});

describe('mobility', () => {
  it('slip vanishes for large particles and grows with Kn', () => {
    close(at(cunningham(k(1e-8))), 1 + 1.257e-8, 1e-12);
    close(at(cunningham(k(1))), 1 + 1.257 + 0.4 * Math.exp(-1.1));
  });
  it('the mean free path of air is 67 nm', () => {
    close(at(meanFreePath(k(1.85e-5), k(1.177), k(300), k(0.02897))), 67e-9, 0.01);
  });
  it('Einstein turns mobility into diffusivity and back', () => {
    const b = stokesMobility(k(1e-3), k(1e-7), k(1));
    close(at(b), 1 / (6 * Math.PI * 1e-3 * 1e-7));
    close(at(einsteinMobility(k(300), einsteinDiffusivity(k(300), b))), at(b));
  });
});
