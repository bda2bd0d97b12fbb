/** `soret mcp`: the Model Context Protocol over standard input and output. Every tool is a command of the command line. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import * as z from 'zod';
import { version } from '../../package.json';
import { exit } from '../exit.js';
import type { Sandbox } from '../model/sandbox.js';
import type { Answer } from '../collect.js';
import { call, type Limits } from './call.js';
import { instructions } from './instructions.js';
import type { Input, Tool } from './tool.js';
import { tools } from './tools.js';

/** The other side keeps an answer in memory as a whole [characters]. */
const LONGEST = 10_000_000;

/** Serves until the other side closes its end or this process is asked to stop. */
export async function serveMcp(folder: string, limits: Limits): Promise<void> {
  // Checking input must not make code of text at run time.
  z.config({ jitless: true });
  const server = new McpServer({ name: 'soret', version }, { instructions });
  const queue = oneAtATime();
  for (const tool of tools) register(server, tool, folder, limits, queue);
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    transport.onclose = resolve;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    process.stdin.once('end', () => resolve());
  });
  await server.connect(transport);
  await closed;
  await server.close();
}

function register(server: McpServer, tool: Tool, folder: string, limits: Limits, queue: <T>(work: () => Promise<T>) => Promise<T>): void {
  const { title, description, input } = tool;
  const annotations = { title, readOnlyHint: true, openWorldHint: false };
  server.registerTool(tool.name, { title, description, inputSchema: input, annotations }, async (given: Input, { signal }) => {
    const problem = tool.takesModel ? modelProblem(given) : undefined;
    if (problem) return resultOf({ code: exit.usage, out: '', err: problem });
    const text = typeof given['text'] === 'string' ? given['text'] : undefined;
    const sandbox: Sandbox = { folder, ...(text !== undefined && { text }) };
    return resultOf(await queue(() => call(tool.argv(given), sandbox, limits, signal)));
  });
}

function modelProblem({ file, text }: Input): string | undefined {
  if (file !== undefined && text !== undefined) return 'Give either file or text, not both.';
  if (file === undefined && text === undefined) return 'Give file, the path of a .soret file in the folder, or text, a whole model.';
  return undefined;
}

/** The text is what the command line prints; the exit code goes along. An answer that says what is wrong with a model is no error of the call. */
function resultOf({ code, out, err }: Answer): CallToolResult {
  const answer = out.startsWith('{') ? JSON.stringify(JSON.parse(out)) : out;
  const tooLong = answer.length > LONGEST;
  const text = tooLong
    ? `The answer has ${(answer.length / 1e6).toFixed(1)} million characters, more than ${LONGEST / 1e6} million: leave out fields, or name one study.`
    : answer || err;
  return { content: [{ type: 'text', text }], isError: tooLong || answer === '', _meta: { 'soret/exit': code } };
}

/** Calls wait for one another: together they could take more memory than one may. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
