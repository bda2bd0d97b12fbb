import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asymmetry, isPositiveDefinite } from '../../solver/physics/index.js';
import { contributions, terms } from '../../solver/physics/terms/index.js';
import { baseUnits } from '../../solver/quantities/dimension.js';
import { at } from './evaluation.js';
import { formulated, resolved } from './model.js';
import { rescaled, scaleOf } from './rescaled.js';
import { samples } from './samples.js';
import { termSamples } from './term-samples.js';

describe.each([...samples, ...termSamples])('$name', ({ model, state }) => {
  const { system, entropyProduction, fluxOf, onsager } = formulated(model);
  const [region] = system.regions;
  const medium = resolved(model);
  const value = (e: Parameters<typeof at>[0], more = {}): number => at(e, { ...state, ...more });

  it('has the unknowns of the state and finite coefficients', () => {
    expect(system.unknowns.map(({ id }) => id).sort()).toEqual(Object.keys(state).sort());
    for (const entry of [...region!.storage, ...region!.transport.flat(), ...region!.drift])
      expect(Number.isFinite(value(entry))).toBe(true);
  });
  it('diffuses forwards and conducts heat', () =>
    system.unknowns.forEach((_, i) => expect(value(region!.transport[i]![i]!)).toBeGreaterThan(0)));
  it('produces entropy whatever the gradients', () => {
    const gradient = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(gradient, { minLength: 4, maxLength: 4 }), (numbers) => {
        const scales = system.unknowns.map(({ kind, id }) => (kind === 'temperature' ? 10 : state[id]!));
        const gradients = Object.fromEntries(system.unknowns.map(({ id }, i) => [`grad ${id}`, numbers[i]! * scales[i]!]));
        expect(value(entropyProduction[0]!, gradients)).toBeGreaterThanOrEqual(-1e-20);
      }),
    );
  });
  it('is reciprocal: temperature drives matter as composition drives heat', () => {
    if (model.media[0]!.kind === 'suspension') return;
    // σ is quadratic in the gradients; its cross term of ∇T and ∇u_j is B_j/T² + Σ_k s D′_k G_kj/T, twice the first by Onsager.
    const σ = (driven: readonly string[]) => {
      const gradients = Object.fromEntries(system.unknowns.map(({ id }) => [`grad ${id}`, driven.includes(id) ? 1 : 0]));
      return value(entropyProduction[0]!, gradients);
    };
    const heat = contributions(
      medium,
      terms.filter(({ entropy }) => entropy === 'dissipates'),
    );
    system.unknowns.forEach(({ id }, j) => {
      if (j === 0) return;
      const cross = σ(['T', id]) - σ(['T']) - σ([id]) + σ([]);
      const reciprocal = (2 * value(heat.transport('heat', j - 1))) / state['T']! ** 2;
      expect(Math.abs(cross - reciprocal)).toBeLessThanOrEqual(1e-9 * (Math.abs(σ([id])) + Math.abs(σ(['T']))));
    });
  });
  it('has a symmetric positive definite Onsager matrix where heat couples', () => {
    const matrix = onsager![0];
    const couples = system.unknowns.some((_, i) => i > 0 && value(region!.transport[i]![0]!) !== 0);
    if (!couples || model.media[0]!.kind === 'suspension') return expect(matrix).toBeUndefined();
    const L = matrix!.values.map((row) => row.map((entry) => value(entry)));
    // Where diffusion was stated as numbers D_ij, L_ik of matter alone is only as symmetric as they are.
    const heat = L.length - 1;
    L.forEach((row, i) => expect(Math.abs(row[heat]! - L[heat]![i]!)).toBeLessThanOrEqual(1e-9 * Math.abs(row[heat]!)));
    if (model.media[0]!.name !== 'ternary') {
      expect(asymmetry(L).relative).toBeLessThan(1e-9);
      expect(isPositiveDefinite(L)).toBe(true);
    }
  });
  it('lets every component flow as some unknowns do', () => {
    for (const name of model.media[0]!.components) expect(fluxOf(name)!.length).toBeGreaterThan(0);
  });

  it('has the same dimensions in every system of units', () => {
    // Enthalpies that components carry count from a fixed temperature.
    const scales = { m: 3, s: 7, K: medium.partialEnthalpies ? 1 : 1.7 };
    const inUnits = rescaled(model, scales);
    const other = formulated(inUnits).system;
    const factor = (d: Partial<Record<(typeof baseUnits)[number], number>>): number =>
      scaleOf(
        baseUnits.map((unit) => d[unit] ?? 0),
        scales,
      );
    const isMixture = model.media[0]!.kind === 'mixture';
    const unit = system.unknowns.map(({ kind }) => (kind === 'temperature' ? factor({ K: 1 }) : isMixture ? 1 : factor({ mol: 1, m: -3 })));
    const amount = system.unknowns.map(({ kind }) =>
      kind === 'temperature' ? factor({ kg: 1, m: 2, s: -2 }) : isMixture ? factor({ kg: 1 }) : factor({ mol: 1 }),
    );
    const there = Object.fromEntries(system.unknowns.map(({ id }, i) => [id, state[id]! * unit[i]!]));
    const perVolume = factor({ m: -3 });
    const flux = factor({ m: -2, s: -1 });
    const same = (e: Parameters<typeof at>[0], here: number, scale: number) => {
      const wanted = here * scale;
      expect(Math.abs(at(e, there) - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted));
    };
    system.unknowns.forEach(({ kind }, i) => {
      // H is known up to a constant: its slope counts.
      if (kind !== 'temperature') same(other.regions[0]!.storage[i]!, value(region!.storage[i]!), amount[i]! * perVolume);
      same(other.regions[0]!.drift[i]!, value(region!.drift[i]!), amount[i]! * flux);
      system.unknowns.forEach((__, j) =>
        same(other.regions[0]!.transport[i]![j]!, value(region!.transport[i]![j]!), (amount[i]! * flux * factor({ m: 1 })) / unit[j]!),
      );
    });
  });
});
