/** The texts behind `--help`, made from the commands' records. */
import type { Command } from './command.js';

export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((c) => c.name.length));
  return [
    'soret: check, run and test models of thermodiffusion (.soret files)',
    '',
    'Usage: soret COMMAND [options]',
    '',
    ...commands.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`),
    '',
    'soret COMMAND --help says more about one command; soret --version prints the version.',
    'Exit codes: 0 fine, 1 the model has errors or an expectation failed, 2 wrong usage, 3 a run failed, 130 cancelled.',
    '',
  ].join('\n');
}

export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => {
    const value = option.words?.join('|') ?? option.placeholder;
    return [
      `${option.short ? `-${option.short}, ` : ''}--${name}${option.type === 'text' ? ` ${value ?? 'TEXT'}` : ''}`,
      option.doc,
    ] as const;
  });
  const width = Math.min(36, Math.max(0, ...options.map(([left]) => left.length)));
  return [
    `Usage: soret ${command.name} ${command.usage}`,
    '',
    `${command.summary}.`,
    ...(options.length ? ['', 'Options'] : []),
    ...options.map(([left, doc]) => {
      const right = doc.replace(/\n/g, `\n  ${' '.repeat(width)}  `);
      return left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`;
    }),
    ...(command.examples.length ? ['', 'Examples', ...command.examples.map((e) => `  ${e}`)] : []),
    '',
  ].join('\n');
}
