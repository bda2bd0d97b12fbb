/** Quick fixes: what the rules have put into their diagnostics, one by one or all at once. */
import { CodeActionKind, type CodeAction, type Diagnostic, type TextEdit } from 'vscode-languageserver-types';
import type { DiagnosticData, Fix } from '../../validation/finding.js';
import { action, before, overlaps, type ActionContext } from './context.js';
import { fixAllKind } from './kinds.js';

const fixesOf = (diagnostic: Diagnostic): readonly Fix[] => (diagnostic.data as Partial<DiagnosticData> | undefined)?.fixes ?? [];
const editsOf = (fix: Fix): TextEdit[] => fix.edits.map(({ range, newText }) => ({ range, newText }));

export function quickFixes(context: ActionContext): CodeAction[] {
  return (context.document.diagnostics ?? [])
    .filter((diagnostic) => overlaps(diagnostic.range, context.range))
    .flatMap((diagnostic) =>
      fixesOf(diagnostic).map((fix, i, all) => ({
        ...action(context, fix.title, CodeActionKind.QuickFix, editsOf(fix)),
        diagnostics: [diagnostic],
        // with a choice between two the person decides
        ...(i === 0 && all.length === 1 ? { isPreferred: true } : {}),
      })),
    );
}

/** Every diagnostic that has exactly one fix, as far as the edits do not touch each other. */
export function fixAll(context: ActionContext): CodeAction[] {
  const edits: TextEdit[] = [];
  for (const diagnostic of context.document.diagnostics ?? []) {
    const fixes = fixesOf(diagnostic);
    if (fixes.length !== 1) continue;
    const own = editsOf(fixes[0]!);
    if (own.every((edit) => edits.every((other) => before(edit.range.end, other.range.start) || before(other.range.end, edit.range.start))))
      edits.push(...own);
  }
  return edits.length ? [action(context, 'Fix everything that has one remedy', fixAllKind, edits)] : [];
}
