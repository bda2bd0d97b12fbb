/** Writing files, with what hinders it told in the user's words. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../command.js';
import { kindOf } from './files.js';

/** Makes a folder and those above it. Step by step: Node's own way never ends below folders that take no new ones. Throws `UsageError`. */
export function makeFolder(folder: string): void {
  const kind = kindOf(folder);
  if (kind?.isDirectory()) return;
  if (kind) throw new UsageError(`${folder} is a file, so nothing can be written into it; name a folder.`);
  const above = path.dirname(folder);
  if (above !== folder) makeFolder(above);
  written(folder, () => mkdirSync(folder));
}

/** Throws `UsageError`. */
export function writeFile(file: string, content: string | Uint8Array): void {
  written(file, () => writeFileSync(file, content));
}

/** Does something that writes into `file`. Throws `UsageError` when the system refuses. */
export function written<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${hindrance(error)}.`);
  }
}
/** Why the system refused, in words. */
export const hindrance = (error: unknown): string =>
  error instanceof Error && 'code' in error ? (reasons[String(error.code)] ?? error.message) : String(error);
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it is not yours to write',
  EPERM: 'it is not yours to write',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'it would be larger than files may be',
  ENOENT: 'its folder does not exist',
  EISDIR: 'it is a folder',
  ENOTDIR: 'what should be its folder is a file',
  EEXIST: 'it exists already',
};
