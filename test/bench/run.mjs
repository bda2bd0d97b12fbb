/**
 * `npm run bench`: measures the solver against its references and against other programs, and writes docs/benchmarks.md.
 *
 *   node test/bench/run.mjs [--quick] [--no-peers]
 *
 * The programs compared with are optional: SciPy is used when `python3` has it (PYTHON names another interpreter), SUNDIALS when
 * SUNDIALS_PEERS names the folder that test/bench/peers/build-sundials.sh filled, Octave when `octave-cli` is installed (OCTAVE names
 * another program).
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const bundle = path.join(root, 'out/bench/bench.mjs');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['test/bench/main.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  loader: { '.soret': 'text' },
  // Some dependencies are CommonJS and ask for node's modules.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1;
