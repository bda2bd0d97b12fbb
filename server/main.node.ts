/** The language server as a process: over stdio, a pipe, a socket or node IPC, as the client's arguments say. */
import '../language/polyfill.js';
import { existsSync } from 'node:fs';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.js';

const connection = createConnection(ProposedFeatures.all);
// A defect in one request must not take the user's session down.
process.on('uncaughtException', (error) => connection.console.error(`uncaught: ${error.stack ?? String(error)}`));
process.on('unhandledRejection', (reason) =>
  connection.console.error(`unhandled: ${reason instanceof Error ? reason.stack : String(reason)}`),
);
/** The pages are installed beside the bundle. */
const pages = new URL('../docs/diagnostics', import.meta.url);
serve(connection, { fileSystem: NodeFileSystem, pages: existsSync(pages) ? pages.href : undefined });
