/** Properties of studies and data. */
import type { PropertyRecord } from '../property.js';

export const studies = {
  until: {
    title: 'end time',
    doc: 'The study runs from 0 to here.',
    uses: [{ in: ['transient'], quantities: ['time'], depends: 'parameter', must: 'be positive', required: true }],
  },
  every: {
    title: 'output interval',
    doc: 'Time between outputs.',
    uses: [{ in: ['transient'], quantities: ['time'], depends: 'parameter', must: 'be positive' }],
  },
  times: {
    title: 'output times',
    doc: '`list(1 s, 1 min)`, `linspace(…)` or `logspace(…)`.',
    uses: [{ in: ['transient'], quantities: ['time'], value: 'list', depends: 'parameter' }],
  },
  start: {
    title: 'initial state',
    doc: 'Another study whose final state is the initial state here.',
    uses: [{ in: ['steady', 'transient'], value: 'study' }],
  },
  set: {
    title: 'parameter of this study',
    doc: '`set(hot) = 40 degC`: the value of a param in this study alone.',
    uses: [{ in: ['steady', 'transient', 'sweep', 'fit'], arguments: ['parameter'], quantities: ['argument'], depends: 'parameter' }],
  },
  tolerance: {
    title: 'tolerance',
    doc: "Wanted accuracy relative to each field's range, space and time together; 1e-6 when not given.",
    uses: [{ in: ['steady', 'transient', 'sweep', 'fit'], quantities: ['number'], depends: 'number', must: 'be positive' }],
  },
  propagation: {
    title: 'propagation of uncertainties',
    doc: 'How numbers stated with `±` are carried to the results: `linear` (first order; the default), `monte_carlo` (normal distributions, `samples` solves) or `off`.',
    uses: [{ in: ['steady', 'transient'], words: ['linear', 'monte_carlo', 'off'] }],
  },
  samples: {
    title: 'samples',
    doc: 'Number of solves for `propagation = monte_carlo`; 500 when not given.',
    uses: [{ in: ['steady', 'transient'], quantities: ['number'], depends: 'number', must: 'be positive' }],
  },
  study: { title: 'study', doc: 'The study that is repeated.', uses: [{ in: ['sweep', 'fit'], value: 'study', required: true }] },
  vary: {
    title: 'what varies',
    doc: 'In a sweep a list of values, in a fit `range(low, high)`.',
    uses: [
      { in: ['sweep'], arguments: ['parameter'], quantities: ['argument'], value: 'list', depends: 'parameter' },
      { in: ['fit'], arguments: ['parameter'], quantities: ['argument'], value: 'range', depends: 'parameter' },
    ],
  },
  paired: {
    title: 'paired values',
    doc: '`paired = yes` takes the lists together instead of every combination.',
    uses: [{ in: ['sweep'], value: 'yes or no' }],
  },
  interpolate: {
    title: 'interpolated cases',
    doc: 'Of many combinations only as many are solved as the tolerance needs; the others are interpolated between them, with their own estimated error. `interpolate = no` solves every one.',
    uses: [{ in: ['sweep'], value: 'yes or no' }],
  },
  observations: {
    title: 'observations',
    doc: 'The data that the fit compares with.',
    uses: [{ in: ['fit'], value: 'data', required: true }],
  },
  observe: {
    title: 'observed measure',
    doc: 'The measure that the data shows.',
    uses: [{ in: ['fit'], value: 'measure', required: true }],
  },
  loss: {
    title: 'loss',
    doc: '`least_squares`, or `robust` against outliers (soft L1).',
    uses: [{ in: ['fit'], words: ['least_squares', 'robust'] }],
  },
  file: {
    title: 'data file',
    doc: 'A CSV file beside the model, its header naming columns with units: `t [s],dw [1]`.',
    uses: [{ in: ['data'], value: 'text', required: true }],
  },
  column: {
    title: 'column name',
    doc: '`column(dw) = "signal"` when the column is called otherwise.',
    uses: [{ in: ['data'], arguments: ['column'], value: 'text' }],
  },
  unit: {
    title: 'column unit',
    doc: '`unit(dw) = 1 mm` when the header has none.',
    uses: [{ in: ['data'], arguments: ['column'], quantities: ['measure'], depends: 'number' }],
  },
  uncertainty: {
    title: 'uncertainty',
    doc: 'A column with the standard uncertainty, or one constant.',
    uses: [{ in: ['data'], arguments: ['column'], quantities: ['measure'], value: 'text', depends: 'number', must: 'be positive' }],
  },
} as const satisfies Record<string, PropertyRecord>;
