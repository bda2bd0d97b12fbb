/** Which files a command was given, told in the user's words when they cannot be used. */
import { readFileSync, statSync } from 'node:fs';
import { UsageError } from '../command.js';

/** Text of a model file. Throws `UsageError` when there is none. */
export function modelText(file: string): string {
  const kind = statSync(file, { throwIfNoEntry: false });
  if (!kind) throw new UsageError(`there is no file ${file}.`);
  if (kind.isDirectory()) throw new UsageError(`${file} is a folder; name its files: ${file.replace(/\/$/, '')}/*.soret`);
  if (!file.endsWith('.soret')) throw new UsageError(`${file} is not a model: its name does not end in .soret.`);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  }
}
