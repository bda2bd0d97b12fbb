/** Legacy VTK files, which ParaView and VisIt read: one per study and output time. */
import type { FieldOutcome, Outcome } from '../../solver/outcome.js';
import type { Artefact, ExportedFile } from './artefact.js';

const isField = (o: Outcome): o is FieldOutcome => o.kind === 'steady' || o.kind === 'transient';

/** VTK names hold no blanks or brackets. */
const plain = (name: string): string => name.replace(/[^\p{L}\p{Nd}_]+/gu, '_').replace(/_+$/, '');

function snapshot(outcome: FieldOutcome, index: number, title: string): string {
  const place = Array.from(outcome.coordinate.values);
  const time = outcome.times[index];
  return [
    '# vtk DataFile Version 3.0',
    // The format allows 256 characters here and no line break.
    `${title.replace(/\s+/g, ' ').slice(0, 160)}: ${outcome.study}${time === null || time === undefined ? '' : `, t = ${time} s`}`,
    'ASCII',
    'DATASET RECTILINEAR_GRID',
    `DIMENSIONS ${place.length} 1 1`,
    `X_COORDINATES ${place.length} double`,
    place.join(' '),
    'Y_COORDINATES 1 double',
    '0',
    'Z_COORDINATES 1 double',
    '0',
    `POINT_DATA ${place.length}`,
    ...Object.entries(outcome.fields).flatMap(([name, field]) => [
      `SCALARS ${plain(name)} double 1`,
      'LOOKUP_TABLE default',
      Array.from(field.values[index] ?? []).join(' '),
    ]),
    '',
  ].join('\n');
}

export const vtk: Artefact = {
  doc: 'vtk: fields for ParaView, one file per output time',
  files({ problem, result }, stem): readonly ExportedFile[] {
    return result.outcomes.filter(isField).flatMap((outcome) => {
      const width = String(outcome.times.length).length;
      // The last time first: it is what a single file should show.
      return outcome.times
        .map((_, i) => ({
          name: `${stem}-${outcome.study}-${String(i).padStart(width, '0')}.vtk`,
          text: snapshot(outcome, i, problem.title),
        }))
        .reverse();
    });
  },
};
