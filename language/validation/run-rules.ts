/** Runs the table over a model: every node to the rules of its type, declaration by declaration. */
import { interruptAndCheck, type AstNode } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import type { DiagnosticRecord } from './diagnostic.js';
import type { Finding } from './finding.js';
import type * as ast from '../generated/ast.js';
import { isComplete } from './complete.js';
import type { Meaning } from './meaning.js';
import { ModelView } from './model-view.js';
import type { RuleEntry, RuleTable } from './rule.js';
import type { Recollection } from './verdict-memory.js';
import { nodesOf } from './walk.js';

export type Verdict = readonly [DiagnosticRecord, Finding];

/** Nodes between two looks at the cancellation token: a look lets what has arrived meanwhile (a completion, the next keystroke) go first. */
const nodesPerBreath = 256;

/** `memory` holds what was found before, as far as it still holds. */
export async function runRules(
  root: ast.Model,
  meaning: Meaning,
  rules: RuleTable,
  memory: Recollection,
  cancel: CancellationToken,
): Promise<readonly Verdict[]> {
  const model = new ModelView(root, meaning);
  const verdicts = [...judged([root], model, rules)];
  let visited = 0;
  for (const declaration of root.declarations) {
    const remembered = memory.recall(declaration);
    if (remembered) {
      verdicts.push(...remembered);
      continue;
    }
    const nodes = nodesOf(declaration);
    visited += nodes.length;
    if (visited > nodesPerBreath) {
      visited = 0;
      await interruptAndCheck(cancel);
    }
    const [found, reads] = model.reads.during(() => [...judged(nodes, model, rules)]);
    memory.keep(declaration, found, reads);
    verdicts.push(...found);
  }
  memory.end();
  return verdicts;
}

function* judged(nodes: readonly AstNode[], model: ModelView, rules: RuleTable): Generator<Verdict> {
  // The table is typed by node type where it is written; a walk knows the type of a node only as a string.
  const byType = rules as Readonly<Record<string, readonly RuleEntry<AstNode>[] | undefined>>;
  for (const node of nodes) {
    const entries = byType[node.$type];
    if (!entries || !isComplete(node)) continue;
    for (const [record, rule] of entries) for (const finding of rule(node, model)) yield [record, finding];
  }
}
