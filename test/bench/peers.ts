/** Other programs on the same problems, where they are installed. Their errors are judged by the same references. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Benchmark } from './problems.js';
import { exactB6, type Reference } from './reference.js';
import { timing, type Timing } from './timing.js';

export interface PeerResult {
  readonly peer: string;
  readonly benchmark: Benchmark['name'];
  readonly time: Timing;
  readonly error: number;
}

const scripts = path.join(process.cwd(), 'test/bench/peers');
const work = mkdtempSync(path.join(tmpdir(), 'soret-peers-'));

interface Peer {
  readonly command: readonly string[];
  readonly repetitions: number;
}

/** What can be run here, and in words what cannot. */
export function availablePeers(): { readonly peers: readonly string[]; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const python = process.env['PYTHON'] ?? 'python3';
  const scipy = spawnSync(python, ['-c', 'import scipy.integrate']).status === 0;
  if (!scipy) missing.push(`SciPy: ${python} does not have it`);
  const folder = process.env['SUNDIALS_PEERS'];
  const sundials = folder !== undefined && existsSync(path.join(folder, 'cvode_transient'));
  if (!sundials) missing.push('SUNDIALS: SUNDIALS_PEERS names no folder filled by test/bench/peers/build-sundials.sh');
  const octave = spawnSync(octaveProgram(), ['-q', '--eval', 'ode15s;'], { encoding: 'utf8' });
  const octaveWorks = octave.error === undefined && /Invalid call to ode15s/.test(octave.stderr);
  if (!octaveWorks) missing.push(`Octave: ${octaveProgram()} is not installed, or has no ode15s`);
  return { peers: [...(sundials ? ['SUNDIALS'] : []), ...(scipy ? ['SciPy'] : []), ...(octaveWorks ? ['Octave'] : [])], missing };
}

const octaveProgram = (): string => process.env['OCTAVE'] ?? 'octave-cli';

function peer(name: string, benchmark: Benchmark['name'], rtol: number): Peer {
  const out = path.join(work, `${benchmark}.txt`);
  const python = process.env['PYTHON'] ?? 'python3';
  if (name === 'SciPy')
    return benchmark === 'b6'
      ? { command: [python, path.join(scripts, 'scipy_sweep.py'), out], repetitions: 2 }
      : { command: [python, path.join(scripts, 'scipy_transient.py'), benchmark, out, '1000', String(rtol)], repetitions: 5 };
  if (name === 'Octave') {
    const octave = [octaveProgram(), '-q'];
    return benchmark === 'b6'
      ? { command: [...octave, path.join(scripts, 'octave_sweep.m'), out], repetitions: 2 }
      : { command: [...octave, path.join(scripts, 'octave_transient.m'), benchmark, out, '1000', String(rtol)], repetitions: 5 };
  }
  const folder = process.env['SUNDIALS_PEERS']!;
  return benchmark === 'b6'
    ? { command: [path.join(folder, 'kinsol_sweep'), out], repetitions: 7 }
    : { command: [path.join(folder, 'cvode_transient'), benchmark, out, '1000', String(rtol)], repetitions: 9 };
}

/** What each uses in time, and for the sweep at rest. */
const methods: Readonly<Record<string, readonly [transient: string, sweep: string]>> = {
  SUNDIALS: ['CVODE', 'KINSOL'],
  SciPy: ['LSODA', 'solve_bvp'],
  Octave: ['ode15s', 'Newton'],
};
export const transientMethod = (name: string): string => `${name} ${methods[name]![0]}`;

export function runPeer(name: string, benchmark: Benchmark, rtol = 1e-6): PeerResult {
  const { command, repetitions } = peer(name, benchmark.name, rtol);
  let version = name;
  const times = Array.from({ length: repetitions }, () => {
    const { status, stdout, stderr } = spawnSync(command[0]!, command.slice(1), { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command.join(' ')} failed: ${stderr}`);
    const answer = JSON.parse(stdout) as { seconds: number; version: string };
    version = answer.version;
    return answer.seconds * 1000;
  });
  const rows = readFileSync(path.join(work, `${benchmark.name}.txt`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const error = benchmark.reference ? profileError(rows, benchmark.reference) : sweepError(rows);
  const [transient, sweep] = methods[name]!;
  return { peer: `${version} ${benchmark.name === 'b6' ? sweep : transient}`, benchmark: benchmark.name, time: timing(times), error };
}

/** Rows: for each time, one profile per field, at the centres of the cells. */
function profileError(rows: readonly (readonly number[])[], reference: Reference): number {
  const fields = Object.keys(reference.fields);
  let worst = 0;
  reference.t.forEach((_, i) =>
    fields.forEach((field, f) => {
      const cells = rows[i * fields.length + f]!;
      reference.fields[field]![i]!.forEach((wanted, j) => {
        worst = Math.max(worst, Math.abs(atPoint(cells, (j + 1) / 200) - wanted) / reference.range[field]!);
      });
    }),
  );
  return worst;
}

/** Value at x in (0, 1) by the polynomial through the eight nearest cell centres. */
function atPoint(cells: readonly number[], x: number): number {
  const n = cells.length;
  const first = Math.min(Math.max(Math.round(x * n) - 4, 0), n - 8);
  let sum = 0;
  for (let j = first; j < first + 8; j++) {
    let basis = 1;
    for (let k = first; k < first + 8; k++) if (k !== j) basis *= (x * n - k - 0.5) / (j - k);
    sum += basis * cells[j]!;
  }
  return sum;
}

function sweepError(rows: readonly (readonly number[])[]): number {
  let [worst, least, most] = [0, Infinity, -Infinity];
  rows.forEach(([cold, hot], k) => {
    const exact = exactB6(0.002 + (0.038 * Math.floor(k / 25)) / 39, 2 + 2 * (k % 25));
    worst = Math.max(worst, Math.abs(cold! - exact.cold), Math.abs(hot! - exact.hot));
    least = Math.min(least, exact.cold, exact.hot);
    most = Math.max(most, exact.cold, exact.hot);
  });
  return worst / (most - least);
}
