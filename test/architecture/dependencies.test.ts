import { describe, expect, it } from 'vitest';
import { rules } from './rules.js';
import { handWritten, importsOf } from './sources.js';

const imports = handWritten().flatMap(importsOf);

describe('the rooms of the house', () => {
  it('have been read', () => {
    expect(imports.length).toBeGreaterThan(300);
  });

  it.each(rules)('$name', ({ forbids, planted }) => {
    expect(importsOf(planted).filter(forbids), 'the planted violation is not found').toHaveLength(1);
    expect(imports.filter(forbids).map(({ from, target }) => `${from} imports ${target}`)).toEqual([]);
  });

  it('has no file where the syntax tree meets the Problem outside lowering', () => {
    // Types of a place and of a shape are shared vocabulary; Problem itself is what lowering makes.
    const meets = ({ path, text }: { path: string; text: string }) =>
      path.startsWith('language/') &&
      !path.startsWith('language/lower/') &&
      /generated\/ast\.js/.test(text) &&
      /import[^;]*\bProblem\b[^;]*solver\/problem\.js/.test(text);
    const planted = `import { isModel } from '../generated/ast.js';\nimport type { Problem } from '../../solver/problem.js';`;
    expect(meets({ path: 'language/check/planted.ts', text: planted })).toBe(true);
    expect(
      handWritten()
        .filter(meets)
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
