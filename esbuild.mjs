/**
 * Bundles everything that ships and the suites that run inside VS Code.
 *
 *   node esbuild.mjs [--minify]
 *
 * Importing it gives `build`, whose result names every package that went into a bundle (for the third-party notices).
 */
import * as esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serverPlugins } from './server/bundling/index.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'dist');

const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  logLevel: 'warning',
  metafile: true,
  loader: { '.soret': 'text' },
  charset: 'utf8',
};
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // A CommonJS bundle has no import.meta; worker threads and files beside the bundle are found through this.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'], conditions: ['browser'] };

/**
 * The protocol's package brings a compiler of JSON schemas along, which makes code of text at run time and is needed by clients only:
 * `soret mcp` validates what it is given by its own schemas.
 */
const noSchemaCompiler = {
  name: 'no-schema-compiler',
  setup(setup) {
    setup.onLoad({ filter: /@modelcontextprotocol\/sdk\/dist\/esm\/validation\/ajv-provider\.js$/ }, () => ({
      contents: "export class AjvJsonSchemaValidator { getValidator() { throw new Error('no JSON schema is validated here'); } }",
    }));
  },
};

/** What is shipped: output, entry, options, files that the program finds beside itself. */
const shipped = [
  { out: 'extension.cjs', entry: 'extension/main.ts', options: { ...node, external: ['vscode'] } },
  { out: 'extension.web.js', entry: 'extension/main.web.ts', options: { ...browser, format: 'cjs', external: ['vscode'] } },
  { out: 'server.cjs', entry: 'server/main.node.ts', options: node, plugins: serverPlugins },
  { out: 'server.worker.js', entry: 'server/main.browser.ts', options: { ...browser, format: 'iife' }, plugins: serverPlugins },
  { out: 'webview.js', entry: 'extension/webview/main.ts', options: { ...browser, format: 'iife' }, worker: 'extension/webview/worker.ts' },
  { out: 'webview.css', entry: 'extension/webview/style.css', options: { ...browser } },
  {
    out: 'soret.cjs',
    entry: 'cli/main.ts',
    // Optional, and loaded when a picture is wanted.
    options: { ...node, banner: { js: `#!/usr/bin/env node\n${node.banner.js}` }, external: ['@resvg/resvg-wasm'] },
    executable: true,
    beside: ['cli/plot/dejavu-sans.ttf', 'cli/plot/dejavu-sans.txt'],
    plugins: [noSchemaCompiler],
  },
];

/** Suites that VS Code loads. The worker of the web host adds `.js` to the name it is given. */
const suites = [
  { out: 'test/node.cjs', entry: 'test/vscode/node.ts', options: { ...node, external: ['vscode', 'mocha'] } },
  {
    out: 'test/web.cjs.js',
    entry: 'test/vscode/web.ts',
    options: { ...browser, format: 'cjs', external: ['vscode'], alias: { 'node:assert/strict': './test/vscode/assert.web.ts' } },
  },
];

/**
 * @param {{ minify?: boolean, tests?: boolean }} options
 * @returns {Promise<{ out: string, bytes: number, inputs: string[] }[]>}
 */
export async function build({ minify = false, tests = true } = {}) {
  fs.rmSync(dist, { recursive: true, force: true });
  const bundles = [...shipped, ...(tests ? suites : [])];
  const results = await Promise.allSettled(bundles.map((bundle) => buildOne(bundle, minify)));
  const failed = bundles.filter((_, index) => results[index].status === 'rejected').map(({ out }) => out);
  if (failed.length > 0) throw new Error(`not built: ${failed.join(', ')}`);
  return results.map(({ value }) => value);
}

/** One of the shipped bundles, into another folder: for tests of what is shipped. @returns its path. */
export async function buildInto(folder, name) {
  const { out } = await buildOne(
    shipped.find(({ out }) => out === name),
    false,
    folder,
  );
  return path.join(folder, out);
}

async function buildOne({ out, entry, options, worker, executable, beside = [], plugins = [] }, minify, folder = dist) {
  const outfile = path.join(folder, out);
  const workers = [];
  const result = await esbuild.build({
    ...options,
    entryPoints: [entry],
    outfile,
    minify,
    sourcemap: minify ? false : 'linked',
    plugins: [bundledExamples, ...plugins, ...(worker ? [workerText(worker, minify, workers)] : [])],
  });
  if (executable) fs.chmodSync(outfile, 0o755);
  for (const file of beside) fs.copyFileSync(path.join(root, file), path.join(folder, path.basename(file)));
  const inputs = [result, ...workers].flatMap((built) => Object.keys(built.metafile.inputs));
  return { out, bytes: fs.statSync(outfile).size, inputs };
}

/**
 * `import source from 'soret:worker'` is the text of the bundled worker: the page's policy allows a worker from a blob only,
 * so the source travels inside the page's own script.
 */
function workerText(entry, minify, results) {
  return {
    name: 'worker-text',
    setup(setup) {
      setup.onResolve({ filter: /^soret:worker$/ }, () => ({ path: entry, namespace: 'worker-text' }));
      setup.onLoad({ filter: /.*/, namespace: 'worker-text' }, async () => {
        const built = await esbuild.build({
          ...browser,
          format: 'iife',
          entryPoints: [entry],
          minify,
          write: false,
          outfile: path.join(dist, 'worker.js'),
        });
        results.push(built);
        return { contents: built.outputFiles[0].text, loader: 'text' };
      });
    },
  };
}

/** `import examples from 'soret:examples'`: every model in `examples/` with the files that it reads. */
const bundledExamples = {
  name: 'examples',
  setup(setup) {
    setup.onResolve({ filter: /^soret:examples$/ }, () => ({ path: 'examples', namespace: 'examples' }));
    setup.onLoad({ filter: /.*/, namespace: 'examples' }, () => ({ contents: JSON.stringify(readExamples()), loader: 'json' }));
  },
};

function readExamples() {
  const folder = path.join(root, 'examples');
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.soret'));
  const file = (name) => ({ name, text: fs.readFileSync(path.join(folder, name), 'utf8') });
  // What a model reads stands in quotes: data files and imported models.
  const reads = ({ text }) =>
    [...text.matchAll(/"([^"\n]+\.[a-z]+)"/g)].map(([, name]) => name).filter((name) => fs.existsSync(path.join(folder, name)));
  const withReads = (name, seen = new Set()) =>
    seen.has(name) ? [] : (seen.add(name), [file(name), ...reads(file(name)).flatMap((read) => withReads(read, seen))]);
  return names.map((name) => ({ name, title: /^\s*model\s+"([^"]+)"/m.exec(file(name).text)?.[1] ?? name, files: withReads(name) }));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const minify = process.argv.includes('--minify');
  const started = performance.now();
  try {
    for (const { out, bytes } of await build({ minify, tests: !minify }))
      console.log(`${(bytes / 1024).toFixed(0).padStart(7)} kB  dist/${out}`);
    console.log(`built in ${Math.round(performance.now() - started)} ms`);
  } catch (error) {
    // What is wrong has been printed by esbuild.
    console.error(error.message);
    process.exitCode = 1;
  }
}
