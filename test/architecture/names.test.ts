import { describe, expect, it } from 'vitest';
import { propertyNames } from '../../solver/quantities/catalogue.js';
import { handWritten, type Source, withoutComments } from './sources.js';

/** A list of this many property names is not a choice among a few but a second catalogue. */
const tooMany = 8;
const names = new Set<string>(propertyNames);

/** Array and object literals, and unions, that name many properties. */
function secondLists({ text }: Source): readonly string[] {
  const code = withoutComments(text);
  const literals = code.match(/\[[^[\]]*\]|\{[^{}]*\}|(?:['"]\w+['"]\s*\|\s*)+['"]\w+['"]/g) ?? [];
  return literals.filter(
    (literal) => new Set((literal.match(/\w+(?=['"]|\s*:)/g) ?? []).filter((word) => names.has(word))).size >= tooMany,
  );
}

describe('names of properties', () => {
  it('are declared once', () => {
    const planted = `const all = [${[...names]
      .slice(0, tooMany)
      .map((name) => `'${name}'`)
      .join(', ')}];`;
    expect(secondLists({ path: 'language/planted.ts', text: planted })).toHaveLength(1);
    const elsewhere = handWritten().filter(({ path }) => !path.startsWith('solver/quantities/') && !path.startsWith('test/'));
    expect(elsewhere.filter((source) => secondLists(source).length > 0).map(({ path }) => path)).toEqual([]);
  });
});
