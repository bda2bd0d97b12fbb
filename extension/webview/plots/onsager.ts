/** The matrix of coupled fluxes, coloured by its dimensionless coupling, and the eigenvalues that decide the second law. */
import type { OnsagerMatrix } from '../../../solver/outcome.js';
import type { Law, MatrixFigure, SpectrumFigure } from '../figures/figure.js';
import { textOf } from '../figures/statement.js';
import { symmetricEigenvalues } from '../figures/symmetric.js';
import { fixed, scientific, significant } from '../format/number.js';
import { quantity, sub } from '../format/text.js';
import { prettyUnit } from '../format/unit.js';
import { fieldOutcome, type PlotKind } from './plot.js';
import { say } from '../words/say.js';

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
      name: [`${say.reciprocity} `, quantity('L'), sub('ij'), ' = ', quantity('L'), sub('ji')],
      result: worst === 0 ? say.exact : scientific(worst, 1),
      judgedBy: say.pairs(pairs),
      holds: worst < 1e-9,
    },
    {
      name: [say.secondLaw],
      result: `${significant(smallest, 3)} ${smallest >= 0 ? '≥' : '<'} 0`,
      judgedBy: say.smallestEigenvalue,
      holds: smallest >= 0,
    },
    {
      name: [say.largestCoupling],
      result: `${fixed(largest, 3)} ${largest < 1 ? '<' : '≥'} 1`,
      judgedBy: say.allPairs,
      holds: largest < 1,
    },
  ];
}

export const onsager: PlotKind = {
  name: 'onsager-matrix',
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
    const statement = (origin && textOf(origin, source)) ?? say.coefficientsOf(names.join(', '));
    const heat: MatrixFigure = {
      kind: 'matrix',
      id: 'onsager',
      title: [`${say.onsagerMatrix} `, quantity('L')],
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
      summary: (smallest >= 0 ? say.semidefinite : say.notSemidefinite)(n),
      note: say.couplingNote,
    };
    const spectrum: SpectrumFigure = {
      kind: 'spectrum',
      id: 'onsager:eigenvalues',
      title: [say.eigenvalues],
      secondary,
      statement: say.eigenvaluesStatement,
      values,
      laws: lawsOf(matrix, smallest),
      summary: say.eigenvaluesSummary(values.map((v) => fixed(v, 3)).join(', ')),
      note: smallest >= 0 ? say.noneBelowZero : say.oneBelowZero,
    };
    return [heat, spectrum];
  },
};
