/** The shipped page in a real browser under the shipped policy, with a host that records what the view says. */
import * as esbuild from 'esbuild';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { contentPolicy } from '../../extension/results/policy.js';
import type { HostMessage, ViewMessage } from '../../extension/webview/messages.js';
import type { Translation } from '../../extension/webview/words/say.js';
import { browser as browserOptions } from '../host/browser.mjs';
import { texts } from './texts.js';
import { bodyClass, fonts, themes, type ThemeName } from './themes.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const nonce = 'test';

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** `worker` is the entry of the solver worker: the shipped one, or the sample's. */
export async function bundle(worker: string, minify = false): Promise<Bundle> {
  const common = {
    absWorkingDir: root,
    bundle: true,
    target: 'es2022',
    format: 'iife',
    minify,
    write: false,
    charset: 'utf8',
    logLevel: 'silent',
  } as const;
  const built = await esbuild.build({
    ...common,
    entryPoints: ['extension/webview/main.ts'],
    outfile: 'webview.js',
    plugins: [
      {
        name: 'worker-text',
        setup(setup) {
          setup.onResolve({ filter: /^soret:worker$/ }, () => ({ path: worker, namespace: 'worker-text' }));
          setup.onLoad({ filter: /.*/, namespace: 'worker-text' }, async () => {
            const text = await esbuild.build({ ...common, entryPoints: [worker], outfile: 'worker.js' });
            return { contents: text.outputFiles[0]?.text ?? '', loader: 'text' };
          });
        },
      },
    ],
  });
  const style = await esbuild.build({ ...common, entryPoints: ['extension/webview/style.css'], outfile: 'webview.css' });
  return { script: built.outputFiles[0]?.text ?? '', style: style.outputFiles[0]?.text ?? '' };
}

/** What the editor's own script does before ours: theme, and the function to reach the host. */
const prelude = `
const query = new URLSearchParams(location.search);
const theme = JSON.parse(query.get('theme'));
for (const [name, value] of Object.entries(theme.variables)) document.documentElement.style.setProperty('--vscode-' + name, value);
document.body.className = theme.bodyClass;
document.documentElement.dir = query.get('dir') || 'ltr';
window.said = [];
window.violations = [];
document.addEventListener('securitypolicyviolation', (e) => window.violations.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber));
window.acquireVsCodeApi = () => ({
  postMessage: (message) => window.said.push(message),
  getState: () => JSON.parse(sessionStorage.getItem('state') || 'null') ?? undefined,
  setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
});`;

/** The page in a language of `l10n/`, as the extension writes it; English without one. */
const page = (
  language: string,
  translation: Translation,
): string => `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>Results</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="webview.css"></head>
<body><div id="root"></div><script type="application/json" id="translation">${JSON.stringify(translation).replaceAll('<', '\\u003c')}</script>
<script nonce="${nonce}" src="prelude.js"></script><script nonce="${nonce}" src="webview.js"></script></body></html>`;

function translationOf(language: string): Translation {
  if (language === 'marked') return Object.fromEntries(texts.map((text) => [text, `⟦${text}⟧`]));
  const file = path.join(root, `l10n/bundle.l10n.${language}.json`);
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Translation) : {};
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}
/** `policy` is that of the page: the shipped one, unless a test asks what happens under another. */
export async function serve(built: Bundle, policy = contentPolicy): Promise<Served> {
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const language = searchParams.get('language') ?? 'en';
    const files: Readonly<Record<string, readonly [string, string]>> = {
      '/': ['text/html', page(language, translationOf(language))],
      '/prelude.js': ['text/javascript', prelude],
      '/webview.js': ['text/javascript', built.script],
      '/webview.css': ['text/css', built.style],
    };
    const [type, text] = files[pathname] ?? ['', ''];
    const origin = `http://${request.headers.host}`;
    response.writeHead(type === '' ? 404 : 200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': policy(origin, nonce),
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

export const launch = (): Promise<Browser> => chromium.launch(browserOptions());

export interface ViewOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly rtl?: boolean;
  /** Of `l10n/`, or `marked`: English with every text in brackets, so that others show. */
  readonly language?: string;
  readonly reducedMotion?: boolean;
}

/** One open results view. */
export class View {
  private constructor(
    readonly page: Page,
    readonly errors: readonly string[],
  ) {}

  static async open(browser: Browser, url: string, options: ViewOptions = {}): Promise<View> {
    const theme = options.theme ?? 'dark';
    const page = await browser.newPage({
      viewport: { width: options.width ?? 900, height: options.height ?? 760 },
      deviceScaleFactor: 1.5,
      reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const parameter = encodeURIComponent(JSON.stringify({ variables: { ...themes[theme], ...fonts }, bodyClass: bodyClass[theme] }));
    await page.goto(`${url}?theme=${parameter}${options.rtl ? '&dir=rtl' : ''}${options.language ? `&language=${options.language}` : ''}`);
    await page.waitForFunction(() => (window as unknown as { said: ViewMessage[] }).said.some((m) => m.type === 'ready'));
    return new View(page, errors);
  }

  post(message: HostMessage | Readonly<Record<string, unknown>>): Promise<void> {
    return this.page.evaluate((m) => window.postMessage(m, '*'), message);
  }
  /** What the view has said so far. */
  said(): Promise<ViewMessage[]> {
    return this.page.evaluate(() => (window as unknown as { said: ViewMessage[] }).said);
  }
  async lastSaid<K extends ViewMessage['type']>(type: K): Promise<Extract<ViewMessage, { type: K }> | undefined> {
    const all = (await this.said()).filter((m): m is Extract<ViewMessage, { type: K }> => m.type === type);
    return all[all.length - 1];
  }
  violations(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  }
  async waitFor(state: string): Promise<void> {
    await this.page.waitForFunction((s) => document.querySelector<HTMLElement>('.state')?.dataset['state'] === s, state);
    await this.settle();
  }
  /** Two frames: one for the state, one for the layout. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30)))),
        ),
    );
  }
}
