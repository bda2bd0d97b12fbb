/** How much a run is asked to give back changes nothing of what it gives back. */
import { expect, test } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import type { FieldOutcome } from '../../solver/outcome.js';
import { prepare, type RunOptions } from '../../solver/solve.js';

test('measures, curves and the report are the same with fewer fields; closed forms come with all of them', async () => {
  const [model] = await loadModels(['examples/gin-and-tonic.soret']);
  if (!model?.problem) throw new Error('the default example has errors');
  const prepared = prepare(model.problem);
  const outcomes = (options: RunOptions): readonly FieldOutcome[] => prepared.run(options).outcomes.map((o) => o as FieldOutcome);
  const timeless = ({ report, ...rest }: FieldOutcome) => ({ ...rest, report: { ...report, wallMilliseconds: 0 } });
  const all = outcomes({});
  expect(all.some((o) => o.closedForm !== undefined)).toBe(true);
  for (const [i, whole] of all.entries()) {
    const fields = outcomes({ detail: 'fields' })[i]!;
    expect(timeless(fields)).toEqual(timeless({ ...whole, closedForm: undefined }));
    const plots = outcomes({ detail: 'plots' })[i]!;
    expect(timeless(plots)).toEqual(timeless({ ...whole, closedForm: undefined, entropyProduction: undefined, fields: {} }));
  }
});
