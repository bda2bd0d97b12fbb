/** A small static file server with CORS: `{ '/prefix': folder }`, plus computed pages. */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const types = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * @param {Record<string, string>} mounts URL prefix → folder.
 * @param {(urlPath: string) => { type: string, body: string } | undefined} page answers before the folders are looked at.
 */
export function serveStatic(mounts, page = () => undefined) {
  const server = http.createServer((request, response) => {
    const urlPath = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-store');
    const computed = page(urlPath);
    if (computed) return response.setHeader('Content-Type', computed.type).end(computed.body);
    const file = fileOf(mounts, urlPath);
    if (!file) return response.writeHead(404).end();
    response.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream');
    fs.createReadStream(file).pipe(response);
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      const stop = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ url: `http://127.0.0.1:${port}`, port, stop });
    }),
  );
}

function fileOf(mounts, urlPath) {
  for (const [prefix, folder] of Object.entries(mounts)) {
    if (!urlPath.startsWith(`${prefix}/`)) continue;
    const file = path.join(folder, path.normalize(urlPath.slice(prefix.length)));
    if (file.startsWith(folder) && fs.existsSync(file) && fs.statSync(file).isFile()) return file;
  }
  return undefined;
}
