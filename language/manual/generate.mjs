// Writes docs/reference from the records of the language. Part of `npm run generate`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const entry = new URL('./reference.ts', import.meta.url).pathname;
const bundle = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', platform: 'neutral' });
const { referencePages } = await import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`);
const folder = new URL('../../docs/reference/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(referencePages())) writeFileSync(new URL(name, folder), text);
