/** What must hold of any correct solution, whatever the numbers: each test is named as the physics says it. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDocument, type RunDocument } from '../cli/run-soret.js';

const model = (name: string): string => path.join(import.meta.dirname, 'models', `${name}.soret`);
type Study = RunDocument['studies'][string];

const run = async (name: string, ...set: string[]): Promise<Record<string, Study>> => {
  const document = await runDocument(model(name), '--fields', ...set.flatMap((s) => ['--set', s]));
  for (const study of Object.values(document.studies)) expect(study.reason).toBeUndefined();
  return document.studies;
};
/** Profiles of a field, one per output time. */
const profiles = (study: Study | undefined, field: string): readonly (readonly number[])[] => study!.fields![field]!.values as number[][];
const spread = (values: readonly (readonly number[])[]): number => Math.max(...values.flat()) - Math.min(...values.flat());
const furthest = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  Math.max(...a.flatMap((row, i) => row.map((v, j) => Math.abs(v - b[i]![j]!))));

/** Both runs are good to the default tolerance relative to the range. */
const alike = 3e-6;

describe('a sealed cell', () => {
  test('keeps its mass to rounding', async () => {
    for (const study of Object.values(await run('binary'))) expect(study.report.mass_drift).toBeLessThanOrEqual(1e-12);
  });
  test('produces entropy everywhere', async () => {
    for (const study of Object.values(await run('binary'))) expect(study.report.entropy_production_min).toBeGreaterThanOrEqual(0);
  });
  test('keeps every composition between 0 and 1', async () => {
    const studies = await run('binary', 'S_T=0.09 1/K', 'cold=270 K', 'hot=330 K');
    for (const study of Object.values(studies))
      for (const name of ['w(A)', 'w(B)']) {
        expect(Math.min(...profiles(study, name).flat())).toBeGreaterThanOrEqual(0);
        expect(Math.max(...profiles(study, name).flat())).toBeLessThanOrEqual(1);
      }
  });
  test('exchanging hot and cold mirrors the profile', async () => {
    const there = await run('binary');
    const back = await run('binary', 'cold=310 K', 'hot=290 K');
    for (const name of ['rest', 'relax'])
      for (const field of ['T', 'w(A)']) {
        const a = profiles(there[name], field);
        const b = profiles(back[name], field).map((row) => [...row].reverse());
        expect(furthest(a, b) / spread(a)).toBeLessThan(alike);
      }
  });
  test('at rest does not depend on how fast it diffuses', async () => {
    const a = profiles((await run('without-dufour'))['rest'], 'w(A)');
    const b = profiles((await run('without-dufour', 'D=7e-9 m^2/s'))['rest'], 'w(A)');
    expect(furthest(a, b) / spread(a)).toBeLessThan(alike);
  });
  test('without a temperature difference stays at rest', async () => {
    const studies = await run('binary', 'cold=300 K', 'hot=300 K');
    for (const study of Object.values(studies)) {
      expect(
        Math.max(
          ...profiles(study, 'w(A)')
            .flat()
            .map((w) => Math.abs(w - 0.3)),
        ),
      ).toBeLessThan(1e-12);
      expect(
        Math.max(
          ...profiles(study, 'T')
            .flat()
            .map((T) => Math.abs(T - 300)),
        ),
      ).toBeLessThan(1e-9);
    }
  });
  test('without thermodiffusion stays uniform in a gradient', async () => {
    const studies = await run('binary', 'S_T=0 1/K');
    for (const study of Object.values(studies))
      expect(
        Math.max(
          ...profiles(study, 'w(A)')
            .flat()
            .map((w) => Math.abs(w - 0.3)),
        ),
      ).toBeLessThan(1e-12);
  });
  test('of a pure substance stays pure', async () => {
    for (const pure of [0, 1]) {
      const studies = await run('binary', `start=${pure}`);
      for (const study of Object.values(studies))
        expect(
          Math.max(
            ...profiles(study, 'w(A)')
              .flat()
              .map((w) => Math.abs(w - pure)),
          ),
        ).toBeLessThan(1e-12);
    }
  });
});

describe('the same physics told otherwise', () => {
  const same = async (name: string, other: string, fields: readonly string[]) => {
    const [a, b] = [await run(name), await run(other)];
    for (const study of Object.keys(a))
      for (const field of fields) {
        const [x, y] = [profiles(a[study], field), profiles(b[study], field)];
        expect(furthest(x, y) / spread(x), `${field} of ${study}`).toBeLessThan(alike);
      }
  };
  test('about component 2 instead of 1', () => same('binary', 'second-component', ['T', 'w(A)', 'w(B)']));
  test('with the components in the other order', () => same('binary', 'exchanged-order', ['T', 'w(A)', 'w(B)']));
  test('by the Dufour coefficient', () => same('binary', 'from-dufour', ['T', 'w(A)']));
  test('by the Onsager matrix', () => same('binary', 'onsager', ['T', 'w(A)']));
  test('in other units', () => same('units-si', 'units-mixed', ['T', 'w(A)']));
  test('the fractions add up to 1', async () => {
    for (const study of Object.values(await run('binary')))
      profiles(study, 'w(A)').forEach((row, i) => row.forEach((w, j) => expect(w + profiles(study, 'w(B)')[i]![j]!).toBeCloseTo(1, 12)));
  });
});

describe('a wall that jumps at the start', () => {
  test('leaves the first profile as it was given', async () => {
    const example = path.join(import.meta.dirname, '../../examples/gin-and-tonic.soret');
    const { relax } = (await runDocument(example, '--fields')).studies;
    expect(profiles(relax, 'T')[0]!.every((T) => Math.abs(T - 293.15) < 1e-10)).toBe(true);
    expect(Math.max(...profiles(relax, 'T')[1]!)).toBeCloseTo(303.15, 6);
  });
  test('leaves what is measured there as it was given, after a flux too', async () => {
    const { go } = (await runDocument(model('partition-at-start'))).studies;
    expect(go!.measures!['most']!.values[0]).toBeCloseTo(0.072, 12);
  });
});
