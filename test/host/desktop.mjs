/** The same suite in desktop VS Code through @vscode/test-electron, where VS Code can be downloaded or `$VSCODE_EXECUTABLE` names one. */
import { runTests } from '@vscode/test-electron';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, temporaryWorkspace } from './paths.mjs';

export async function desktopHost() {
  const workspace = temporaryWorkspace();
  try {
    return await runTests({
      version: '1.100.3',
      vscodeExecutablePath: process.env.VSCODE_EXECUTABLE,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'dist/test/node.cjs'),
      launchArgs: [workspace.folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--disable-telemetry', '--no-sandbox'],
    });
  } finally {
    workspace.remove();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await desktopHost();
