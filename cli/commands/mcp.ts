/** `soret mcp`: the command line as tools for agents. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Arguments, Command } from '../command.js';
import { UsageError } from '../command.js';
import { exit } from '../exit.js';
import { quantities } from '../../solver/quantities/quantity.js';
import { kindOf } from '../model/files.js';
import { parseQuantity } from '../model/quantity.js';

export const mcp: Command = {
  name: 'mcp',
  summary: 'Serve the Model Context Protocol to an agent, over standard input and output',
  usage: "[--folder DIR] [--time-limit '60 s'] [--memory-limit MB]",
  positionals: { least: 0, most: 0, what: 'options' },
  options: {
    folder: {
      type: 'text',
      placeholder: 'DIR',
      doc: 'only files in this folder are read (default: where it is started); nothing is written',
    },
    'time-limit': { type: 'text', quantity: true, placeholder: "'60 s'", doc: 'a call that takes longer is stopped (default 60 s)' },
    'memory-limit': { type: 'text', placeholder: 'MB', doc: 'a call that takes more is stopped (default 1024)' },
  },
  examples: ['soret mcp', "soret mcp --folder models --time-limit '5 min'"],
  async run(given) {
    const folder = folderOf(given);
    const limits = { time: timeLimit(given), memory: memoryLimit(given) };
    // Loaded here only: no other command needs the protocol.
    const { serveMcp } = await import('../mcp/server.js');
    await serveMcp(folder, limits);
    return exit.ok;
  },
};

function folderOf(given: Arguments): string {
  const folder = path.resolve(given.text('folder') ?? '.');
  if (!kindOf(folder)?.isDirectory()) throw new UsageError(`--folder ${folder}: there is no such folder.`);
  return realpathSync(folder);
}

function timeLimit(given: Arguments): number {
  const text = given.text('time-limit') ?? '60 s';
  const read = parseQuantity(text);
  if ('problem' in read || read.dimension !== quantities.time.dimension || !(read.si > 0))
    throw new UsageError(`--time-limit ${text} is not a time; write it as in --time-limit '60 s'.`);
  return Math.min(read.si, 86_400);
}

function memoryLimit(given: Arguments): number {
  const text = given.text('memory-limit') ?? '1024';
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 128)
    throw new UsageError(`--memory-limit ${text} is not a whole number of megabytes from 128 on.`);
  return limit;
}
