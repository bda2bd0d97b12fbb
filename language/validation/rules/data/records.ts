/** Diagnostics of data files: the reader of a `data` block finds them. */
import { diagnostic } from '../../diagnostic.js';

const model = 'data run { file = "run.csv" }\n';
const good = { 'run.csv': 't [s],x [mm]\n0,0.1\n60,0.2\n' };

export const dataRecords = [
  diagnostic({
    code: 'data/file',
    severity: 'error',
    title: 'Data file that cannot be read',
    doc: 'The path is relative to the model. The file is a text file of comma-separated values; semicolons and tabs separate too.',
    bad: 'data run { file = "no such file.csv" }\n',
    good: model,
    files: good,
  }),
  diagnostic({
    code: 'data/header',
    severity: 'error',
    title: 'Data file without a header',
    doc: 'The first line names the columns and their units: `t [s],dw [1]`. Without it nobody knows what the numbers are.',
    bad: 'data run { file = "bare.csv" }\n',
    good: model,
    files: { ...good, 'bare.csv': '0,0.1\n60,0.2\n' },
  }),
  diagnostic({
    code: 'data/rows',
    severity: 'error',
    title: 'Data file whose rows do not fit its header',
    doc: 'Every row has as many cells as the header has columns, and there is at least one row.',
    bad: 'data run { file = "ragged.csv" }\n',
    good: model,
    files: { ...good, 'ragged.csv': 't [s],x [mm]\n0,0.1\n60\n' },
  }),
  diagnostic({
    code: 'data/number',
    severity: 'error',
    title: 'Cell that is not a number',
    doc: 'Every cell is a number. An empty cell or a word would have to be guessed at; remove the row instead. Uncertainties are positive.',
    bad: 'data run { file = "word.csv" }\n',
    good: model,
    files: { ...good, 'word.csv': 't [s],x [mm]\n0,0.1\n60,missing\n' },
  }),
  diagnostic({
    code: 'data/decimal-comma',
    severity: 'error',
    title: 'Decimal comma',
    doc: 'Numbers are written with a decimal point. With a decimal comma, columns and decimals cannot be told apart.',
    bad: 'data run { file = "comma.csv" }\n',
    good: model,
    files: { ...good, 'comma.csv': 't [s];x [mm]\n0;0,1\n60;0,2\n' },
  }),
  diagnostic({
    code: 'data/column',
    severity: 'error',
    title: 'Column that is not there',
    doc: 'A column is looked up by the name of what it holds: `t`, a coordinate, a measure, or a param that each row was measured at. `column(dw) = "signal"` says so when it is called otherwise.',
    bad: 'data run { file = "other.csv" }\n',
    good: 'data run { file = "other.csv"; column(t) = "clock" }\n',
    files: { 'other.csv': 'clock [s],signal [1]\n0,0.1\n60,0.2\n' },
  }),
  diagnostic({
    code: 'data/unit',
    severity: 'error',
    title: 'Unit of a column missing or wrong',
    doc: 'The unit stands in the header, `t [s]`, or in the block, `unit(t) = 1 s`. It must be of the dimension of what the column holds.',
    bad: 'data run { file = "kilograms.csv" }\n',
    good: model,
    files: { ...good, 'kilograms.csv': 't [kg],x [mm]\n0,0.1\n60,0.2\n' },
  }),
  diagnostic({
    code: 'data/duplicate',
    severity: 'warning',
    title: 'Column or row given twice',
    doc: 'Two columns of the same name cannot be told apart (an error). Several rows at the same time or place are allowed, each a measurement of its own (a warning, because it is often a slip).',
    bad: 'data run { file = "twice.csv" }\n',
    good: model,
    files: { ...good, 'twice.csv': 't [s],x [mm]\n0,0.1\n60,0.2\n60,0.21\n' },
  }),
  diagnostic({
    code: 'data/table',
    severity: 'error',
    title: 'Table that cannot be interpolated',
    doc: '`table("file.csv", T)` needs two columns with at least two rows, and one value for each abscissa.',
    bad: 'solid steel { conductivity = table("one.csv", T) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\n',
    good: 'solid steel { conductivity = table("two.csv", T) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\n',
    files: { 'one.csv': 'T [K],k [W/(m*K)]\n300,50\n', 'two.csv': 'T [K],k [W/(m*K)]\n300,50\n400,48\n' },
  }),
] as const;
