/** The walls of the house: which room may know which. Each rule says what is forbidden, why, and shows a violation that it must find. */
import type { Import } from './sources.js';

export interface Rule {
  /** As a sentence. */
  readonly name: string;
  forbids(edge: Import): boolean;
  /** A file and an import that the rule must find. */
  readonly planted: { readonly path: string; readonly text: string };
}

const within = (path: string, ...folders: readonly string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
const isOwn = (target: string) => within(target, 'solver', 'language', 'server', 'cli', 'extension', 'test') || target === 'package.json';
const isPackage = (target: string, ...names: readonly string[]) => names.some((name) => target === name || target.startsWith(`${name}/`));
const isNode = (target: string) =>
  target.startsWith('node:') || isPackage(target, 'fs', 'path', 'os', 'worker_threads', 'child_process', 'langium/node');

const inEditor = (path: string) => within(path, 'extension') && !within(path, 'extension/webview', 'extension/scripts');
/** Records of the language that are plain data: the editor shows them as they are. */
const plainRecords = ['language/lsp/completion/snippets.ts', 'language/lsp/completion/models.ts'];
/** The codes of reasons that a run can give: diagnostics with a page each. */
const runReasons = 'solver/study/reasons.ts';
const numerics = ['solver/assembly', 'solver/linear', 'solver/time', 'solver/mesh', 'solver/kernels'];
const isScript = (path: string) => path.endsWith('.mjs');

export const rules: readonly Rule[] = [
  {
    name: 'the solver knows nothing outside itself',
    forbids: ({ from, target }) => within(from, 'solver') && !isScript(from) && !within(target, 'solver'),
    planted: { path: 'solver/time/planted.ts', text: `import { readFileSync } from 'node:fs';` },
  },
  {
    name: 'numerics know no physics',
    forbids: ({ from, target }) => within(from, ...numerics) && within(target, 'solver/physics'),
    planted: { path: 'solver/assembly/planted.ts', text: `import { terms } from '../physics/index.js';` },
  },
  {
    name: 'kernels know numbers only',
    forbids: ({ from, target }) => within(from, 'solver/kernels') && !isScript(from) && !within(target, 'solver/kernels'),
    planted: { path: 'solver/kernels/planted.ts', text: `import type { Front } from '../mesh/layout.js';` },
  },
  {
    name: 'the source of the kernels is compiled, not imported',
    forbids: ({ from, target }) => within(target, 'solver/kernels/source') && !within(from, 'solver/kernels/source'),
    planted: { path: 'solver/kernels/planted.ts', text: `import { factor } from './source/fronts.js';` },
  },
  {
    name: 'only numerics know kernels',
    forbids: ({ from, target }) => within(target, 'solver/kernels') && !within(from, ...numerics, 'test'),
    planted: { path: 'solver/study/planted.ts', text: `import { kernels } from '../kernels/kernels.js';` },
  },
  {
    name: 'physics knows no mesh and no solution method',
    forbids: ({ from, target, typeOnly }) =>
      within(from, 'solver/physics') && within(target, ...numerics) && !(typeOnly && target === 'solver/assembly/system.ts'),
    planted: { path: 'solver/physics/terms/planted.ts', text: `import type { Mesh } from '../../mesh/mesh.js';` },
  },
  {
    name: 'the language knows no editor, no process, no file system',
    forbids: ({ from, target }) =>
      within(from, 'language') &&
      !isScript(from) &&
      (isNode(target) || target === 'vscode' || (isOwn(target) && !within(target, 'language', 'solver'))),
    planted: { path: 'language/scope/planted.ts', text: `export { readFile } from 'node:fs/promises';` },
  },
  {
    name: 'the language does not run models',
    forbids: ({ from, target, typeOnly }) =>
      within(from, 'language') &&
      !typeOnly &&
      within(target, 'solver') &&
      within(target, ...numerics, 'solver/study', 'solver/observe') &&
      target !== runReasons,
    planted: { path: 'language/lower/planted.ts', text: `import { newton } from '../../solver/time/newton.js';` },
  },
  {
    name: 'the server knows no editor',
    forbids: ({ from, target }) => within(from, 'server') && isOwn(target) && !within(target, 'server', 'language', 'solver'),
    planted: { path: 'server/planted.ts', text: `import { page } from '../extension/results/page.js';` },
  },
  {
    name: 'the command line knows no editor',
    forbids: ({ from, target }) => within(from, 'cli') && within(target, 'extension', 'test'),
    planted: { path: 'cli/commands/planted.ts', text: `import type { HostMessage } from '../../extension/webview/messages.js';` },
  },
  {
    name: 'only the VS Code half and its suite import vscode',
    forbids: ({ from, target }) =>
      (target === 'vscode' || isPackage(target, 'vscode-languageclient')) && !inEditor(from) && !within(from, 'test/vscode'),
    planted: { path: 'extension/webview/planted.ts', text: `import * as vscode from 'vscode';` },
  },
  {
    name: 'the VS Code half has no Node outside its Node entry and its scripts',
    forbids: ({ from, target }) =>
      inEditor(from) && !isScript(from) && (isNode(target) || target === 'vscode-languageclient/node') && from !== 'extension/client.ts',
    planted: { path: 'extension/planted.ts', text: `const path = await import('node:path');` },
  },
  {
    name: 'the VS Code half talks to the language through the server',
    forbids: ({ from, target }) =>
      inEditor(from) &&
      !isScript(from) &&
      (within(target, 'language', 'cli') || within(target, 'server')) &&
      target !== 'server/protocol.ts' &&
      !plainRecords.includes(target),
    planted: { path: 'extension/planted.ts', text: `import { createSoretServices } from '../language/services.js';` },
  },
  {
    name: 'the page of the results view knows the solver and the messages only',
    forbids: ({ from, target }) =>
      within(from, 'extension/webview') &&
      (isNode(target) ||
        (isOwn(target) && !within(target, 'extension/webview', 'solver') && target !== 'server/protocol.ts' && target !== 'package.json')),
    planted: { path: 'extension/webview/plots/planted.ts', text: `import { check } from '../../../language/check/check.js';` },
  },
  {
    name: 'one file knows the kit of user interface pieces',
    forbids: ({ from, target }) => isPackage(target, '@vscode/webview-ui-toolkit') && from !== 'extension/webview/kit.ts',
    planted: { path: 'extension/webview/views/planted.ts', text: `import { Button } from '@vscode/webview-ui-toolkit';` },
  },
  {
    name: 'no source imports a test',
    forbids: ({ from, target }) => !within(from, 'test', 'extension/scripts') && within(target, 'test'),
    planted: { path: 'solver/planted.ts', text: `import { check } from '../test/check.js';` },
  },
];
