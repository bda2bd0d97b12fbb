/** The shipped program, built into a folder of its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Builder {
  buildInto(folder: string, name: string): Promise<string>;
}

/** Path of a fresh `soret.cjs`, to be run by Node. */
export async function builtSoret(): Promise<string> {
  // The build script is plain JavaScript.
  const { buildInto } = (await import(new URL('../../esbuild.mjs', import.meta.url).href)) as Builder;
  return buildInto(mkdtempSync(path.join(tmpdir(), 'soret-dist-')), 'soret.cjs');
}
