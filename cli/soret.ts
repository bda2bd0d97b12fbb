/** The command line as a function: arguments in, exit code out. Nothing it meets becomes an uncaught exception. */
import { version } from '../package.json';
import { readArguments } from './arguments.js';
import { commands } from './commands/index.js';
import { ObstacleError, UsageError } from './command.js';
import { exit, type ExitCode } from './exit.js';
import { helpOf, overview } from './help.js';
import { nearest } from '../language/validation/nearest.js';
import type { Terminal } from './terminal.js';

export async function soret(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name === 'help' ? commands.find((c) => c.name === rest[0]) : undefined;
    if (name === 'help' && rest[0] !== undefined && !asked) return unknownCommand(rest[0], terminal);
    (name === undefined ? terminal.note : terminal.write)(asked ? helpOf(asked) : overview(commands));
    return name === undefined ? exit.usage : exit.ok;
  }
  if (name === '--version' || name === '-v') {
    terminal.write(`${version}\n`);
    return exit.ok;
  }
  const command = commands.find((c) => c.name === name);
  if (!command) return unknownCommand(name, terminal);
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.write(helpOf(command));
    return exit.ok;
  }
  try {
    return await command.run(readArguments(command, rest), terminal);
  } catch (error) {
    if (error instanceof ObstacleError) {
      terminal.note(`soret ${name}: ${error.message}\n`);
      return exit.runFailed;
    }
    if (!(error instanceof UsageError)) throw error;
    terminal.note(`soret ${name}: ${error.message}\nUsage: soret ${command.name} ${command.usage}\n`);
    return exit.usage;
  }
}

function unknownCommand(name: string, terminal: Terminal): ExitCode {
  const guess = nearest(
    name,
    commands.map((c) => c.name),
  );
  terminal.note(`soret: there is no command ${name}.${guess ? ` Did you mean ${guess}?` : ''} soret --help lists them.\n`);
  return exit.usage;
}
