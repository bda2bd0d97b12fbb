/** Every one-dimensional closed form, as a model run through the command line. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDocument } from '../cli/run-soret.js';
import { anchors, coupled, derived, tabulated, textbook, type VerificationCase, type Wanted } from './cases/index.js';
import { measured } from './measured.js';

const models = path.join(import.meta.dirname, 'models');

const name = (w: Wanted): string => [w.measure, w.study && `of ${w.study}`, w.at !== undefined && `at ${w.at} s`].filter(Boolean).join(' ');

function verify(cases: readonly VerificationCase[]): void {
  for (const { model, source, wanted } of cases)
    test(`${model}: ${source}`, async () => {
      const document = await runDocument(path.join(models, `${model}.soret`));
      expect(document.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
      const deviations = wanted.map((w) => ({
        of: name(w),
        wanted: w.wanted,
        got: measured(document, w),
        relative: Math.abs(measured(document, w) - w.wanted) / (w.scale ?? Math.abs(w.wanted)),
        within: w.within,
      }));
      expect(deviations.filter((d) => !(d.relative <= d.within))).toEqual([]);
    });
}

describe('closed forms with thirteen digits', () => verify(tabulated));
describe('textbook problems', () => verify(textbook));
describe('closed forms evaluated beside the solver', () => {
  test('the series themselves give known numbers', () => {
    expect(anchors.deGrootAtTau()).toBeCloseTo(0.01000060784809, 13);
    expect(anchors.coleHopfMean()).toBeCloseTo(0.3, 12);
    expect(anchors.finiteLewisMean()).toBeCloseTo(0.3, 12);
  });
  verify([...derived, ...coupled]);
});
