/** Runs expectations: the model once, then every asked expectation is judged by what came out. */
import * as vscode from 'vscode';
import type { ExpectationOutcome, RunResult } from '../../solver/outcome.js';
import { toRange } from '../documents.js';
import type { LanguageServer } from '../language-server.js';
import { runModel } from '../run-model.js';

type Refresh = (uri: vscode.Uri) => Promise<vscode.TestItem | undefined>;

/** How one expectation went, in the words of its message. */
export interface Verdict {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'errored' | 'skipped';
  readonly message: string;
  /** With units, when it could be judged. */
  readonly actual?: string;
  readonly wanted?: string;
  /** The statement in the source. */
  readonly location?: vscode.Location;
}

export async function runTests(
  controller: vscode.TestController,
  server: LanguageServer,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
  refresh: Refresh,
  onVerdicts: (uri: vscode.Uri, verdicts: readonly Verdict[]) => void,
): Promise<void> {
  const run = controller.createTestRun(request);
  try {
    for (const model of await askedModels(controller, request, refresh)) {
      if (token.isCancellationRequested) break;
      const verdicts = await runOne(server, run, model, asked(model, request), token);
      if (model.uri) onVerdicts(model.uri, verdicts);
    }
  } finally {
    run.end();
  }
}

/** The models of what was asked, each with its expectations read. */
async function askedModels(
  controller: vscode.TestController,
  request: vscode.TestRunRequest,
  refresh: Refresh,
): Promise<readonly vscode.TestItem[]> {
  const included = request.include ?? [...controller.items].map(([, item]) => item);
  const models = new Set(included.map((item) => item.parent ?? item));
  for (const model of models) if (model.children.size === 0 && model.uri) await refresh(model.uri);
  return [...models];
}

function asked(model: vscode.TestItem, { include, exclude }: vscode.TestRunRequest): readonly vscode.TestItem[] {
  const all = [...model.children].map(([, item]) => item);
  const excluded = new Set(exclude);
  if (excluded.has(model)) return [];
  const wanted =
    !include || include.includes(model)
      ? all
      : all.filter((item) => include.some(({ id, parent }) => id === item.id && parent?.id === model.id));
  return wanted.filter((item) => !excluded.has(item));
}

async function runOne(
  server: LanguageServer,
  run: vscode.TestRun,
  model: vscode.TestItem,
  items: readonly vscode.TestItem[],
  token: vscode.CancellationToken,
): Promise<readonly Verdict[]> {
  if (!model.uri || items.length === 0) return [];
  for (const item of items) run.started(item);
  await vscode.workspace.openTextDocument(model.uri);
  const answer = await server.request('soret/model', { uri: model.uri.toString() });
  if (answer.state === 'broken') {
    const message = answer.errors.map((error) => error.message).join('\n');
    for (const item of items) run.errored(item, new vscode.TestMessage(message));
    return items.map(({ label }) => ({ name: label, state: 'errored', message }));
  }
  const started = performance.now();
  // Only the studies that the expectations look at; what they start from is run too.
  const own = answer.problem.expectations.filter(({ origin }) => origin.uri === model.uri?.toString());
  const studies = [...new Set(items.flatMap((item) => own[Number(item.id)]?.study ?? []))];
  const result = await runModel(answer.problem, { studies, cancelled: () => token.isCancellationRequested });
  const duration = (performance.now() - started) / items.length;
  return items.map((item) => report(run, item, outcomeOf(result, item), result, own[Number(item.id)]?.study, duration));
}

function outcomeOf({ expectations }: RunResult, item: vscode.TestItem): ExpectationOutcome | undefined {
  return expectations.find(({ origin }) => origin.uri === item.uri?.toString() && item.range?.isEqual(toRange(origin)));
}

function report(
  run: vscode.TestRun,
  item: vscode.TestItem,
  outcome: ExpectationOutcome | undefined,
  { outcomes }: RunResult,
  study: string | undefined,
  duration: number,
): Verdict {
  const ran = outcomes.find((candidate) => candidate.study === study);
  if (outcome && ran?.status !== 'cancelled') {
    if (outcome.ok) run.passed(item, duration);
    else run.failed(item, failure(outcome, item), duration);
    return {
      name: item.label,
      state: outcome.ok ? 'passed' : 'failed',
      message: outcome.message,
      actual: actualText(outcome),
      wanted: wantedText(outcome),
      location: locationOf(item),
    };
  }
  const message = ran?.reason?.message;
  if (message === undefined) run.skipped(item);
  else run.errored(item, located(new vscode.TestMessage(message), item), duration);
  return { name: item.label, state: message === undefined ? 'skipped' : 'errored', message: message ?? '' };
}

const failure = (outcome: ExpectationOutcome, item: vscode.TestItem): vscode.TestMessage =>
  located(vscode.TestMessage.diff(outcome.message, wantedText(outcome), actualText(outcome)), item);

function located(message: vscode.TestMessage, item: vscode.TestItem): vscode.TestMessage {
  message.location = locationOf(item);
  return message;
}
const locationOf = ({ uri, range }: vscode.TestItem): vscode.Location | undefined =>
  uri && range ? new vscode.Location(uri, range) : undefined;

/** Digits beyond these are noise of the arithmetic. */
const digits = 9;
const quantity = (value: number, unit: string): string => `${Number(value.toPrecision(digits))}${unit === '1' ? '' : ` ${unit}`}`;
const actualText = ({ actual, unit }: ExpectationOutcome): string => quantity(actual, unit);

function wantedText({ wanted, tolerance, above, below, unit }: ExpectationOutcome): string {
  const parts = [
    ...(wanted === null ? [] : [`${quantity(wanted, unit)}${tolerance === null ? '' : ` ± ${quantity(tolerance, unit)}`}`]),
    ...(above === null ? [] : [`> ${quantity(above, unit)}`]),
    ...(below === null ? [] : [`< ${quantity(below, unit)}`]),
  ];
  return parts.join(', ');
}
