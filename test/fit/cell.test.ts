import { describe, expect, test } from 'vitest';
import type { FitOutcome } from '../../solver/outcome.js';
import { prepare, solve } from '../../solver/solve.js';
import { cell, cellData, cellModel, lowered, separation } from './cell.js';

const sigma = 1e-4;

/** (JᵀJ/σ²)⁻¹ of the closed form at the fitted values. */
function exact({ curve, parameters }: FitOutcome) {
  const [D, S] = [parameters.D!.value, parameters.S!.value];
  let [a, b, c] = [0, 0, 0];
  const rows = Array.from(curve.at, (t) => separation(t, D, S));
  for (const { byD, byS } of rows) [a, b, c] = [a + byD * byD, b + byD * byS, c + byS * byS];
  const determinant = a * c - b * b;
  const covariance = [c / determinant, -b / determinant, a / determinant] as const;
  const variance = (byD: number, byS: number) => covariance[0] * byD * byD + 2 * covariance[1] * byD * byS + covariance[2] * byS * byS;
  return {
    D: Math.sqrt(covariance[0]),
    S: Math.sqrt(covariance[2]),
    correlation: covariance[1] / Math.sqrt(covariance[0] * covariance[2]),
    band: rows.map(({ byD, byS }) => Math.sqrt(variance(byD, byS))),
    end: (({ byD, byS }) => Math.sqrt(variance(byD, byS)))(separation(1800, D, S)),
    curve: rows.map(({ value }) => value),
    condition: (() => {
      const r = Math.abs(b / Math.sqrt(a * c));
      return (1 + r) / (1 - r);
    })(),
  };
}
async function fitted(options: Parameters<typeof cellModel>[0], csv: string): Promise<FitOutcome> {
  const outcome = solve(await lowered(cellModel(options), csv), { studies: ['cell'] }).outcomes[0]!;
  if (outcome.kind !== 'fit') throw new Error('no fit');
  return outcome;
}
const off = (value: number, wanted: number) => Math.abs(value / wanted - 1);

describe('a relaxing cell, D and S_T free', () => {
  test.each(['1e-6', '1e-8'])('errors, correlation and band are those of the closed form, tolerance %s', async (tolerance) => {
    const outcome = await fitted({ tolerance, data: `uncertainty(dw) = ${sigma}` }, cellData(40, sigma, 1));
    expect(outcome.reason).toBeUndefined();
    const wanted = exact(outcome);
    expect(off(outcome.parameters.D!.standardError, sigma * wanted.D)).toBeLessThan(1e-6);
    expect(off(outcome.parameters.S!.standardError, sigma * wanted.S)).toBeLessThan(1e-6);
    expect(off(outcome.correlation[0]![1]!, wanted.correlation)).toBeLessThan(1e-6);
    expect(outcome.correlation[1]![0]).toBe(outcome.correlation[0]![1]);
    expect(off(outcome.conditionNumber, wanted.condition)).toBeLessThan(1e-6);
    outcome.curve.band.forEach((band, i) => expect(off(band, sigma * wanted.band[i]!)).toBeLessThan(1e-5));
    outcome.curve.fitted.forEach((value, i) => expect(Math.abs(value - wanted.curve[i]!)).toBeLessThan(1e-7));
    expect(off(outcome.measures.dw!.errors[0]!, sigma * wanted.end)).toBeLessThan(1e-6);
    expect(Math.abs(outcome.parameters.D!.value - cell.D)).toBeLessThan(4 * outcome.parameters.D!.standardError);
    expect(Math.abs(outcome.parameters.S!.value - cell.soret)).toBeLessThan(4 * outcome.parameters.S!.standardError);
  });

  test('without stated uncertainties the scatter of the data gives them', async () => {
    const outcome = await fitted({}, cellData(40, sigma, 2));
    const wanted = exact(outcome);
    const scatter = Math.sqrt(outcome.curve.data.reduce((s, v, i) => s + (v - outcome.curve.fitted[i]!) ** 2, 0) / 38);
    expect(off(outcome.parameters.S!.standardError, scatter * wanted.S)).toBeLessThan(1e-6);
    expect(outcome.curve.sigma.every((s) => s === 0)).toBe(true);
    expect(off(outcome.residualRms, scatter * Math.sqrt(38 / 40))).toBeLessThan(1e-9);
  });

  test('the minimum is the minimum of the closed form too', async () => {
    const outcome = await fitted({ tolerance: '1e-9' }, cellData(40, sigma, 3));
    const [D, S] = [outcome.parameters.D!.value, outcome.parameters.S!.value];
    const { at, data } = outcome.curve;
    let [byD, byS, sizeD, sizeS] = [0, 0, 0, 0];
    at.forEach((t, i) => {
      const exactly = separation(t, D, S);
      const r = exactly.value - data[i]!;
      [byD, byS] = [byD + r * exactly.byD, byS + r * exactly.byS];
      [sizeD, sizeS] = [sizeD + Math.abs(r * exactly.byD), sizeS + Math.abs(r * exactly.byS)];
    });
    expect(Math.abs(byD) / sizeD).toBeLessThan(1e-5);
    expect(Math.abs(byS) / sizeS).toBeLessThan(1e-5);
  });

  test('the start does not matter, and data without scatter give back the truth', async () => {
    for (const start of [
      ['2e-10 m^2/s', '2e-3 1/K'],
      ['5e-9 m^2/s', '4e-2 1/K'],
    ] as const) {
      const outcome = await fitted({ start }, cellData(40, 0, 1));
      expect(outcome.reason).toBeUndefined();
      expect(off(outcome.parameters.D!.value, cell.D)).toBeLessThan(2e-6);
      expect(off(outcome.parameters.S!.value, cell.soret)).toBeLessThan(2e-6);
    }
  });

  test('a thousand values, read off between the steps, agree with steps that end at them', async () => {
    const outcome = await fitted({}, cellData(1000, sigma, 4));
    const wanted = exact(outcome);
    outcome.curve.fitted.forEach((value, i) => expect(Math.abs(value - wanted.curve[i]!)).toBeLessThan(1e-7));
  });

  test('a robust loss is not misled by outliers', async () => {
    const spoiled = cellData(40, sigma, 5)
      .split('\n')
      .map((row, i) => (i % 10 === 7 ? `${row.split(',')[0]},0.02` : row))
      .join('\n');
    const [robust, plain] = [await fitted({ properties: 'loss = robust' }, spoiled), await fitted({}, spoiled)];
    expect(robust.reason).toBeUndefined();
    expect(off(robust.parameters.S!.value, cell.soret)).toBeLessThan(0.01);
    expect(off(plain.parameters.S!.value, cell.soret)).toBeGreaterThan(3 * off(robust.parameters.S!.value, cell.soret));
    expect(off(plain.parameters.S!.value, cell.soret)).toBeGreaterThan(0.02);
    expect(Math.abs(robust.parameters.S!.value - cell.soret)).toBeLessThan(4 * robust.parameters.S!.standardError);
  });

  test('a prepared model gives the same fit again, bit for bit', async () => {
    const problem = await lowered(cellModel(), cellData(40, sigma, 6));
    const model = prepare(problem);
    const [first, second] = [model.run().outcomes, model.run().outcomes];
    const fresh = solve(problem).outcomes;
    for (const [i, outcome] of first.entries()) {
      const { report: _, ...rest } = outcome;
      const { report: __, ...again } = second[i]!;
      const { report: ___, ...anew } = fresh[i]!;
      expect(again).toEqual(rest);
      expect(anew).toEqual(rest);
    }
  });
});
