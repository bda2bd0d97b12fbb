/** The same suite in desktop VS Code through @vscode/test-electron, where VS Code can be downloaded or `$VSCODE_EXECUTABLE` names one. */
import { runTests } from '@vscode/test-electron';
import path from 'node:path';
import { root, temporaryWorkspace } from './paths.mjs';
import { report } from './suite.mjs';

export async function desktopHost() {
  const workspace = temporaryWorkspace();
  try {
    const code = await runTests({
      version: '1.100.3',
      vscodeExecutablePath: process.env.VSCODE_EXECUTABLE,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'dist/test/node.cjs'),
      launchArgs: [workspace.folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--disable-telemetry', '--no-sandbox'],
    });
    // The window's console does not come back from there; the suite as a whole counts as one.
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  } finally {
    workspace.remove();
  }
}

await report(import.meta.url, desktopHost);
