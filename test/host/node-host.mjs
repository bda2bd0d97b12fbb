/** The Mocha suite in VS Code's node extension host (server build). */
import path from 'node:path';
import { root, temporaryWorkspace } from './paths.mjs';
import { report, runSuite } from './suite.mjs';
import { startVSCode, windowUrl } from './vscode-server.mjs';

export async function nodeHost() {
  const workspace = temporaryWorkspace();
  const server = await startVSCode();
  try {
    return await runSuite('node-host', windowUrl(server, workspace.folder, root, { tests: path.join(root, 'dist/test/node.cjs') }));
  } finally {
    await server.stop();
    workspace.remove();
  }
}

await report(import.meta.url, nodeHost);
