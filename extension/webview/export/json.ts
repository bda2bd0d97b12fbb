/** The whole run as JSON: nothing rounded, typed arrays as lists, numbers that JSON lacks as null. */
import type { FinishedRun } from '../state/state.js';
import { version } from './version.js';

const plainData = (_key: string, value: unknown): unknown => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value);

export function json(run: FinishedRun): string {
  const { problem, parameters, outcomes, result } = run;
  const content = {
    soret: version,
    title: problem.title,
    model: problem.hash,
    parameters: problem.parameters.map((p) => ({ name: p.name, value: parameters[p.name] ?? p.value, unit: p.unit })),
    outcomes,
    expectations: result.expectations,
  };
  return JSON.stringify(content, plainData, 1) + '\n';
}
