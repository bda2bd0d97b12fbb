/** The matrix of coupled fluxes, coloured by its dimensionless coupling, and the eigenvalues that decide the second law. */
import type { OnsagerMatrix } from '../../../solver/outcome.js';
import type { Law, MatrixFigure, SpectrumFigure } from '../figures/figure.js';
import { textOf } from '../figures/statement.js';
import { symmetricEigenvalues } from '../figures/symmetric.js';
import { fixed, scientific, significant } from '../format/number.js';
import { quantity, sub } from '../format/text.js';
import { prettyUnit } from '../format/unit.js';
import { fieldOutcome, type PlotKind } from './plot.js';

const entry = (matrix: OnsagerMatrix, i: number, j: number): number => matrix.values[i]?.[j] ?? 0;

/** L_ij / √(L_ii L_jj), between −1 and 1 for every matrix that obeys the second law. */
export function coupling(matrix: OnsagerMatrix, i: number, j: number): number {
  const scale = Math.sqrt(entry(matrix, i, i) * entry(matrix, j, j));
  return scale > 0 ? entry(matrix, i, j) / scale : 0;
}

/** Largest relative difference between L_ij and L_ji, and how many pairs there are. */
function asymmetry(matrix: OnsagerMatrix): { readonly worst: number; readonly pairs: number } {
  let worst = 0;
  let pairs = 0;
  for (let i = 0; i < matrix.names.length; i++)
    for (let j = 0; j < i; j++) {
      pairs++;
      const a = entry(matrix, i, j);
      const b = entry(matrix, j, i);
      const size = Math.max(Math.abs(a), Math.abs(b));
      if (size > 0) worst = Math.max(worst, Math.abs(a - b) / size);
    }
  return { worst, pairs };
}

function lawsOf(matrix: OnsagerMatrix, smallest: number): readonly Law[] {
  const { worst, pairs } = asymmetry(matrix);
  const n = matrix.names.length;
  let largest = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) largest = Math.max(largest, coupling(matrix, i, j) ** 2);
  return [
    {
      name: ['Reciprocity ', quantity('L'), sub('ij'), ' = ', quantity('L'), sub('ji')],
      result: worst === 0 ? 'exact' : scientific(worst, 1),
      judgedBy: `${pairs} ${pairs === 1 ? 'pair' : 'pairs'}`,
      holds: worst < 1e-9,
    },
    {
      name: ['Second law'],
      result: `${significant(smallest, 3)} ${smallest >= 0 ? '≥' : '<'} 0`,
      judgedBy: 'smallest eigenvalue',
      holds: smallest >= 0,
    },
    {
      name: ['Largest coupling squared'],
      result: `${fixed(largest, 3)} ${largest < 1 ? '<' : '≥'} 1`,
      judgedBy: 'all pairs',
      holds: largest < 1,
    },
  ];
}

export const onsager: PlotKind = {
  name: 'Onsager matrix',
  figures({ run, study, source }) {
    const matrix = fieldOutcome(run, study)?.onsager;
    if (!matrix || matrix.names.length === 0) return [];
    const { names, origin } = matrix;
    const n = names.length;
    const scaled = names.map((_, i) => names.map((__, j) => (i === j ? 1 : coupling(matrix, i, j))));
    const values = symmetricEigenvalues(scaled);
    // Shown at once where the model is about L; where it only follows from other coefficients, on request.
    const secondary = !run.problem.media.some((medium) => medium.properties.some((property) => property.name === 'onsager'));
    const smallest = values[values.length - 1] ?? 0;
    const statement = (origin && textOf(origin, source)) ?? `coefficients of ${names.join(', ')}`;
    const heat: MatrixFigure = {
      kind: 'matrix',
      id: 'onsager',
      title: ['Onsager matrix ', quantity('L')],
      statement,
      origin,
      lead: true,
      secondary,
      names,
      entries: names.map((_, i) =>
        names.map((__, j) => ({
          value: entry(matrix, i, j),
          unit: prettyUnit(matrix.units[i]?.[j] ?? ''),
          coupling: i === j ? null : coupling(matrix, i, j),
        })),
      ),
      summary: `Matrix of ${n} by ${n} coefficients, ${smallest >= 0 ? 'positive semidefinite' : 'not positive semidefinite'}.`,
      note: 'Colour: coupling, an entry over the root of its two diagonal entries. It must lie between −1 and 1; zero means no coupling.',
    };
    const spectrum: SpectrumFigure = {
      kind: 'spectrum',
      id: 'onsager:eigenvalues',
      title: ['Eigenvalues'],
      secondary,
      statement: 'of L scaled by its diagonal',
      values,
      laws: lawsOf(matrix, smallest),
      summary: `Eigenvalues ${values.map((v) => fixed(v, 3)).join(', ')}.`,
      note:
        smallest >= 0
          ? 'None below zero: entropy production cannot be negative.'
          : 'One lies below zero: entropy production can become negative.',
    };
    return [heat, spectrum];
  },
};
