/** The fields of a study for ParaView: legacy VTK, a polyline along the coordinate, one array per field and output time. */
import type { FieldOutcome } from '../../../solver/outcome.js';
import type { FinishedRun } from '../state/state.js';
import { provenance } from './csv.js';

/** Array names must not hold blanks. */
const identifier = (text: string): string => text.replace(/[^A-Za-z0-9_.()+-]/g, '_');
/** The title line of the format holds 255 characters. */
const titleLength = 250;

export function vtk(run: FinishedRun, outcome: FieldOutcome): string {
  const x = outcome.coordinate.values;
  const n = x.length;
  const lines = [
    '# vtk DataFile Version 3.0',
    provenance(run, outcome.study)
      .join('; ')
      .replace(/[^\x20-\x7e]/g, '?')
      .slice(0, titleLength),
    'ASCII',
    'DATASET POLYDATA',
    `POINTS ${n} double`,
    ...Array.from(x, (v) => `${v} 0 0`),
    `LINES 1 ${n + 1}`,
    [n, ...Array.from(x, (_, i) => i)].join(' '),
    `POINT_DATA ${n}`,
  ];
  for (const [name, field] of Object.entries(outcome.fields))
    for (const [i, values] of field.values.entries()) {
      const time = outcome.times[i];
      const suffix = time === null || time === undefined ? '' : `_t=${time}s`;
      lines.push(
        `SCALARS ${identifier(`${name}[${field.unit}]${suffix}`)} double 1`,
        'LOOKUP_TABLE default',
        ...Array.from(values, String),
      );
    }
  return lines.join('\n') + '\n';
}
