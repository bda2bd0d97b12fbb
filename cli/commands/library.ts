/** `soret library`: the built-in materials with their citations. */
import { URI } from 'langium';
import { builtInText, libraryNames } from '../../language/documents/addresses.js';
import { didYouMean, nearest } from '../../language/validation/nearest.js';
import type { Command } from '../command.js';
import { UsageError } from '../command.js';
import { exit } from '../exit.js';

const textOf = (name: string): string => builtInText(URI.parse(`soret:/${name}.soret`)) ?? '';

export const library: Command = {
  name: 'library',
  summary: 'Show the built-in materials, which `import "soret:NAME"` brings into a model',
  usage: '[NAME]',
  positionals: { least: 0, most: 1, what: 'the name of a library' },
  options: {},
  examples: ['soret library', 'soret library liquids'],
  async run(given, terminal) {
    const [name] = given.positionals;
    if (name === undefined) {
      terminal.write(libraryNames.map((n) => `${n}\n  ${firstComment(textOf(n))}\n`).join(''));
      return exit.ok;
    }
    const wanted = name.replace(/^soret:/, '');
    if (!libraryNames.includes(wanted))
      throw new UsageError(
        `there is no library ${name}${didYouMean(nearest(wanted, libraryNames)) ? `; ${didYouMean(nearest(wanted, libraryNames))}` : '.'} soret library lists them.`,
      );
    terminal.write(textOf(wanted));
    return exit.ok;
  },
};

/** What a library says of itself in its first line. */
const firstComment = (text: string): string =>
  text
    .split('\n')
    .find((line) => /^\s*(\/\/|\/?\*)/.test(line))
    ?.replace(/^[\s/*]+/, '')
    .replace(/[\s*/]+$/, '') ?? '';
