/** Where things are. `npm ci` in this folder is the whole installation of VS Code and of a browser. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');
export const modules = path.join(here, 'node_modules');
export const vscodeDir = path.join(modules, 'code-server/lib/vscode');
export const shots = path.join(root, 'test/shots');

/** VS Code serves `/node_modules/…` out of its own folder: let it find the packages that npm put beside it. */
export function linkModules() {
  const link = path.join(vscodeDir, 'node_modules');
  if (!fs.existsSync(link)) fs.symlinkSync('../../..', link, 'dir');
}

/** A throw-away copy of `examples/`, so that no test writes into the checkout. */
export function temporaryWorkspace() {
  const parent = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'soret-'));
  const folder = path.join(parent, 'examples');
  fs.cpSync(path.join(root, 'examples'), folder, { recursive: true });
  return { folder, remove: () => fs.rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}
