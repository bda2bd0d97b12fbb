/** THE table of tools of `soret mcp`. */
import * as z from 'zod';
import { check } from '../commands/check.js';
import { convert } from '../commands/convert.js';
import { design } from '../commands/design.js';
import { explain } from '../commands/explain.js';
import { fit } from '../commands/fit.js';
import { library } from '../commands/library.js';
import { run } from '../commands/run.js';
import { sweep } from '../commands/sweep.js';
import { test } from '../commands/test.js';
import { modelWords, named, oneModel, toolOf, type Input, type Tool } from './tool.js';

const words = (value: Input[string]): readonly string[] => (typeof value === 'string' ? value.trim().split(/\s+/) : []);
const optional = (value: Input[string]): readonly string[] => (value === undefined ? [] : [named(value)]);
const json = ['--format=json'];

export const tools: readonly Tool[] = [
  toolOf({
    command: check,
    positionals: oneModel,
    written: modelWords,
    fixed: json,
    more: 'Answers the JSON document of `soret check --format json`: code, message, zero-based range and quick fixes of every diagnostic. Call it after every change of a model.',
  }),
  toolOf({
    command: run,
    positionals: oneModel,
    written: modelWords,
    options: ['study', 'set', 'fields'],
    fixed: json,
    more: 'Answers the JSON document of `soret run --format json` in SI units: measures with error estimates, balances, expectations; a study that failed says why in `reason`.',
  }),
  toolOf({
    command: test,
    positionals: oneModel,
    written: modelWords,
    more: 'Answers the Test Anything Protocol.',
  }),
  toolOf({
    command: sweep,
    positionals: oneModel,
    written: modelWords,
    options: ['study', 'set'],
    fixed: json,
    more: 'Answers the same JSON document as run, with the parameters and measures of every case. Writes no table.',
  }),
  toolOf({
    command: fit,
    positionals: oneModel,
    written: modelWords,
    options: ['study', 'set'],
    fixed: json,
    more: 'Answers the same JSON document as run, with the fitted values, standard errors, correlation and condition number.',
  }),
  toolOf({
    command: design,
    positionals: oneModel,
    written: modelWords,
    options: ['measure', 'study', 'at', 'vary', 'largest', 'smallest', 'reach', 'set'],
    fixed: json,
    more: 'Answers one JSON document: the sensitivity of the measure to every parameter and, where a goal is given, the parameters that meet it.',
  }),
  toolOf({
    command: explain,
    positionals: {
      code: z.string().optional().describe('the code of a diagnostic, such as unit/mismatch; without it all codes are listed'),
    },
    written: ({ code }) => optional(code),
    more: 'Answers the documentation page in Markdown, with an example and how to mend it.',
  }),
  toolOf({
    command: convert,
    positionals: {
      value: z
        .string()
        .describe('what to convert: a number with its unit, and the convention where the unit leaves it open: 9.5e-3 1/K, or 2.83 alpha_T'),
      to: z.string().describe('a convention (S_T, D_T, alpha_T, k_T, Q*, D^T, Dufour), a unit, or both: Q* kJ/mol'),
    },
    written: ({ value, to }) => [...words(value), 'to', ...words(to)],
    options: Object.keys(convert.options),
    more: 'Says which of the optional quantities are missing where the conversion depends on them.',
  }),
  toolOf({
    command: library,
    positionals: { name: z.string().optional().describe('name of a library; without it all are listed') },
    written: ({ name }) => optional(name),
    more: 'Answers the text of the library in the Soret language, with the literature that the data are from.',
  }),
];
