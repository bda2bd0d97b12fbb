/** Runs the table over a model: one walk, every node to the rules of its type. */
import { type AstNode } from 'langium';
import type { DiagnosticRecord } from './diagnostic.js';
import type { Finding } from './finding.js';
import type * as ast from '../generated/ast.js';
import type { Meaning } from './meaning.js';
import { ModelView } from './model-view.js';
import type { RuleEntry, RuleTable } from './rule.js';
import { nodesOf } from './walk.js';

export type Verdict = readonly [DiagnosticRecord, Finding];

export function runRules(root: ast.Model, meaning: Meaning, rules: RuleTable): readonly Verdict[] {
  const model = new ModelView(root, meaning);
  const verdicts: Verdict[] = [];
  // The table is typed by node type where it is written; a walk knows the type of a node only as a string.
  const byType = rules as Readonly<Record<string, readonly RuleEntry<AstNode>[] | undefined>>;
  for (const node of nodesOf(root)) {
    for (const [record, rule] of byType[node.$type] ?? []) for (const finding of rule(node, model)) verdicts.push([record, finding]);
  }
  return verdicts;
}
