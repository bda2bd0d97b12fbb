/** The WebAssembly kernels give what the plain code gives, whoever shares them and whether they are there or not. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import { bytesOf } from '../../solver/kernels/base64.js';
import { kernels } from '../../solver/kernels/kernels.js';
import { Factors } from '../../solver/linear/factors.js';
import { factor, solve } from '../../solver/linear/fronts.js';
import type { Front } from '../../solver/mesh/layout.js';
import type { FieldOutcome, RunResult } from '../../solver/outcome.js';
import { solve as solveProblem } from '../../solver/solve.js';

function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647 - 0.5;
}

/** A chain of fronts: sizes, and how many unknowns each passes on. */
function chain(sizes: readonly number[], passing: number): { fronts: readonly Front[]; size: number; length: number } {
  let [start, offset, before] = [0, 0, 0];
  const fronts = sizes.map((wanted, e) => {
    const size = Math.max(wanted, before + 1);
    const passed = e + 1 < sizes.length ? Math.min(passing, size - 1) : 0;
    const front: Front = { start, size, eliminated: size - passed, offset };
    [start, offset, before] = [start + front.eliminated, offset + size * size, passed];
    return front;
  });
  return { fronts, size: start, length: offset };
}

function matrix({ fronts, length }: ReturnType<typeof chain>, next: () => number): Float64Array {
  const A = new Float64Array(length);
  for (const { size, offset } of fronts)
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) A[offset + i * size + j] = next() + (i === j ? 2 * size : 0);
  return A;
}

function factorsOf({ fronts, size }: ReturnType<typeof chain>, A: Float64Array): Factors {
  const factors = new Factors(fronts, size);
  factors.toFactor().set(A);
  return factors;
}

const shapes = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 4 }),
  passing: fc.integer({ min: 0, max: 5 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

describe('kernels', () => {
  it('are there under Node, and their bytes are those that were compiled', () => {
    expect(kernels()).toBeDefined();
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(bytesOf(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
      }),
    );
  });

  it('factor and solve fronts of any size as the plain code does', () => {
    fc.assert(
      fc.property(shapes, ({ sizes, passing, seed }) => {
        const made = chain(sizes, passing);
        const next = random(seed);
        const A = matrix(made, next);
        const factors = factorsOf(made, A);
        const b = Float64Array.from({ length: made.size }, next);
        const x = b.slice();
        expect(factor(made.fronts, A)).toBe(-1);
        solve(made.fronts, A, b);
        expect(factors.factor()).toBe(-1);
        factors.solve(x);
        x.forEach((value, i) => expect(value).toBeCloseTo(b[i]!, 13));
      }),
    );
  });

  it('name the same unknown when a pivot vanishes', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), ({ sizes, passing, seed }, place) => {
        const made = chain(sizes, passing);
        const A = matrix(made, random(seed));
        // The row of one unknown is zero in every front that holds it.
        const gone = place % made.size;
        for (const { start, size, offset } of made.fronts)
          if (gone >= start && gone < start + size) A.fill(0, offset + (gone - start) * size, offset + (gone - start + 1) * size);
        const found = factorsOf(made, A).factor();
        expect(found).toBe(factor(made.fronts, A));
        expect(found).toBe(gone);
      }),
    );
  });

  it('serve several systems in any order', () => {
    const next = random(7);
    const systems = [[5, 9], [22, 22, 22, 22], [3], [66, 70, 68]].map((sizes) => {
      const made = chain(sizes, 2);
      const A = matrix(made, next);
      const factors = factorsOf(made, A);
      expect([factors.factor(), factor(made.fronts, A)]).toEqual([-1, -1]);
      return { made, A, factors };
    });
    const check = ({ made, A, factors }: (typeof systems)[number]) => {
      const b = Float64Array.from({ length: made.size }, next);
      const x = b.slice();
      solve(made.fronts, A, b);
      factors.solve(x);
      x.forEach((value, i) => expect(value).toBeCloseTo(b[i]!, 13));
    };
    for (const order of [[0, 1, 2, 3], [3, 2, 1, 0], [1, 1, 3, 0, 3], [2]]) for (const i of order) check(systems[i]!);
    // One of them gets another matrix while it is not the resident, and while it is.
    for (const i of [0, 3, 3]) {
      const { made, A, factors } = systems[i]!;
      A.set(matrix(made, next));
      factors.toFactor().set(A);
      expect([factors.factor(), factor(made.fronts, A)]).toEqual([-1, -1]);
      for (const other of systems) check(other);
    }
  });
});

describe('without WebAssembly', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each([
    ['missing', undefined],
    [
      'refused by a policy',
      {
        Module: class {
          constructor() {
            throw new Error('Refused to compile or instantiate WebAssembly module');
          }
        },
      },
    ],
  ])('(%s) runs give the same', async (_, engine) => {
    const models = await loadModels(['examples/gin-and-tonic.soret', everything()]);
    expect(models.flatMap(({ diagnostics }) => diagnostics.filter((d) => d.severity === 'error').map((d) => d.message))).toEqual([]);
    const fast = models.map(({ problem }) => solveProblem(problem!));
    vi.stubGlobal('WebAssembly', engine);
    vi.resetModules();
    const fresh = await import('../../solver/kernels/kernels.js');
    expect(fresh.kernels()).toBeUndefined();
    const { solve: plainly } = await import('../../solver/solve.js');
    models.forEach(({ problem }, m) => compare(plainly(problem!), fast[m]!));
  });
});

function compare(plain: RunResult, fast: RunResult): void {
  expect(plain.outcomes.map((o) => [o.study, o.status])).toEqual(fast.outcomes.map((o) => [o.study, 'ok']));
  plain.outcomes.forEach((outcome, i) => {
    const [a, b] = [outcome as FieldOutcome, fast.outcomes[i] as FieldOutcome];
    expect(a.report.steps).toBe(b.report.steps);
    for (const [name, field] of Object.entries(a.fields))
      field.values.forEach((values, t) => {
        const size = Math.max(...Array.from(values, Math.abs));
        Array.from(values).forEach((value, k) => {
          const other = b.fields[name]!.values[t]![k]!;
          expect(Math.abs(value - other), `${outcome.study} ${name} at ${t}, ${k}`).toBeLessThanOrEqual(1e-9 * size);
        });
      });
  });
}

/** A model that uses every function, a table, every kind of wall, layers with a partition and a resistance, and an odd number of nodes. */
const functions = ['exp', 'ln', 'log10', 'sqrt', 'abs', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'erf', 'erfc'];
function everything(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kernels-'));
  writeFileSync(path.join(folder, 'k.csv'), 'temperature [K],k [W/(m*K)]\n280,0.5\n300,0.6\n320,0.65\n340,0.9\n');
  const file = path.join(folder, 'everything.soret');
  const u = '(T / 300 K)';
  writeFileSync(
    file,
    `species A { molar_mass = 50 g/mol }
species W { molar_mass = 18 g/mol }
solution one of A in W {
  density = 1 g/cm^3; conductivity = table("k.csv", T); heat_capacity = 4 kJ/(kg*K); dufour = off
  diffusion(A) = 1e-9 m^2/s * (1 + 0.1 * ${functions.map((f) => `${f}(0.3 * ${u})`).join(' / 9 + 0.1 * ')} / 9)
  soret(A) = if T > 310 K and not (T < 305 K or T == 1 K) then 1e-3 1/K * max(1, min(${u}, 2)) else 1e-3 1/K * ${u} ^ 2.5 / (1 + 2 ^ ${u})
}
solution two of A in W {
  density = 1 g/cm^3; conductivity = 0.3 W/(m*K); heat_capacity = 2 kJ/(kg*K); dufour = off
  diffusion(A) = 3e-9 m^2/s / ${u}; soret(A) = -2e-3 1/K
}
geometry slab {
  layer a { thickness = 0.3 mm; medium = one }
  layer b { thickness = 0.5 mm; medium = two }
  interface a b { partition(A) = 0.7; resistance = 1e-4 m^2*K/W }
}
initial        { temperature = 300 K; c(A) = 1 mol/m^3 }
boundary left  { temperature = 300 K + 20 K * ramp(t, 5 s, 10 s); c(A) = 1 mol/m^3 + 0.2 mol/m^3 * sin(6.28 * t / 60 s) }
boundary right { heat_flux = 100 W/m^2 * step(t, 30 s) }
source { heat = 1e4 W/m^3 * pulse(t, 20 s, 15 s); c(A) = -1e-3 1/s * c(A) * floor(2.5 * ${u}) }
transient run { until = 100 s }
measure m = mean(c(A))
`,
  );
  return file;
}
