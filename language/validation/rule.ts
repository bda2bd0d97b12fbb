/**
 * A rule: a function named as the sentence that it upholds (`…Must…` an error, `…Should…` a warning or a hint). Pure: it looks and yields.
 * Of the rest of the file it sees what the view tells: that is recorded, and its findings are used again until any of it changes.
 */
import type { AstNode } from 'langium';
import type { SoretAstType } from '../generated/ast.js';
import type { DiagnosticRecord } from './diagnostic.js';
import type { Findings } from './finding.js';
import type { ModelView } from './model-view.js';

export type Rule<N extends AstNode> = (node: N, model: ModelView) => Findings;
export type RuleEntry<N extends AstNode> = readonly [DiagnosticRecord, Rule<N>];
/** Node type → its rules, typed by the grammar's own list of node types. */
export type RuleTable = { readonly [T in keyof SoretAstType]?: readonly RuleEntry<SoretAstType[T]>[] };
