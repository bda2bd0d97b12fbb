/** docs/benchmarks.md: figures with their errors, the machine, and how to repeat them. */
import os from 'node:os';
import type { PeerResult } from './peers.js';
import { benchmarks } from './problems.js';
import type { Interactive, SolverResult } from './solver.js';
import { milliseconds } from './timing.js';

export function markdown(
  own: readonly SolverResult[],
  others: readonly PeerResult[],
  felt: Interactive,
  missing: readonly string[],
): string {
  const rows = benchmarks.flatMap((benchmark) => {
    const soret = own.find((r) => r.benchmark === benchmark.name)!;
    return [
      `| ${benchmark.name.toUpperCase()} | **soret** | ${milliseconds(soret.warm.least)} | ${milliseconds(soret.warm.median)} | ${milliseconds(soret.cold.median)} | ${soret.error.toExponential(1)} | |`,
      ...others
        .filter((r) => r.benchmark === benchmark.name)
        .map(
          (r) =>
            `| ${benchmark.name.toUpperCase()} | ${r.peer} | ${milliseconds(r.time.least)} | ${milliseconds(r.time.median)} | | ${r.error.toExponential(1)} | ${(r.time.least / soret.warm.least).toFixed(1)} warm, ${(r.time.least / soret.cold.median).toFixed(1)} cold |`,
        ),
    ];
  });
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`. Times are milliseconds inside the solver: for soret everything behind `solve(problem)`, from the lowered model to',
    'the profiles; for the others the call of the integrator, without start-up and imports. The error is the largest deviation from the reference over all',
    'fields, places and output times, relative to the range of the field. A ratio is the least time of the other program over that of soret (warm: least of',
    'many runs in one process, cold: median of first runs in processes of their own).',
    '',
    '| problem | program | least | median | cold | error | times as long as soret |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    ...benchmarks.map((b) => `- ${b.name.toUpperCase()}: ${b.title} (\`test/bench/models/${b.name}.soret\`)`),
    '',
    'The others solve the same equations on 1000 finite volumes (B6: 200, and adaptive collocation for `solve_bvp`) at a relative tolerance of 1e-6; their',
    'programs are in `test/bench/peers/`. SUNDIALS is compiled from source for this processor: distributions ship it several times slower.',
    ...(missing.length ? ['', `Not compared in this run: ${missing.join('; ')}.`] : []),
    '',
    '![Error against time](images/work-precision.svg)',
    '',
    '## What a user feels',
    '',
    '| | median | p95 |',
    '|---|---|---|',
    `| gin and tonic, both studies [ms] | ${milliseconds(felt.example.median)} | ${milliseconds(felt.example.p95)} |`,
    `| one frame of a dragged slider, both studies [ms] | ${milliseconds(felt.slider.median)} | ${milliseconds(felt.slider.p95)} |`,
    '',
    `Machine: ${os.cpus()[0]?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} threads, ${os.type()} ${os.release()}, Node ${process.version}.`,
    '',
  ].join('\n');
}
