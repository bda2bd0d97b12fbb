/** A session that lasts a day: documents that are closed leave nothing behind. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { EmptyFileSystem, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { expect, test } from 'vitest';
import { createSoretServices } from '../../language/services.js';
import { root, Session } from './session.js';

const gin = readFileSync(path.join(root, 'examples/gin-and-tonic.soret'), 'utf8');

test('1,000 times open, edit, close: the heap does not grow', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { shared, soret } = createSoretServices(EmptyFileSystem);
  const { DocumentBuilder, TextDocuments } = shared.workspace;
  await shared.workspace.WorkspaceManager.initializeWorkspace([]);
  const heap: number[] = [];
  for (let i = 0; i < 1000; i++) {
    const uri = URI.parse(`file:///models/session${i}.soret`);
    const document = TextDocument.create(uri.toString(), 'soret', 1, gin);
    TextDocuments.set(document);
    await DocumentBuilder.update([uri], []);
    TextDocument.update(document, [{ range: { start: { line: 9, character: 19 }, end: { line: 9, character: 19 } }, text: '1' }], 2);
    await DocumentBuilder.update([uri], []);
    await soret.lsp.CompletionProvider!.getCompletion(shared.workspace.LangiumDocuments.getDocument(uri)!, {
      textDocument: { uri: uri.toString() },
      position: { line: 10, character: 2 },
    });
    TextDocuments.delete(uri);
    await DocumentBuilder.update([], [uri]);
    if (i % 200 === 199) {
      collect();
      heap.push(process.memoryUsage().heapUsed);
    }
  }
  // the tree of one document takes more than 100 kB; what is left is code that the engine went on compiling
  expect(heap.at(-1)! - heap[1]!).toBeLessThan(3_000_000);
}, 180_000);

test('a closed document outside the workspace takes its diagnostics with it; one of the workspace goes on as on disk', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'soret-workspace-'));
  const file = path.join(folder, 'model.soret');
  writeFileSync(file, gin);
  const session = await Session.start({ folder });
  const broken = gin.replace('935 kg', '935 kgg');
  const codes = (list: readonly Diagnostic[] | undefined) => list?.map(({ code }) => code);
  const outside = await session.open(broken);
  expect(codes(await session.diagnostics(outside))).toContain('unit/unknown');
  await session.close(outside);
  await expect.poll(() => session.published.get(outside)?.diagnostics, { timeout: 10_000 }).toEqual([]);
  const inside = await session.open(broken, pathToFileURL(file).toString());
  expect(codes(await session.diagnostics(inside))).toContain('unit/unknown');
  await session.close(inside);
  await expect.poll(() => codes(session.published.get(inside)?.diagnostics), { timeout: 10_000 }).not.toContain('unit/unknown');
  await session.stop();
});
