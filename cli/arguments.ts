/** Reads a command's arguments; every mistake is told in the user's words. */
import { parseArgs } from 'node:util';
import { parseUnit } from '../language/units/parse.js';
import { UsageError, type Arguments, type Command } from './command.js';
import { nearest } from '../language/validation/nearest.js';

// `-3e-3` is a number, not an option: its sign is swapped for a typographic minus while the parser looks at it.
const MINUS = '\u2212';
const hideSign = (argument: string): string => (/^-[\d.]/.test(argument) ? MINUS + argument.slice(1) : argument);
const showSign = (argument: string): string => (argument.startsWith(MINUS) ? `-${argument.slice(1)}` : argument);

/** `--at 25 degC` → `--at`, `25 degC`: a unit that follows a number belongs to it. */
function joinUnits(command: Command, argv: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const option = /^--([^=]+)$/.exec(joined.at(-1) ?? '')?.[1];
    const unit = argv[i + 1];
    const takesUnit =
      option !== undefined && command.options[option]?.quantity === true && /(^|=)\s*[-+]?[\d.]+([eE][-+]?\d+)?$/.test(argv[i]!);
    if (takesUnit && unit !== undefined && !unit.startsWith('-') && 'unit' in parseUnit(unit)) {
      joined.push(`${argv[i]} ${unit}`);
      i++;
    } else joined.push(argv[i]!);
  }
  return joined;
}

/** Throws `UsageError`. */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      {
        type: option.type === 'flag' ? ('boolean' as const) : ('string' as const),
        multiple: true,
        ...(option.short && { short: option.short }),
      },
    ]),
  );
  const { positionals, tokens } = parseArgs({
    args: joinUnits(command, argv).map(hideSign),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = command.options[token.name];
    if (!option) {
      const guess = nearest(token.name, Object.keys(command.options));
      throw new UsageError(`there is no option ${token.rawName}.${guess ? ` Did you mean --${guess}?` : ''}`);
    }
    if (option.type === 'flag' && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
    if (option.type === 'text' && (token.value === undefined || token.value === ''))
      throw new UsageError(`${token.rawName} needs a value${option.placeholder ? `: ${token.rawName} ${option.placeholder}` : ''}.`);
    const value = showSign(token.value ?? '');
    if (option.words && !option.words.includes(value))
      throw new UsageError(`${token.rawName} is one of ${option.words.join(', ')}, not ${value}.`);
    const earlier = values.get(token.name);
    if (earlier && !option.repeated && option.type === 'text') throw new UsageError(`${token.rawName} is given twice.`);
    values.set(token.name, [...(earlier ?? []), value]);
  }
  const { least, most, what } = command.positionals;
  if (positionals.length < least) throw new UsageError(`${what} is missing.`);
  if (positionals.length > most)
    throw new UsageError(`${positionals.slice(most).map(showSign).join(' ')} is too much: only ${what} is expected.`);
  return {
    positionals: positionals.map(showSign),
    text: (name) => values.get(name)?.[0],
    texts: (name) => values.get(name) ?? [],
    flag: (name) => values.has(name),
  };
}
