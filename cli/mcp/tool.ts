/** A command of the command line as a tool that a program may call. Names and texts of options come from the command's own record. */
import * as z from 'zod';
import type { Command } from '../command.js';
import { textName } from '../model/sandbox.js';

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodType<Input>;
  /** True when it works on a model, given as `file` or `text`. */
  readonly takesModel: boolean;
  /** What would be typed after `soret`. */
  argv(input: Input): readonly string[];
}
export type Input = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

interface Recipe {
  readonly command: Command;
  /** What the command is given beside options, and how it is written. */
  readonly positionals: Readonly<Record<string, z.ZodType>>;
  readonly written: (input: Input) => readonly string[];
  /** Options of the command that a call may give. */
  readonly options?: readonly string[];
  /** Given with every call. */
  readonly fixed?: readonly string[];
  /** Added to the command's summary. */
  readonly more: string;
}

export function toolOf({ command, positionals, written, options = [], fixed = [], more }: Recipe): Tool {
  const schemas = Object.fromEntries(options.map((name) => [name, optionSchema(command, name)]));
  return {
    name: command.name,
    title: command.summary,
    description: `${command.summary}. ${more}`,
    // What is misspelt must be refused, not ignored.
    input: z.strictObject({ ...positionals, ...schemas }) as unknown as z.ZodType<Input>,
    takesModel: positionals === oneModel,
    argv: (input) => [command.name, ...written(input), ...options.flatMap((name) => optionWords(name, input[name])), ...fixed],
  };
}

function optionSchema(command: Command, name: string): z.ZodType {
  const option = command.options[name];
  if (!option) throw new Error(`${command.name} has no option ${name}`);
  const text = option.words ? z.enum(option.words) : z.string();
  const doc = option.placeholder ? `${option.doc}; written as ${option.placeholder}` : option.doc;
  const schema = option.type === 'flag' ? z.boolean() : option.repeated ? z.array(text) : text;
  return schema.optional().describe(doc);
}

/** `--name=value` cannot be taken for another option, whatever the value is. */
function optionWords(name: string, value: Input[string]): readonly string[] {
  if (value === undefined || value === false) return [];
  if (value === true) return [`--${name}`];
  return (typeof value === 'string' ? [value] : value).map((one) => `--${name}=${one}`);
}

/** Input of tools that work on one model, given as a file or as a text. */
export const oneModel = {
  file: z.string().optional().describe('path of a .soret file in the folder; give either this or text'),
  text: z.string().optional().describe('a whole model, instead of a file'),
};
export const modelWords = ({ text, file }: Input): readonly string[] => [text === undefined ? named(file) : textName];

/** A name that begins with a dash is no option. */
export const named = (word: Input[string]): string => (typeof word === 'string' ? (word.startsWith('-') ? `./${word}` : word) : '');
