/** Findings that outlive an edit elsewhere: exact ranges are kept from the first line of the declaration they lie in, and move with it. */
import type { Range } from 'vscode-languageserver-types';
import type { Declaration, Model } from '../generated/ast.js';
import type { Edit, Finding, Fix, Place } from './finding.js';

/** Where the declarations of a file lie. */
export class Lines {
  private readonly places: readonly { readonly declaration: Declaration; readonly range: Range }[];

  constructor(model: Model) {
    this.places = model.declarations.flatMap((declaration) =>
      declaration.$cstNode ? [{ declaration, range: declaration.$cstNode.range }] : [],
    );
  }
  /** The declaration that a range touches, the own one before its neighbours. */
  touched(range: Range, own: Declaration): Declaration | undefined {
    const place = own.$cstNode?.range;
    if (place && touches(place, range)) return own;
    return this.places.slice(...this.around(range.start)).find((other) => touches(other.range, range))?.declaration;
  }
  /** The last declaration that begins at or before a position, else the first. */
  before(position: Range['start']): Declaration | undefined {
    return this.places[this.around(position)[0]]?.declaration;
  }
  private around(position: Range['start']): [number, number] {
    let [low, high] = [0, this.places.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (isBefore(position, this.places[middle]!.range.start)) high = middle;
      else low = middle;
    }
    return [low, low + 2];
  }
}
const isBefore = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
const touches = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start);

/** First line of a declaration. */
export const lineOf = (declaration: Declaration): number => declaration.$cstNode?.range.start.line ?? 0;

/** The declarations that the exact ranges of a finding belong to; undefined when one belongs to none. */
export function anchorsOf(finding: Finding, own: Declaration, lines: Lines): ReadonlyMap<Range, Declaration> | undefined {
  const anchors = new Map<Range, Declaration>();
  for (const range of rangesOf(finding)) {
    const declaration = lines.touched(range, own);
    if (!declaration) return undefined;
    anchors.set(range, declaration);
  }
  return anchors;
}
function rangesOf({ at, related = [], fixes = [] }: Finding): readonly Range[] {
  const places = [at, ...related.map((one) => one.at)];
  const edits = fixes.flatMap((fix) => fix.edits);
  return [...places.flatMap((place) => (isExact(place) ? [place.range] : [])), ...edits.map(({ range }) => range)];
}
const isExact = (place: Place): place is { readonly range: Range } => 'range' in place && !('$type' in place);

/** The finding with its exact ranges moved. */
export function moved(finding: Finding, by: (range: Range) => number): Finding {
  const range = (old: Range): Range => {
    const lines = by(old);
    const { start, end } = old;
    return { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
  };
  const place = (old: Place): Place => (isExact(old) ? { range: range(old.range) } : old);
  const edit = (old: Edit): Edit => ({ ...old, range: range(old.range) });
  const fix = (old: Fix): Fix => ({ ...old, edits: old.edits.map(edit) });
  return {
    ...finding,
    at: place(finding.at),
    ...(finding.related ? { related: finding.related.map((one) => ({ ...one, at: place(one.at) })) } : {}),
    ...(finding.fixes ? { fixes: finding.fixes.map(fix) } : {}),
  };
}
