/** The project's own files, and what their text says once comments are taken out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Source {
  /** Path from the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

const rooms = ['language', 'extension', 'server', 'solver', 'cli', 'test'];
const notOurs = new Set(['node_modules', 'generated', 'shots', 'dist', 'out', '.chromium']);

/** Every hand-written TypeScript, JavaScript and grammar file. */
export function handWritten(): readonly Source[] {
  const inRooms = rooms.flatMap((room) => walk(join(root, room)));
  return [...inRooms, join(root, 'esbuild.mjs')].map(read).filter(({ text }) => !/^\/[/*].*\bgenerated\b.*do not edit/i.test(text));
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : walk(join(folder, entry.name));
    return /\.(ts|mts|mjs|langium)$/.test(entry.name) && !/generated/.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}

const read = (file: string): Source => ({ path: relative(root, file).split('\\').join('/'), text: readFileSync(file, 'utf8') });

/** Text without comments; strings stay, because imports are strings. Lines keep their numbers. */
export function withoutComments(text: string): string {
  const comment = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(comment, (match, string?: string) => string ?? match.replace(/[^\n]/g, ' '));
}

export interface Import {
  readonly from: string;
  /** The specifier as written, or the path from the root when it is relative. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Everything that a file imports, in whatever form. */
export function importsOf({ path, text }: Source): readonly Import[] {
  const code = withoutComments(text);
  const statements = [...code.matchAll(/^\s*(?:import|export)(\s+type)?\b[^'";]*?from\s*['"]([^'"]+)['"]/gm)];
  const bare = [...code.matchAll(/(?:^\s*import|\bimport\s*\(|\brequire\s*\()\s*(['"])([^'"]+)\1/gm)];
  return [
    ...statements.map(([, type, specifier]) => ({ from: path, target: resolved(path, specifier ?? ''), typeOnly: type !== undefined })),
    ...bare.map(([, , specifier]) => ({ from: path, target: resolved(path, specifier ?? ''), typeOnly: false })),
  ];
}

function resolved(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const target = join(from, '..', specifier).split('\\').join('/');
  return target.replace(/\.js$/, '.ts');
}
