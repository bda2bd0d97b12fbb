/**
 * The same suite in VS Code for the Web: no server-side extension host at all, the extension's `browser` entry in the web-worker
 * extension host and VS Code's in-memory file system as workspace (the suite fills it).
 */
import fs from 'node:fs';
import path from 'node:path';
import { linkModules, root, vscodeDir } from './paths.mjs';
import { serveStatic } from './static-server.mjs';
import { report, runSuite } from './suite.mjs';
import { quietSettings } from './vscode-server.mjs';

const workbenchPath = '/vs/out/vs/code/browser/workbench/workbench.js';

export async function webHost() {
  linkModules();
  const workbench = patchedWorkbench();
  let html = '';
  const server = await serveStatic({ '/vs': vscodeDir, '/ext': root }, (urlPath) => {
    if (urlPath === '/') return { type: 'text/html', body: html };
    if (urlPath === workbenchPath) return { type: 'text/javascript', body: workbench };
    // code-server ships no browser bundles of some built-in extensions.
    const builtin = /^\/vs\/extensions\/.*\.js$/.test(urlPath) && !fs.existsSync(path.join(vscodeDir, urlPath.slice(3)));
    return builtin ? { type: 'text/javascript', body: '' } : undefined;
  });
  html = workbenchPage(server);
  try {
    return await runSuite('web-host', `${server.url}/`);
  } finally {
    server.stop();
  }
}

/** Undoes two changes of code-server that tie the workbench to a server: a forced remote authority; user data on the remote. */
function patchedWorkbench() {
  const text = fs.readFileSync(path.join(vscodeDir, workbenchPath.slice(3)), 'utf8');
  const local = replaceOnce(text, /,remoteAuthority:location\.host\}/, '}');
  return replaceOnce(local, /(\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote\}/, '$1vscodeUserData}');
}

function replaceOnce(text, pattern, replacement) {
  const hits = text.match(new RegExp(pattern, 'g'))?.length ?? 0;
  if (hits !== 1) throw new Error(`The workbench has ${hits} places that match ${pattern}; exactly one was expected.`);
  return text.replace(pattern, replacement);
}

function workbenchPage(server) {
  const base = `${server.url}/vs`;
  const uri = (urlPath) => ({ scheme: 'http', authority: `127.0.0.1:${server.port}`, path: urlPath });
  const webviews = `${base}/out/vs/workbench/contrib/webview/browser/pre`;
  const configuration = {
    folderUri: { scheme: 'tmp', authority: '', path: '/workspace' },
    enableWorkspaceTrust: false,
    // code-server's own options: its workbench throws without them.
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    configurationDefaults: quietSettings,
    productConfiguration: { enableTelemetry: false, webviewContentExternalBaseUrlTemplate: `${webviews}/` },
    webviewEndpoint: webviews,
    // A path in `.cjs` is loaded as CommonJS although the package is of type module; the worker then adds `.js` to what it fetches.
    developmentOptions: { extensions: [uri('/ext')], extensionTestsPath: uri('/ext/dist/test/web.cjs') },
  };
  const settings = JSON.stringify(configuration).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  return `<!doctype html><html><head><meta charset="utf-8"><meta id="vscode-workbench-web-configuration" data-settings="${settings}">
<link rel="stylesheet" href="${base}/out/vs/code/browser/workbench/workbench.css"></head><body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = '${base}/out/';</script>
<script type="module" src="${base}/out/nls.messages.js"></script><script type="module" src="${workbenchPath}"></script></html>`;
}

await report(import.meta.url, webHost);
