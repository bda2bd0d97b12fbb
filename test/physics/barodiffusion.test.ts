import { describe, expect, it } from 'vitest';
import { at, close, R } from './evaluation.js';
import { formulated, p, reasonsOf } from './model.js';
import { gravity, samples } from './samples.js';

const sample = (name: string) => samples.find((one) => one.name === name)!;
const g = 9.81;

describe('a column at rest under gravity', () => {
  it('of three ideal gases has ∇ln(x_i/x_n) = −(M_i − M_n) g/(R T)', () => {
    const { model, state } = sample('kinetic3');
    const { system } = formulated(model);
    const M = [0.028, 0.002, 0.032];
    const w = [state['w(N)']!, state['w(H)']!];
    w.push(1 - w[0]! - w[1]!);
    // ∇ln x_i up to what all share, then ∇w_i = w_i (∇ln x_i − Σ w_j ∇ln x_j).
    const slopes = M.map((mass) => (-mass * g) / (R * state['T']!));
    const mean = slopes.reduce((sum, slope, i) => sum + w[i]! * slope, 0);
    const rows = system.unknowns.map(({ id }) => id);
    const gradient = rows.map((id) => (id === 'T' ? 0 : w[['w(N)', 'w(H)'].indexOf(id)]! * (slopes[['w(N)', 'w(H)'].indexOf(id)]! - mean)));
    const [region] = system.regions;
    rows.forEach((id, i) => {
      if (id === 'T') return;
      const driven = gradient.reduce((sum, slope, j) => sum + at(region!.transport[i]![j]!, state)! * slope, 0);
      close(at(region!.drift[i]!, state), driven, 1e-9);
    });
  });
  it('needs the specific volumes of all but one', () => {
    const { model } = sample('column3');
    const [medium] = model.media;
    const one = { ...medium!, properties: medium!.properties.filter(({ name, of }) => name !== 'specific_volume' || of[0] === 'A') };
    expect(reasonsOf({ ...model, media: [one] })).toEqual(['column3 needs `specific_volume` of C too, for barodiffusion under `gravity`']);
  });
  it('takes the one left out from the density', () => {
    const { model, state } = sample('column3');
    const [medium] = model.media;
    const w = [state['w(A)']!, state['w(C)']!];
    const closing = (1 / 842 - w[0]! * 9e-4 - (1 - w[0]! - w[1]!) * 1.3e-3) / w[1]!;
    const all = { ...medium!, properties: [...medium!.properties, p('specific_volume(C)', closing)] };
    const drifts = (of: typeof model) => formulated(of).system.regions[0]!.drift.map((drift) => at(drift, state));
    const [left, stated] = [drifts(model), drifts({ ...model, media: [all] })];
    left.forEach((value, i) => close(stated[i], value!, 1e-9));
    expect(Math.abs(left[1]!)).toBeGreaterThan(0);
    expect(
      drifts({ ...model, geometry: { ...model.geometry, properties: [{ ...gravity, value: { kind: 'number', value: 0 } }] } })[1],
    ).toBeCloseTo(0, 30);
  });
});
