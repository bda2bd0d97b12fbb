/** `expect` statements as tests of the Test Explorer: one item per model, one per expectation. */
import * as vscode from 'vscode';
import type { Expectation } from '../../solver/problem.js';
import { languageId } from '../client-options.js';
import { fileName, toRange } from '../documents.js';
import type { LanguageServer } from '../language-server.js';
import { runTests, type Verdict } from './run.js';

/** A browser's in-memory workspace never answers a search. */
const searchLimit = 5000;

export interface ExpectationTests extends vscode.Disposable {
  /** Runs all expectations of a model; they show in the Test Explorer. @returns false when it has none. */
  run(uri: vscode.Uri): Promise<boolean>;
  /** How the expectations of a model went when they last ran. */
  lastVerdicts(uri: vscode.Uri): readonly Verdict[] | undefined;
  /** How many expectations of a model are listed. */
  count(uri: vscode.Uri): number;
}

export function createTests(server: LanguageServer): ExpectationTests {
  const verdicts = new Map<string, readonly Verdict[]>();
  const controller = vscode.tests.createTestController('soret.expectations', vscode.l10n.t('Soret expectations'));
  // What cannot be read now is read when the item is opened or run, and its failure shown then.
  const refresh = (uri: vscode.Uri) => void refreshModel(controller, server, uri).catch(() => undefined);
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.soret');

  controller.resolveHandler = async (item) => {
    if (item) await refreshModel(controller, server, item.uri);
    else await discover(controller);
  };
  controller.refreshHandler = () => discover(controller);
  const runOnce = (request: vscode.TestRunRequest, token: vscode.CancellationToken) =>
    runTests(
      controller,
      server,
      request,
      token,
      (uri) => refreshModel(controller, server, uri),
      (uri, fresh) => verdicts.set(uri.toString(), fresh),
    );
  const run = (request: vscode.TestRunRequest, token: vscode.CancellationToken) =>
    request.continuous ? runAtEverySave(controller, request, token, runOnce) : runOnce(request, token);
  const profile = controller.createRunProfile(vscode.l10n.t('Run'), vscode.TestRunProfileKind.Run, run, true, undefined, true);
  const parts = vscode.Disposable.from(
    controller,
    watcher,
    watcher.onDidCreate((uri) => void modelItem(controller, uri)),
    watcher.onDidDelete((uri) => controller.items.delete(uri.toString())),
    server.onModelChanged(({ uri }) => refresh(vscode.Uri.parse(uri, true))),
    vscode.workspace.onDidCloseTextDocument(({ uri, languageId: language }) => {
      if (language === languageId && uri.scheme === 'untitled') controller.items.delete(uri.toString());
    }),
  );
  return {
    async run(uri) {
      const item = await refreshModel(controller, server, uri);
      if (!item || item.children.size === 0) return false;
      await runOnce(new vscode.TestRunRequest([item], undefined, profile), new vscode.CancellationTokenSource().token);
      return true;
    },
    lastVerdicts: (uri) => verdicts.get(uri.toString()),
    count: (uri) => controller.items.get(uri.toString())?.children.size ?? 0,
    dispose: () => parts.dispose(),
  };
}

/** The Test Explorer's continuous run: what was asked for runs again whenever one of its models is saved, until it is turned off. */
async function runAtEverySave(
  controller: vscode.TestController,
  { include, exclude, profile }: vscode.TestRunRequest,
  token: vscode.CancellationToken,
  run: (request: vscode.TestRunRequest, token: vscode.CancellationToken) => Promise<void>,
): Promise<void> {
  const saving = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
    const asked = include ?? [...controller.items].map(([, item]) => item);
    const items = asked.filter((item) => item.uri?.toString() === uri.toString());
    if (items.length > 0) void run(new vscode.TestRunRequest(items, exclude, profile), token);
  });
  await new Promise<void>((resolve) => (token.isCancellationRequested ? resolve() : token.onCancellationRequested(() => resolve())));
  saving.dispose();
}

async function discover(controller: vscode.TestController): Promise<void> {
  const late = new Promise<readonly vscode.Uri[]>((resolve) => setTimeout(() => resolve([]), searchLimit));
  const found = await Promise.race([vscode.workspace.findFiles('**/*.soret', '**/node_modules/**'), late]);
  for (const uri of found) modelItem(controller, uri);
}

function modelItem(controller: vscode.TestController, uri: vscode.Uri): vscode.TestItem {
  const id = uri.toString();
  const known = controller.items.get(id);
  if (known) return known;
  const item = controller.createTestItem(id, fileName(uri), uri);
  item.canResolveChildren = true;
  controller.items.add(item);
  return item;
}

/** Reads the expectations of a model; a file with errors keeps those it had. @returns the model's item. */
async function refreshModel(
  controller: vscode.TestController,
  server: LanguageServer,
  uri: vscode.Uri | undefined,
): Promise<vscode.TestItem | undefined> {
  if (!uri || uri.scheme === 'builtin' || uri.scheme === 'soret') return undefined;
  await vscode.workspace.openTextDocument(uri);
  const answer = await server.request('soret/model', { uri: uri.toString() });
  const known = controller.items.get(uri.toString());
  if (answer.state === 'broken') {
    if (known) known.error = answer.errors[0]?.message;
    return known;
  }
  const own = answer.problem.expectations.filter(({ origin }) => origin.uri === uri.toString());
  if (own.length === 0 && !known) return undefined;
  const item = known ?? modelItem(controller, uri);
  item.error = undefined;
  item.label = answer.problem.title || fileName(uri);
  item.description = answer.problem.title ? fileName(uri) : undefined;
  item.children.replace(own.map((expectation, index) => expectationItem(controller, uri, expectation, index)));
  return item;
}

/** The position in the file identifies an expectation: two may have the same words. */
function expectationItem(
  controller: vscode.TestController,
  uri: vscode.Uri,
  { name, study, origin }: Expectation,
  index: number,
): vscode.TestItem {
  const item = controller.createTestItem(String(index), vscode.l10n.t('{0} of {1}', name, study), uri);
  item.range = toRange(origin);
  return item;
}
