/** How time and memory grow with the number of unknowns: the default example on more and more cells, each size in a process of its own. */
import { spawnSync } from 'node:child_process';
import type { Problem } from '../../solver/problem.js';
import { prepare } from '../../solver/solve.js';
import { modelOf } from './problems.js';

export interface Grown {
  readonly study: 'rest' | 'relax';
  readonly unknowns: number;
  /** Least of the repetitions. */
  readonly milliseconds: number;
  /** By which the process grew at its largest. */
  readonly megabytes: number;
}

export const grownCells = [50, 150, 500, 1500, 5000, 15000, 50000] as const;
/** So loose that no size is refined: what is measured is the cost of one size. */
const tolerance = 1e-2;

/** Measured in this process. */
export async function growOnce(study: Grown['study'], cells: number): Promise<Grown> {
  const example = await modelOf('examples/gin-and-tonic.soret');
  const problem: Problem = {
    ...example,
    geometry: { ...example.geometry, layers: example.geometry.layers.map((layer) => ({ ...layer, cells })) },
    measures: [],
    plots: [],
    expectations: [],
    studies: example.studies.filter((s) => s.name === study).map((s) => ({ ...s, tolerance })),
  };
  const model = prepare(problem);
  const before = process.resourceUsage().maxRSS;
  let [least, unknowns] = [Infinity, 0];
  for (let k = 0; k < 3; k++) {
    const began = performance.now();
    const outcome = model.run().outcomes[0]!;
    least = Math.min(least, performance.now() - began);
    if (outcome.status !== 'ok') throw new Error(`${study} on ${cells} cells: ${outcome.reason?.message}`);
    unknowns = outcome.report.unknowns;
  }
  return { study, unknowns, milliseconds: least, megabytes: (process.resourceUsage().maxRSS - before) / 1024 };
}

export const growth = (): readonly Grown[] =>
  (['rest', 'relax'] as const).flatMap((study) =>
    grownCells.map((cells) => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [process.argv[1]!, '--growth', study, String(cells)], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as Grown;
    }),
  );

/** Exponent of milliseconds ∝ unknowns^exponent by least squares over the sizes from a thousand unknowns, where fixed costs no longer show. */
export function exponent(points: readonly Grown[]): number {
  const large = points.filter((p) => p.unknowns >= 1000).map((p) => [Math.log(p.unknowns), Math.log(p.milliseconds)] as const);
  const mean = (k: 0 | 1) => large.reduce((sum, p) => sum + p[k], 0) / large.length;
  const [x, y] = [mean(0), mean(1)];
  return large.reduce((sum, p) => sum + (p[0] - x) * (p[1] - y), 0) / large.reduce((sum, p) => sum + (p[0] - x) ** 2, 0);
}
