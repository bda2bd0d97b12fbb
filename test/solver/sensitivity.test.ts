/** Sensitivities against closed forms, through `prepare`. */
import { describe, expect, test } from 'vitest';
import type { Sensitivities } from '../../solver/sensitivity/index.js';
import { prepare } from '../../solver/solve.js';
import { cell, cellModel, separation } from '../fit/cell.js';
import { deGrootCell } from '../fit/de-groot.js';
import { example, lowered } from '../language/session.js';

async function sensitivitiesOf(source: string, study: string, set: Readonly<Record<string, number>> = {}): Promise<Sensitivities> {
  const running = prepare(await lowered(source)).sensitivities(study, { set });
  for (let next = running.next(); ; next = running.next()) {
    if (!next.done) continue;
    if ('code' in next.value) throw new Error(next.value.message);
    return next.value;
  }
}
const of = (found: Sensitivities, name: string, block = '') => {
  const one = found.coefficients.find((c) => c.name === name && c.block.startsWith(block));
  if (!one) throw new Error(`${name} is missing`);
  return one;
};

describe('sensitivities', () => {
  test('of a relaxing cell equal the derivatives of its closed form', async () => {
    const source = `
      param D = 6.21e-10 m^2/s
      param S = 9.5e-3 1/K
      ${deGrootCell}
      transient relax { until = 200 s; temperature = instant }
      measure dw  = value(w(A), left) - value(w(A), right)
      plot dw over t of relax
    `;
    const found = await sensitivitiesOf(source, 'relax');
    const closed = separation(200, cell.D, cell.soret);
    expect(of(found, 'D').measures['dw']).toBeCloseTo((closed.byD * cell.D) / closed.value, 4);
    expect(of(found, 'S').measures['dw']).toBeCloseTo((closed.byS * cell.soret) / closed.value, 4);
    // D t / L² is what counts.
    expect(of(found, 'length').measures['dw']).toBeCloseTo((-2 * closed.byD * cell.D) / closed.value, 4);
    const lines = of(found, 'S').series['0/0']?.values ?? [];
    expect(lines[0]?.at(-1)).toBeCloseTo(closed.byS * cell.soret, 6);
  });

  test('of the default example: proportional to S_T and to the temperature difference', async () => {
    const found = await sensitivitiesOf(example('gin-and-tonic.soret'), 'rest');
    expect(of(found, 'soret(ethanol)').measures['separation']).toBeCloseTo(1, 3);
    expect(of(found, 'hot').measures['separation']).toBeCloseTo(1 / 10, 4);
    expect(of(found, 'temperature', 'boundary left').measures['separation']).toBeCloseTo(-1 / 10, 4);
    expect(of(found, 'diffusion').measures['separation']).toBe(0);
    // The statement that is nothing but the parameter leads to it.
    expect(of(found, 'hot').places).toHaveLength(2);
  });

  test('follow the sliders: twice the difference, half the share of a kelvin', async () => {
    const found = await sensitivitiesOf(example('gin-and-tonic.soret'), 'rest', { hot: 313.15 });
    expect(of(found, 'hot').measures['separation']).toBeCloseTo(1 / 20, 4);
  });

  test('end when they are cancelled, with what was found', async () => {
    let fraction = 0;
    const running = prepare(await lowered(example('gin-and-tonic.soret'))).sensitivities('rest', { cancelled: () => fraction > 0.3 });
    let next = running.next();
    while (!next.done) {
      fraction = next.value.fraction;
      next = running.next();
    }
    expect('code' in next.value ? NaN : next.value.coefficients.length).toBeGreaterThan(2);
    expect('code' in next.value ? NaN : next.value.coefficients.length).toBeLessThan(8);
  });

  test('are refused for what is not a field, in words', async () => {
    const running = prepare(await lowered(cellModel().replace(/^\s*data[\s\S]*?^\}/m, ''))).sensitivities('nothing');
    const { value } = running.next();
    expect(value).toMatchObject({ code: 'run/study', message: 'nothing is not a steady or transient study' });
  });
});
