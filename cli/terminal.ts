import type { Sandbox } from './model/sandbox.js';

/** What a command may do to the world outside: say something, learn that the user wants to stop. Tests pass one of their own. */
export interface Terminal {
  /** The answer (standard output). */
  readonly write: (text: string) => void;
  /** Everything else: progress, notes, what went wrong (standard error). */
  readonly note: (text: string) => void;
  /** A person watches standard error: progress may be drawn. */
  readonly watched: boolean;
  readonly columns: number;
  /** Escape codes for colours may be written to standard output. */
  readonly colours: boolean;
  /** True once the user pressed Ctrl-C. */
  readonly cancelled: () => boolean;
  /** Present when a program asks instead of a person: what it may read. It writes nothing then. */
  readonly sandbox?: Sandbox;
}

export function processTerminal(): Terminal {
  let stopped = false;
  process.on('SIGINT', () => {
    // A second Ctrl-C means it.
    if (stopped) process.exit(130);
    stopped = true;
  });
  // `soret … | head` closes the pipe early: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  return {
    write: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 80,
    colours: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    cancelled: () => stopped,
  };
}
