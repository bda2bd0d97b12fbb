import { describe, expect, it } from 'vitest';
import { handWritten, type Source, withoutComments } from './sources.js';

const sources = handWritten();
const lines = ({ text }: Source) => text.split('\n').length - 1;
const isTest = ({ path }: Source) => path.startsWith('test/');

/** What no file may hold: name, pattern on code without comments and strings (or on the whole text), a text in which it must be found. */
const forbidden: readonly { name: string; pattern: RegExp; planted: string; inComments?: boolean; except?: (source: Source) => boolean }[] =
  [
    { name: 'any', pattern: /(?::|\bas|[<|&])\s*any\b(?!\s*['"`(:])/, planted: 'const x = y as any;' },
    { name: 'evaluated text', pattern: /\beval\s*\(|\bnew\s+Function\s*\(/, planted: `new Function('return 1')` },
    { name: 'work left undone', pattern: /\b(TODO|FIXME|XXX)\b/, planted: '// TODO later', inComments: true },
    { name: 'tests that do not run', pattern: /\b(it|test|describe)\.(skip|only|todo)\b/, planted: `it.only('x', f)` },
    {
      name: 'markup from text',
      pattern: /\.(innerHTML|outerHTML|insertAdjacentHTML)\b|\bdocument\.write\b/,
      planted: 'element.innerHTML = name;',
    },
    {
      name: 'network in what ships',
      pattern: /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|['"]node:https?['"]/,
      planted: `await fetch('https://example.org')`,
      except: (source) => isTest(source) || source.path.endsWith('.mjs'),
    },
    { name: 'silenced type errors', pattern: /@ts-(ignore|nocheck)/, planted: '// @ts-ignore', inComments: true },
  ];

/** Strings emptied, but for module specifiers, which the network rule looks at. */
const withoutStrings = (code: string) => code.replace(/'(?!node:)(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.)*`/g, "''");

describe('hand-written files', () => {
  it.each(forbidden)('hold no $name', ({ pattern, planted, inComments, except }) => {
    const own = (source: Source) => source.path === 'test/architecture/files.test.ts';
    const code = (text: string) => (inComments ? text : withoutStrings(withoutComments(text)));
    expect(code(planted)).toMatch(pattern);
    expect(
      sources.filter((source) => !own(source) && !except?.(source) && pattern.test(code(source.text))).map(({ path }) => path),
    ).toEqual([]);
  });

  it('have at most 500 lines', () => {
    expect(sources.filter((source) => lines(source) > 500).map((source) => `${source.path} has ${lines(source)} lines`)).toEqual([]);
  });

  it('have a median under 120 lines', () => {
    const sorted = sources
      .filter((source) => !isTest(source))
      .map(lines)
      .sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(120);
  });
});
