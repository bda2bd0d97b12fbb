/**
 * `npm start`: from a fresh clone to an open model. Installs, builds and opens VS Code on `examples/` with the extension loaded:
 * the desktop `code` where there is one, else VS Code's server build in a browser. Plain Node without packages, because it installs them.
 */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const examples = path.join(root, 'examples');
const windows = process.platform === 'win32';

main();

async function main() {
  install(root, 'esbuild');
  must(process.execPath, ['esbuild.mjs'], root);
  if (!process.argv.includes('--browser') && exists('code')) {
    console.log('Opening VS Code on examples/ …');
    return must('code', ['--new-window', `--extensionDevelopmentPath=${root}`, examples, path.join(examples, 'gin-and-tonic.soret')], root);
  }
  await openInBrowser();
}

async function openInBrowser() {
  const host = path.join(root, 'test/host');
  install(host, 'code-server');
  const { startVSCode, windowUrl } = await import('../../test/host/vscode-server.mjs');
  // Settings and open editors stay from one start to the next.
  const dataDir = path.join(os.homedir(), '.soret-vscode');
  fs.mkdirSync(dataDir, { recursive: true });
  const server = await startVSCode({ dataDir });
  const url = windowUrl(server, examples, root);
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  const opened = exists(opener) && (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (opened)
    spawn(opener, [url], { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
  console.log(
    `VS Code runs at\n\n  ${url}\n\n${opened ? 'It opens in your browser.' : 'Open this address in a browser.'} Press Ctrl+C to end it.`,
  );
  const end = async () => {
    await server.stop();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/** A folder without its packages is a fresh clone. */
function install(folder, witness) {
  if (!fs.existsSync(path.join(folder, 'node_modules', witness))) must(windows ? 'npm.cmd' : 'npm', ['ci'], folder);
}

function must(program, args, cwd) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: 'inherit', shell: windows });
  if (status === 0) return;
  console.error(error ? String(error) : `${program} ${args.join(' ')} ended with ${status}`);
  process.exit(1);
}

function exists(program) {
  return spawnSync(windows ? 'where' : 'which', [program], { stdio: 'ignore' }).status === 0;
}
