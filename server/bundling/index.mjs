/** What the bundles of the server leave out: pages of diagnostics, and what libraries bring along but the server never reaches. */
import fs from 'node:fs/promises';
import { inBrief } from './lodash.mjs';
import { asModule, hasEffects, withPureNamespaces } from './modules.mjs';
import { withModules } from './namespaces.mjs';
import { withPackedTexts } from './packed.mjs';
import { withPackedReflection } from './reflection.mjs';
import { withoutPages } from './records.mjs';
import { unusedIn, without } from './unused.mjs';

const commonJs = /[\\/]node_modules[\\/]vscode-(jsonrpc|languageserver|languageserver-protocol)[\\/]/;
const namespaces = /[\\/]node_modules[\\/]vscode-languageserver-types[\\/]/;
const libraries = /[\\/]node_modules[\\/](langium|chevrotain|vscode-(jsonrpc|languageserver(-(protocol|types))?))[\\/]lib[\\/].*\.js$/;

const own = /[\\/](language|server)[\\/][^.]*(\.\w+)?\.ts$/;
const changes = [
  [/[\\/]language[\\/]validation[\\/]rules[\\/]/, withoutPages],
  [/[\\/]language[\\/](generated[\\/]grammar|library[\\/]texts)\.ts$/, withPackedTexts],
  [/[\\/]language[\\/]generated[\\/]ast\.ts$/, (text) => withPackedReflection(text, { keepsProperties: true })],
];

/** A file of a library as the server needs it. */
export function trimmed(text, path) {
  const unused = unusedIn(path.replaceAll('\\', '/'));
  // The grammar is read complete from its generated file: no defaults are filled in.
  if (/[\\/]langium[\\/]lib[\\/]languages[\\/]generated[\\/]ast\.js$/.test(path))
    return withPackedReflection(text, { keepsProperties: false });
  const left = unused ? without(text, unused) : text;
  if (commonJs.test(path)) return asModule(left, path);
  return namespaces.test(path) ? withPureNamespaces(left) : left;
}

/** @type {import("esbuild").Plugin[]} */
export const serverPlugins = [
  {
    name: 'own-texts-trimmed',
    setup(build) {
      build.onLoad({ filter: own }, async ({ path }) => {
        const change = changes.find(([file]) => file.test(path))?.[1] ?? ((text) => text);
        return { contents: change(withModules(await fs.readFile(path, 'utf8'))), loader: 'ts' };
      });
    },
  },
  {
    name: 'libraries-trimmed',
    setup(build) {
      build.onLoad({ filter: libraries }, async ({ path }) => ({ contents: trimmed(await fs.readFile(path, 'utf8'), path) }));
      build.onLoad({ filter: /[\\/]node_modules[\\/]lodash-es[\\/]\w+\.js$/ }, ({ path }) => ({ contents: inBrief(path) }));
      const asked = Symbol('asked');
      build.onResolve({ filter: /^(\.|vscode-(jsonrpc|languageserver))/ }, async ({ path, pluginData, ...from }) => {
        if (pluginData === asked || !commonJs.test(from.importer)) return undefined;
        const found = await build.resolve(path, { ...from, pluginData: asked });
        return { ...found, sideEffects: hasEffects(found.path) };
      });
    },
  },
];
