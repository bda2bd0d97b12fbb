/** What a command is. Help, parsing and dispatch derive from this record. */
import type { ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

export interface Option {
  readonly type: 'text' | 'flag';
  readonly short?: string;
  readonly repeated?: boolean;
  /** The value is a number with a unit, which people write without quotes: `--at 25 degC`. */
  readonly quantity?: boolean;
  /** What the help shows for the value. */
  readonly placeholder?: string;
  /** The only values allowed. */
  readonly words?: readonly string[];
  readonly doc: string;
}

export interface Arguments {
  readonly positionals: readonly string[];
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  flag(option: string): boolean;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** After the name: `FILE… [options]`. */
  readonly usage: string;
  readonly positionals: { readonly least: number; readonly most: number; readonly what: string };
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  run(given: Arguments, terminal: Terminal): Promise<ExitCode>;
}

/** Wrong usage: shown with a hint at `--help`, exit code 2. */
export class UsageError extends Error {}
/** The world stands in the way of a command that was right: shown alone, exit code 3. */
export class ObstacleError extends Error {}
