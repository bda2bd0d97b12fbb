/**
 * `npm test`: everything that proves the project, on a fresh clone too. Plain Node with no imports of packages, because it installs them.
 *
 *   node test/run.mjs [--long] [stage …]
 *
 * Stages run one after the other and all of them run, whatever failed before; the last line sums up. Nothing is left out silently.
 */
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const host = path.join(root, 'test/host');
const bin = (name) => path.join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Name → work. Work gives `{ passed, failed, skipped }` or whether it succeeded, which counts as one. */
const stages = {
  install: async () => (await installed(root, 'vitest')) && installed(host, 'code-server'),
  generate: generatedFilesAreClean,
  types: () => run(bin('tsc'), ['-b']),
  lint: () => run(bin('eslint'), ['.']),
  format: () => run(bin('prettier'), ['--check', '--log-level', 'warn', '.']),
  build: () => run(process.execPath, ['esbuild.mjs']),
  unit: unitTests,
  'node-host': () => suite('node-host.mjs'),
  'web-host': () => suite('web-host.mjs'),
  desktop: desktop,
  journey: () => suite('journey.mjs'),
  keyboard: () => suite('keyboard.mjs'),
  gallery: () => suite('gallery.mjs', process.env.SORET_LONG ? ['--themes'] : []),
};

async function main() {
  const [flags, names] = [
    process.argv.slice(2).filter((a) => a.startsWith('--')),
    process.argv.slice(2).filter((a) => !a.startsWith('--')),
  ];
  const unknown = names.filter((name) => !(name in stages));
  if (unknown.length > 0) throw new Error(`There is no stage ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}.`);
  if (flags.includes('--long')) process.env.SORET_LONG = '1';
  const total = { passed: 0, failed: 0, skipped: 0 };
  const notes = [];
  for (const [name, work] of Object.entries(stages)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n=== ${name}`);
    const started = performance.now();
    const counts = counted(await work().catch((error) => (console.error(error), false)));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `--- ${name}: ${counts.failed ? 'FAILED' : counts.note ? 'NOT RUN' : 'passed'} in ${seconds} s (${counts.passed} passed, ${counts.failed} failed)`,
    );
    if (counts.failed) notes.push(`FAILED: ${name}, ${counts.failed} failed`);
    if (counts.note) notes.push(`NOT RUN: ${name}: ${counts.note}`);
    if (counts.skipped) notes.push(`SKIPPED: ${counts.skipped} tests of ${name}`);
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  // Where everything can be installed, nothing may be left out.
  if (process.env.CI && total.skipped) total.failed += total.skipped;
  console.log(['', ...notes, `${total.passed} passed, ${total.failed} failed`].join('\n'));
  process.exitCode = total.failed ? 1 : 0;
}

function counted(result) {
  if (typeof result === 'boolean') return { passed: result ? 1 : 0, failed: result ? 0 : 1, skipped: 0 };
  return { passed: 0, failed: 0, skipped: 0, ...result };
}

/** Runs a program with its output shown. @returns whether it ended well. */
function run(program, args, { cwd = root, onLine } = {}) {
  return new Promise((resolve) => {
    const shell = program.endsWith('.cmd');
    const child = spawn(program, args, { cwd, shell, stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit'] });
    let rest = '';
    child.stdout?.on('data', (data) => {
      process.stdout.write(data);
      const lines = (rest + data).split('\n');
      rest = lines.pop();
      lines.forEach(onLine);
    });
    child.on('error', (error) => (console.error(String(error)), resolve(false)));
    child.on('close', (code) => {
      if (rest) onLine?.(rest);
      resolve(code === 0);
    });
  });
}

/** A folder without its packages is a fresh clone. */
async function installed(folder, witness) {
  if (fs.existsSync(path.join(folder, 'node_modules', witness))) return true;
  return run(npm, ['ci'], { cwd: folder });
}

/** Regenerates and compares: whatever a generator writes must already stand in the tree. */
async function generatedFilesAreClean() {
  const before = contents(root);
  if (!(await run(npm, ['run', '--silent', 'generate']))) return false;
  const after = contents(root);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
  for (const file of changed) console.error(`${file} is not what \`npm run generate\` makes of its source; commit the regenerated file`);
  return changed.length === 0;
}

const notSource = new Set(['node_modules', 'dist', 'out', '.git', 'shots', '.chromium', '.vscode-test']);

/** Path → hash of every file of the project. */
function contents(folder, files = new Map()) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (notSource.has(entry.name) || entry.isSymbolicLink()) continue;
    if (entry.isDirectory()) contents(full, files);
    else files.set(path.relative(root, full), crypto.createHash('sha1').update(fs.readFileSync(full)).digest('hex'));
  }
  return files;
}

async function unitTests() {
  const file = path.join(root, 'out/vitest.json');
  fs.rmSync(file, { force: true });
  const ok = await run(bin('vitest'), ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  if (!fs.existsSync(file)) return false;
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failures = testResults.reduce((sum, { status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    return sum + (status === 'failed' ? Math.max(failed, 1) : failed);
  }, 0);
  return { passed: numPassedTests, failed: ok ? failures : Math.max(failures, 1), skipped: numPendingTests + numTodoTests };
}

/** A script of the harness: its last line of the form `{"passed": …}` holds the counts. */
async function suite(script, args = []) {
  let counts;
  const ok = await run(process.execPath, [path.join(host, script), ...args], {
    onLine: (line) => {
      if (line.startsWith('{"passed"')) counts = JSON.parse(line);
    },
  });
  if (!counts) return false;
  return { ...counts, failed: ok ? counts.failed : Math.max(counts.failed, 1) };
}

/** Downloading desktop VS Code needs a network that reaches its update server and, on Linux, a display. */
async function desktop() {
  if (!process.env.VSCODE_EXECUTABLE && !process.env.VSCODE_DOWNLOAD) {
    return {
      note: 'the suite ran in the server build of VS Code; set VSCODE_EXECUTABLE=/path/to/code or VSCODE_DOWNLOAD=1 to run it in desktop VS Code too',
    };
  }
  return suite('desktop.mjs');
}

await main();
