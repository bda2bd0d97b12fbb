/** The `soret` program. */
import { servesACall } from './mcp/call.js';
import { soret } from './soret.js';
import { servesAsWorker } from './sweep/pool.js';
import { processTerminal } from './terminal.js';

if (!servesAsWorker() && !servesACall()) main();

function main(): void {
  soret(process.argv.slice(2), processTerminal()).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`soret: a defect in soret itself, please report it:\n${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 3;
    },
  );
}
