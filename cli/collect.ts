/** A command whose words are collected instead of printed. */
import type { ExitCode } from './exit.js';
import { soret } from './soret.js';
import type { Terminal } from './terminal.js';

export interface Answer {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** `terminal`: what is to be otherwise than on a terminal of 80 columns that nobody watches. */
export async function collect(argv: readonly string[], terminal: Partial<Terminal> = {}): Promise<Answer> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await soret(argv, {
    write: (text) => void out.push(text),
    note: (text) => void err.push(text),
    watched: false,
    columns: 80,
    colours: false,
    cancelled: () => false,
    ...terminal,
  });
  return { code, out: out.join(''), err: err.join('') };
}
