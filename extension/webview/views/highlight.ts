/** Whether the statement at the editor's cursor is the one that a figure draws. */
import type { SourceRange } from '../../../solver/problem.js';
import type { Figure } from '../figures/figure.js';

const before = (a: SourceRange['start'], b: SourceRange['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

export const overlaps = (a: SourceRange, b: SourceRange): boolean => a.uri === b.uri && !before(a.end, b.start) && !before(b.end, a.start);

export const touches = (cursor: SourceRange, figure: Figure): boolean => figure.origin !== undefined && overlaps(cursor, figure.origin);
