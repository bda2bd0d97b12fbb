// Writes docs/diagnostics from the records of the diagnostics. Part of `npm run generate`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const entry = new URL('./pages.ts', import.meta.url).pathname;
const bundle = await build({
  entryPoints: [entry],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
});
const { diagnosticPages } = await import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`);
const folder = new URL('../../docs/diagnostics/', import.meta.url);
mkdirSync(folder, { recursive: true });
const pages = diagnosticPages();
for (const name of readdirSync(folder)) if (!(name in pages)) rmSync(new URL(name, folder));
for (const [name, text] of Object.entries(pages)) writeFileSync(new URL(name, folder), text);
