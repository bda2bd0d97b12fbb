import { describe, expect, it } from 'vitest';
import { withEnding } from '../../extension/results/file-name.js';
import { mentionedUris } from '../../extension/results/mentioned.js';
import { viewMessage } from '../../extension/results/view-message.js';

const range = { uri: 'file:///a.soret', start: { line: 1, character: 2 }, end: { line: 1, character: 9 } };

describe('messages of the results view', () => {
  it.each([
    { type: 'ready' },
    { type: 'status', state: 'running', text: '42 %', fraction: 0.42 },
    { type: 'status', state: 'done', text: 'Solved in 4 ms' },
    {
      type: 'result',
      hash: 'ab',
      measures: [],
      expectations: [],
      fits: [
        {
          study: 'f',
          text: 'Q = 1',
          values: [{ name: 'Q', value: 1, standardError: 0.1 }],
          correlations: [{ between: ['Q', 'D'], value: 0.1 }],
        },
      ],
    },
    { type: 'result', hash: 'ab', measures: [{ name: 's', study: 'rest', text: '1' }], expectations: [{ line: 3, ok: true, message: '' }] },
    { type: 'reveal', range },
    { type: 'apply', values: [{ name: 'hot', value: 303.15, standardError: 0.1 }] },
    { type: 'apply', values: [], fit: { study: 'f', correlations: [{ between: ['Q', 'D'], value: 0.1 }] } },
    { type: 'save', format: 'csv', suggestedName: 'run', content: 'a,b' },
    { type: 'save', format: 'png', suggestedName: 'run', content: new Uint8Array(4) },
  ])('are taken when they fit: $type', (message) => {
    expect(viewMessage(message)).toEqual(message);
  });

  it.each([
    ['nothing', undefined],
    ['a number', 42],
    ['an unknown kind', { type: 'delete' }],
    ['a kind from the prototype', { type: 'constructor' }],
    ['a missing member', { type: 'reveal' }],
    ['a member that is not of the protocol', { type: 'save', format: 'csv', suggestedName: 'a', content: '', path: '/etc/passwd' }],
    ['an unknown format', { type: 'save', format: 'exe', suggestedName: 'a', content: '' }],
    ['a value that is not finite', { type: 'apply', values: [{ name: 'hot', value: Number.NaN }] }],
    ['a place before the file', { type: 'reveal', range: { ...range, start: { line: -1, character: 0 } } }],
    ['a list that is none', { type: 'apply', values: { 0: { name: 'hot', value: 1 } } }],
  ])('are refused: %s', (_, message) => {
    expect(viewMessage(message)).toBeUndefined();
  });
});

describe('a suggested name', () => {
  it.each([
    ['results', 'results.csv'],
    ['results.csv', 'results.csv'],
    ['../../etc/passwd', 'passwd.csv'],
    ['C:\\temp\\a', 'a.csv'],
    ['.hidden', 'hidden.csv'],
    ['a:b*c', 'a-b-c.csv'],
    ['', 'results.csv'],
  ])('%s is saved as %s', (suggested, name) => {
    expect(withEnding(suggested, 'csv')).toBe(name);
  });
});

it('the files of a model are those that its origins name', () => {
  const problem = {
    studies: [{ origin: { uri: 'file:///a.soret' } }],
    media: [{ properties: [{ origin: { uri: 'soret:/liquids.soret' } }] }],
    data: new Float64Array(2),
  };
  expect([...mentionedUris(problem)]).toEqual(['file:///a.soret', 'soret:/liquids.soret']);
});
