/**
 * Which browser the tests drive: `$CHROME`, an installed Chromium or Chrome, else the headless shell inside the npm package
 * @sparticuz/chromium (unpacked once; it brings its own NSS library and needs a font).
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { here, modules } from './paths.mjs';

const cache = path.join(here, '.chromium');
const packed = path.join(modules, '@sparticuz/chromium/bin');
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Options for Playwright's `chromium.launch`. */
export function browser() {
  const found = [process.env.CHROME, ...installed].find((file) => file && fs.existsSync(file));
  if (found && !process.env.NPM_CHROMIUM) return { executablePath: found, args: ['--no-sandbox'] };
  const executablePath = unpack();
  return {
    executablePath,
    args: ['--no-sandbox'],
    env: { ...process.env, LD_LIBRARY_PATH: path.join(cache, 'lib'), FONTCONFIG_FILE: path.join(cache, 'fonts.conf') },
  };
}

function unpack() {
  const executable = path.join(cache, 'chromium');
  if (fs.existsSync(executable)) return executable;
  fs.mkdirSync(cache, { recursive: true });
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    execFileSync('tar', ['xf', '-', '--no-same-owner', '-C', cache], { input: unbrotli(`${name}.tar.br`) });
  }
  fs.writeFileSync(path.join(cache, 'fonts.conf'), fontConfiguration());
  // Written beside and renamed, so that an interrupted unpacking is not taken for a browser.
  fs.writeFileSync(`${executable}.part`, unbrotli('chromium.br'), { mode: 0o755 });
  fs.renameSync(`${executable}.part`, executable);
  return executable;
}

const unbrotli = (name) => zlib.brotliDecompressSync(fs.readFileSync(path.join(packed, name)));

/** Without any font, VS Code's labels have no size and nothing can be clicked. */
function fontConfiguration() {
  const alias = (family, font) => `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${path.join(modules, 'dejavu-fonts-ttf/ttf')}</dir><dir>${cache}/fonts</dir><cachedir>${cache}/fc</cachedir>
${alias('sans-serif', 'DejaVu Sans')}${alias('monospace', 'DejaVu Sans Mono')}</fontconfig>`;
}
