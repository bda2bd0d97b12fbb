/** THE table of commands. Help, parsing and the manual's list derive from it. */
import type { Command } from '../command.js';
import { check } from './check.js';
import { convert } from './convert.js';
import { design } from './design.js';
import { explain } from './explain.js';
import { exportModel } from './export.js';
import { fit } from './fit.js';
import { format } from './format.js';
import { library } from './library.js';
import { lsp } from './lsp.js';
import { mcp } from './mcp.js';
import { run } from './run.js';
import { sweep } from './sweep.js';
import { test } from './test.js';

export const commands: readonly Command[] = [
  check,
  run,
  test,
  sweep,
  fit,
  design,
  format,
  explain,
  library,
  convert,
  exportModel,
  lsp,
  mcp,
];
