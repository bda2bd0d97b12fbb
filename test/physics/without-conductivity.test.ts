import { describe, expect, it } from 'vitest';
import { at } from './evaluation.js';
import { formulated } from './model.js';
import { samples } from './samples.js';

/** Thermophoresis by Talbot's formula asks for the conductivity itself. */
const needless = samples.filter(({ model }) => ['mixture', 'solution'].includes(model.media[0]!.kind));

describe.each(needless)('$name without conductivity', ({ model, state }) => {
  const media = model.media.map((medium) => ({
    ...medium,
    properties: medium.properties.filter(({ name }) => name !== 'conductivity'),
  }));
  const { entropyProduction } = formulated({
    ...model,
    media,
    studies: [],
    boundaries: [],
    sources: [],
    measures: [],
    expectations: [],
    plots: [],
  });
  const others = Object.keys(state).filter((id) => id !== 'T');
  const sigma = (gradT: number, steepness: number): number =>
    at(entropyProduction[0]!, {
      ...state,
      'grad T': gradT,
      ...Object.fromEntries(others.map((id) => [`grad ${id}`, steepness * state[id]!])),
    });

  it('produces no negative entropy, whichever way heat and matter are driven', () => {
    for (const gradT of [-1e4, -10, 10, 1e4])
      for (const steepness of [-10, -0.01, 0, 0.01, 10]) expect(sigma(gradT, steepness)).toBeGreaterThanOrEqual(-1e-20);
    expect(sigma(0, 10)).toBeGreaterThan(0);
  });
});
