/** Residuals in units of σ and their derivatives, as the minimiser wants them. */
import type { Reason } from '../outcome.js';
import type { Box, ResidualFunction } from './bounded-least-squares.js';
import { roughSensitivities } from './differences.js';
import type { Predictor } from './prediction.js';

/** r_i = (model − measured)/σ_i; `sigma` gives σ_i. */
export function residualFunction(predictor: Predictor, box: Box, sigma: (i: number) => number): ResidualFunction {
  const { measured } = predictor.observations;
  let base = new Float64Array(0);
  let baseAt: Float64Array | undefined;
  return {
    *residuals(p): Generator<void, Float64Array | Reason> {
      const predicted = yield* predictor.at(p);
      if (!('values' in predicted)) return predicted;
      [base, baseAt] = [predicted.values as Float64Array<ArrayBuffer>, p];
      return measured.map((value, i) => (predicted.values[i]! - value) / sigma(i));
    },
    *jacobian(p): Generator<void, Float64Array | Reason> {
      if (baseAt !== p) {
        const predicted = yield* predictor.at(p);
        if (!('values' in predicted)) return predicted;
        [base, baseAt] = [predicted.values as Float64Array<ArrayBuffer>, p];
      }
      const columns = yield* roughSensitivities(predictor, p, box, base);
      return Array.isArray(columns) ? byRows(columns, measured.length, sigma) : columns;
    },
  };
}

/** Columns of derivatives → rows in units of σ. */
export function byRows(columns: readonly Float64Array[], rows: number, sigma: (i: number) => number): Float64Array {
  const n = columns.length;
  return Float64Array.from({ length: rows * n }, (_, at) => columns[at % n]![Math.floor(at / n)]! / sigma(Math.floor(at / n)));
}
