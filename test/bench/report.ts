/** docs/benchmarks.md: figures with their errors, the machine, and how to repeat them. */
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { exponent, type Grown } from './growth.js';
import type { PeerResult } from './peers.js';
import { benchmarks } from './problems.js';
import type { Interactive, SolverResult } from './solver.js';
import { milliseconds } from './timing.js';

export interface Latency {
  readonly what: string;
  readonly lines: number;
  readonly median: number;
  readonly p95: number;
  /** At the 95th percentile. */
  readonly wanted: number;
}
export interface Measured {
  readonly own: readonly SolverResult[];
  readonly others: readonly PeerResult[];
  readonly felt: Interactive;
  readonly missing: readonly string[];
  readonly grown: readonly Grown[];
  /** Of the language server; none when its bench was not run before. */
  readonly latencies: readonly Latency[];
}

/** What test/bench/language-server.bench.ts left. */
export const latencyFile = path.join(process.cwd(), 'out/bench/language-server.json');
export const latencies = (): readonly Latency[] =>
  existsSync(latencyFile) ? (JSON.parse(readFileSync(latencyFile, 'utf8')) as Latency[]) : [];

export function markdown({ own, others, felt, missing, grown, latencies }: Measured): string {
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
    `| one frame of a dragged slider: what the plots draw, both studies [ms] | ${milliseconds(felt.frame.median)} | ${milliseconds(felt.frame.p95)} |`,
    `| another value of the slider, whole results, both studies [ms] | ${milliseconds(felt.slider.median)} | ${milliseconds(felt.slider.p95)} |`,
    '',
    ...(latencies.length
      ? [
          'The language server as a process, the protocol over stdio (`test/bench/language-server.bench.ts`):',
          '',
          '| | lines | median [ms] | p95 [ms] | wanted p95 |',
          '|---|---|---|---|---|',
          ...latencies.map((l) => `| ${l.what} | ${l.lines} | ${l.median.toFixed(1)} | ${l.p95.toFixed(1)} | ${l.wanted} |`),
        ]
      : ['The latencies of the language server were not measured in this run (`npx vitest bench --run`).']),
    '',
    '## Growth',
    '',
    'Gin and tonic on more and more cells, so loosely that no size is refined; both runs of the pair count. Memory is by how much the process grew.',
    '',
    '| study | unknowns | time [ms] | µs per unknown | memory [MB] |',
    '|---|---|---|---|---|',
    ...grown.map(
      (g) =>
        `| ${g.study} | ${g.unknowns} | ${milliseconds(g.milliseconds)} | ${((1000 * g.milliseconds) / g.unknowns).toFixed(1)} | ${g.megabytes.toFixed(0)} |`,
    ),
    '',
    `Time grows as unknowns to the power ${exponent(grown.filter((g) => g.study === 'rest')).toFixed(2)} (steady) and ${exponent(grown.filter((g) => g.study === 'relax')).toFixed(2)} (transient) from a thousand unknowns on.`,
    '',
    '![Time against unknowns](images/growth.svg)',
    '',
    `Machine: ${os.cpus()[0]?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} threads, ${os.type()} ${os.release()}, Node ${process.version}.`,
    '',
  ].join('\n');
}
