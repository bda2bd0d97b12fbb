import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constant } from '../../solver/expression/expression.js';
import type { Joint } from '../../solver/assembly/system.js';
import { solveDense } from '../../solver/linear/dense.js';
import { factor, solve } from '../../solver/linear/fronts.js';
import { layout } from '../../solver/mesh/layout.js';
import { region, system, unknown } from './support/systems.js';

const kinds: readonly Joint[] = [
  { kind: 'continuous' },
  { kind: 'resistance', resistance: constant(1) },
  { kind: 'sealed' },
  { kind: 'partition', ratio: constant(2) },
];
const shapes = fc.record({
  order: fc.integer({ min: 1, max: 4 }),
  elements: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  joints: fc.array(fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 }),
  present: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

describe('elimination over fronts', () => {
  it('solves what a dense matrix solves, whatever ends or jumps between regions', () => {
    fc.assert(
      fc.property(shapes, ({ order, elements, joints, present, seed }) => {
        let state = seed;
        const random = () => (state = (state * 48271) % 2147483647) / 2147483647 - 0.5;
        const made = layout(
          system({
            unknowns: [unknown('a'), unknown('b')],
            regions: elements.map((_, r) =>
              region(2, {
                thickness: 1,
                initial: [0, 0],
                transport: [
                  [1, 0],
                  [0, 1],
                ],
                present: [true, present[r]!],
              }),
            ),
            joints: joints.slice(0, elements.length - 1),
          }),
          order,
          elements,
        );
        const n = made.size;
        const A = new Float64Array(made.frontsLength);
        const dense = new Float64Array(n * n);
        for (const { front } of made.elements)
          for (let i = 0; i < front.size; i++)
            for (let j = 0; j < front.size; j++) {
              const value = random() + (i === j ? 4 * front.size : 0);
              A[front.offset + i * front.size + j] = value;
              dense[(front.start + i) * n + front.start + j]! += value;
            }
        const b = Float64Array.from({ length: n }, random);
        const wanted = Float64Array.from(b);
        expect(solveDense(n, dense, wanted)).toBe(true);
        const fronts = made.elements.map((e) => e.front);
        expect(factor(fronts, A)).toBe(-1);
        solve(fronts, A, b);
        b.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 12));
      }),
    );
  });

  it('names the unknown whose pivot vanishes', () => {
    const front = { start: 5, size: 2, eliminated: 2, offset: 0 };
    expect(factor([front], Float64Array.of(1, 2, 2, 4))).toBe(6);
  });
});
