/** `npm run package`: a minified build, the third-party notices, and soret-<version>.vsix within its size budget. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../esbuild.mjs';
import { thirdPartyNotices } from './notices.mjs';

const budget = 2 * 1024 * 1024;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const vsix = path.join(root, `soret-${version}.vsix`);

const bundles = await build({ minify: true, tests: false });
const inputs = bundles.flatMap((bundle) => bundle.inputs);
fs.writeFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, inputs));

const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
// Everything is bundled, so no packages go along; pictures of the README stay relative.
const args = [vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', vsix];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
const size = status === 0 ? fs.statSync(vsix).size : 0;
if (status === 0) console.log(`${path.basename(vsix)}: ${(size / 1024).toFixed(0)} kB of ${budget / 1024} kB`);
process.exitCode = status === 0 && size <= budget ? 0 : 1;
