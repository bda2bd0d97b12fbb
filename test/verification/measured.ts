/** Reads a wanted number out of the document of a run. */
import type { RunDocument } from '../cli/run-soret.js';
import type { Wanted } from './cases/index.js';

/** Value of a measure at an output time. */
export function measured(document: RunDocument, wanted: Wanted): number {
  const names = Object.keys(document.studies);
  const study = document.studies[wanted.study ?? names[0]!];
  if (!study) throw new Error(`no study ${wanted.study} among ${names.join(', ')}`);
  if (study.status !== 'ok') throw new Error(`${wanted.study ?? names[0]} ${study.status}: ${study.reason?.message}`);
  const at = wanted.at;
  const index = at === undefined ? study.t.length - 1 : study.t.findIndex((t) => Math.abs((t ?? NaN) - at) <= 1e-9 * at);
  if (index < 0) throw new Error(`t = ${at} s is not among the output times ${study.t.join(', ')}`);
  return study.measures[wanted.measure]?.values[index] ?? NaN;
}
