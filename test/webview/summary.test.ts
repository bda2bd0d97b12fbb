/** What the editor is told of a fit: the values that the file does not have yet, as they would be written. */
import { expect, test } from 'vitest';
import { runSummary } from '../../extension/webview/report/summary.js';
import type { ViewState } from '../../extension/webview/state/state.js';

const state = (value: number, declared: number): ViewState =>
  ({
    shown: {
      problem: {
        hash: 'a',
        parameters: [{ name: 'Q', value: declared, written: { text: 'kJ/mol', factor: 1000, offset: 0 } }],
      },
      result: { expectations: [] },
      outcomes: [
        {
          kind: 'fit',
          study: 'fitted',
          status: 'ok',
          measures: {},
          parameters: { Q: { value, standardError: 412, unit: 'J/mol' } },
        },
      ],
    },
  }) as unknown as ViewState;

test('fitted values in the unit of the file, with their error', () => {
  expect(runSummary(state(23187, 25000)).fits).toEqual([
    {
      study: 'fitted',
      text: expect.stringMatching(/^Q = 23\.19.±.0\.41 kJ\/mol$/) as string,
      values: [{ name: 'Q', value: 23187, standardError: 412 }],
      correlations: [],
    },
  ]);
});
test('nothing to write once the file has them', () => {
  expect(runSummary(state(23187, 23187)).fits).toEqual([]);
});
