/** A fit of two parameters to a thousand values of the default cell: half a second at most. */
import { bench, describe } from 'vitest';
import { prepare } from '../../solver/solve.js';
import { cellData, cellModel, lowered } from '../fit/cell.js';

const problem = await lowered(cellModel(), cellData(1000, 1e-4, 1));
const model = prepare(problem);

describe('fit of D and S_T to 1000 values', () => {
  bench('from the prepared model', () => void model.run({ studies: ['cell'] }), { time: 3000, warmupTime: 500 });
  bench('with formulation and compilation', () => void prepare(problem).run({ studies: ['cell'] }), { time: 3000, warmupTime: 500 });
});
