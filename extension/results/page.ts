/** The page of the results view: its policy, its two files, nothing else. */
import * as vscode from 'vscode';
import { contentPolicy } from './policy.js';

export function page(webview: vscode.Webview, bundles: vscode.Uri): string {
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(bundles, name)).toString();
  const nonce = randomNonce();
  const policy = contentPolicy(webview.cspSource, nonce);
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('webview.css')}">
</head>
<body>
<div id="root"></div>
<script type="application/json" id="translation">${translation()}</script>
<script nonce="${nonce}" src="${file('webview.js')}"></script>
</body>
</html>`;
}

/** The editor's translation of the extension as data: none in English and in languages that there is none for. */
const translation = (): string => JSON.stringify(vscode.l10n.bundle ?? {}).replaceAll('<', '\\u003c');

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
