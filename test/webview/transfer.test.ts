/** Results change hands without a copy, so nothing in them may be needed by the next run of the same model. */
import { expect, test } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import { transferables } from '../../extension/webview/running/transfer.js';
import { prepare } from '../../solver/solve.js';

test.each(['gin-and-tonic', 'fuel-pellet', 'zirconium-hydrogen'])('%s: what two runs give shares no memory', async (name) => {
  const [model] = await loadModels([`examples/${name}.soret`]);
  const prepared = prepare(model!.problem!);
  for (const detail of ['all', 'fields', 'plots'] as const) {
    const [first, second, third] = [{}, { detail, uncertainties: 'off' as const }, {}].map((options) =>
      transferables(prepared.run(options)),
    );
    expect(first!.length).toBeGreaterThan(0);
    const before = new Set([...first!, ...second!]);
    expect(second!.filter((buffer) => first!.includes(buffer))).toEqual([]);
    expect(third!.filter((buffer) => before.has(buffer))).toEqual([]);
    // As the page does it: the buffers are gone before the next run starts.
    structuredClone(0, { transfer: [...before, ...third!] });
  }
});
