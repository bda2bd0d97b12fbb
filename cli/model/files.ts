/** Which files a command was given, told in the user's words when they cannot be used. */
import { readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../command.js';
import { leavesFolder, mayRead, textName, type Sandbox } from './sandbox.js';

/** Where the file of a name is. */
export const pathOf = (file: string, sandbox?: Sandbox): string => path.resolve(sandbox?.folder ?? '', file);

/** What stands under a name; undefined when nothing does, or nothing that may be looked at. */
export function kindOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

/** Text of a model file. Throws `UsageError` when there is none. */
export function modelText(file: string, sandbox?: Sandbox): string {
  if (sandbox?.text !== undefined && file === textName) return sandbox.text;
  const full = pathOf(file, sandbox);
  if (sandbox) refuseOutside(file, full, sandbox);
  const kind = kindOf(full);
  if (!kind) throw new UsageError(`there is no file ${file}.`);
  if (kind.isDirectory()) throw new UsageError(`${file} is a folder; name its files: ${file.replace(/[/\\]$/, '')}${path.sep}*.soret`);
  if (!file.endsWith('.soret')) throw new UsageError(`${file} is not a model: its name does not end in .soret.`);
  if (sandbox && !mayRead(full, sandbox)) throw new UsageError(`${file} is too large or no ordinary file.`);
  try {
    return readFileSync(full, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  }
}

/** Asked before anything else, so that not even the existence of other files shows. */
function refuseOutside(file: string, full: string, { folder }: Sandbox): void {
  const outside = () => new UsageError(`${file} is outside of the folder ${folder}; only files in it are read.`);
  if (leavesFolder(path.relative(folder, full))) throw outside();
  let real: string;
  try {
    real = realpathSync(full);
  } catch {
    return; // it does not exist
  }
  if (leavesFolder(path.relative(realpathSync(folder), real))) throw outside();
}
