/** The last judge: the physics makes the equations of a model that has no other error, and says what it cannot. */
import type { LangiumDocument } from 'langium';
import { equationsOf } from '../../solver/physics/index.js';
import type { SourceRange } from '../../solver/problem.js';
import { isStudy, type Model } from '../generated/ast.js';
import type { SoretServices } from '../services.js';
import { diagnostics } from './catalogue.js';
import type { Place } from './finding.js';
import type { Verdict } from './run-rules.js';

export function judgedByPhysics(model: Model, document: LangiumDocument, services: SoretServices): readonly Verdict[] {
  const study = model.declarations.find(isStudy);
  if (!study) return [];
  const lowered = services.lower.LowerService.of(document);
  const uri = document.uri.toString();
  const at = (range: SourceRange | undefined): Place =>
    range && range.uri === uri ? { range: { start: range.start, end: firstLine(range, document) } } : { node: study, part: 'name' };
  if ('problems' in lowered) return lowered.problems.flatMap((p) => verdict(p.code, { at: at(p.range), message: p.message }));
  const result = equationsOf(lowered.problem);
  if (!('reasons' in result)) return [];
  return result.reasons.flatMap((r) => verdict(r.code, { at: at(r.range), message: sentence(r.message), advice: r.suggestion }));
}
const verdict = (code: string, finding: Verdict[1]): readonly Verdict[] => {
  const record = diagnostics.get(code) ?? diagnostics.get('physics/unsupported');
  return record ? [[record, finding]] : [];
};
/** Messages that begin with a declared name keep its spelling. */
const sentence = (text: string): string => {
  const word = /^(the|there|a|an|state|mole) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/.test(word) ? word : `${word}.`;
};

/** A whole block is pointed at by its first line. */
function firstLine({ start, end }: SourceRange, document: LangiumDocument): SourceRange['end'] {
  if (start.line === end.line) return end;
  const text = document.textDocument.getText({ start, end: { line: start.line + 1, character: 0 } });
  return { line: start.line, character: start.character + text.trimEnd().length };
}
