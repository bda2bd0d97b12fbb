// Writes the editor's snippet file from the records that completion uses. Part of `npm run generate`.
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const contents = `export { declarationSnippets } from '../../language/lsp/completion/snippets.js';
export { modelSnippets } from '../../language/lsp/completion/models.js';`;
const resolveDir = new URL('.', import.meta.url).pathname;
const bundle = await build({
  stdin: { contents, resolveDir, loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
});
const source = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
const { declarationSnippets, modelSnippets } = await import(`data:text/javascript;base64,${source}`);

// Without a prefix, so that the completion list does not show them a second time; "Insert Snippet" and "Fill File with Snippet" do.
const snippet = (description, body) => ({ description, body: body.split('\n') });
const snippets = {
  ...Object.fromEntries(
    modelSnippets.map(({ label, title, body }) => [`Model: ${label}`, { isFileTemplate: true, ...snippet(title, body) }]),
  ),
  ...Object.fromEntries(declarationSnippets.map(({ keyword, title, body }) => [keyword, snippet(title, body)])),
};
writeFileSync(new URL('soret.json', import.meta.url), `${JSON.stringify(snippets, null, 2)}\n`);
