/**
 * Starts VS Code's own web server out of the code-server package. code-server's wrapper (login, proxy) is not used and nothing native
 * is built: @vscode/spdlog and native-watchdog are stubs, the rest is optional or prebuilt.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { linkModules, vscodeDir } from './paths.mjs';

/** A window without greetings, network or anything that moves by itself. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'files.autoSave': 'off', // the web's default writes after a delay
  'files.hotExit': 'off',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'workbench.colorTheme': 'Default Dark Modern',
};

const startLimit = 60_000;

/**
 * @param {{ settings?: object, dataDir?: string, port?: number }} options `dataDir` keeps settings between starts; a temporary one is removed by `stop`.
 * @returns the addresses, the log and `stop`.
 */
export async function startVSCode({ settings = {}, dataDir, port } = {}) {
  linkModules();
  const temporary = dataDir ? undefined : fs.mkdtempSync(path.join(os.tmpdir(), 'soret-vscode-'));
  const home = dataDir ?? temporary;
  writeSettings(home, settings);
  const chosen = port ?? (await freePort());
  const log = [];
  const server = spawn(process.execPath, serverArguments(home, chosen), {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, HOME: home, TMPDIR: home, XDG_RUNTIME_DIR: home, EXTENSIONS_GALLERY: '{}' },
  });
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => log.push(String(data)));
  // Its own process group: server, extension hosts and language servers end together.
  const kill = () => {
    try {
      process.kill(-server.pid, 'SIGKILL');
    } catch {
      // already gone
    }
  };
  process.once('exit', kill);
  await answering(`http://127.0.0.1:${chosen}/`, server, kill, log);
  const stop = async () => {
    const gone = server.exitCode !== null || server.signalCode ? undefined : new Promise((resolve) => server.once('exit', resolve));
    kill();
    await gone;
    process.off('exit', kill);
    if (temporary) fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return { url: `http://127.0.0.1:${chosen}`, remote: `vscode-remote://127.0.0.1:${chosen}`, process: server, log, stop };
}

/** Address of a window on `folder` with the extension of `extensionPath`, and its test suite when `tests` is given. */
export function windowUrl(server, folder, extensionPath, { tests } = {}) {
  const payload = [
    ['extensionDevelopmentPath', server.remote + extensionPath],
    ...(tests ? [['extensionTestsPath', server.remote + tests]] : []),
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  return `${server.url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

function serverArguments(home, port) {
  return [
    path.join(vscodeDir, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', path.join(home, 'data'), '--extensions-dir', path.join(home, 'extensions')],
    ...['--telemetry-level', 'off', '--disable-workspace-trust'],
    '--enable-smoke-test-driver', // newer builds read the payload only with this
  ];
}

function writeSettings(home, settings) {
  fs.mkdirSync(path.join(home, 'extensions'), { recursive: true });
  for (const scope of ['Machine', 'User']) {
    const folder = path.join(home, 'data/data', scope);
    const file = path.join(folder, 'settings.json');
    fs.mkdirSync(folder, { recursive: true });
    if (!fs.existsSync(file)) fs.writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  }
}

async function answering(url, server, kill, log) {
  const started = Date.now();
  for (;;) {
    if (server.exitCode !== null) throw new Error(`VS Code's server ended:\n${log.join('')}`);
    if (await fetch(url).then((answer) => answer.ok, () => false)) return;
    if (Date.now() - started > startLimit) {
      kill();
      throw new Error(`VS Code's server did not start within ${startLimit / 1000} s:\n${log.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
