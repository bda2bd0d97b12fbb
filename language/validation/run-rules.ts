/** Runs the table over a model: one walk, every node to the rules of its type. */
import { interruptAndCheck, type AstNode } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import type { DiagnosticRecord } from './diagnostic.js';
import type { Finding } from './finding.js';
import type * as ast from '../generated/ast.js';
import { isComplete } from './complete.js';
import type { Meaning } from './meaning.js';
import { ModelView } from './model-view.js';
import type { RuleEntry, RuleTable } from './rule.js';
import { nodesOf } from './walk.js';

export type Verdict = readonly [DiagnosticRecord, Finding];

/** Nodes between two looks at the cancellation token: a look lets what has arrived meanwhile (a completion, the next keystroke) go first. */
const nodesPerBreath = 256;

export async function runRules(
  root: ast.Model,
  meaning: Meaning,
  rules: RuleTable,
  cancel: CancellationToken,
): Promise<readonly Verdict[]> {
  const model = new ModelView(root, meaning);
  const verdicts: Verdict[] = [];
  // The table is typed by node type where it is written; a walk knows the type of a node only as a string.
  const byType = rules as Readonly<Record<string, readonly RuleEntry<AstNode>[] | undefined>>;
  let visited = 0;
  for (const node of nodesOf(root)) {
    if (++visited % nodesPerBreath === 0) await interruptAndCheck(cancel);
    const entries = byType[node.$type];
    if (!entries || !isComplete(node)) continue;
    for (const [record, rule] of entries) for (const finding of rule(node, model)) verdicts.push([record, finding]);
  }
  return verdicts;
}
