/** A model as the language would lower it: a binary between two plates, with a study of every kind. */
import type { Formula } from '../../../solver/formula.js';
import { number, operation } from '../../../solver/formula.js';
import type { Problem, SourceRange } from '../../../solver/problem.js';

export const uri = 'file:///cell.soret';
export const source = `model "Ethanol and water between two plates"

param hot = 25 degC from 20 degC to 60 degC
param gap = 1 mm from 0.5 mm to 2 mm
param start = 0.5 from 0.1 to 0.9

mixture drink of ethanol, water {
  soret(ethanol) = -9.5e-3 1/K
}

steady    rest
transient relax { until = 20 min }
sweep     by_hot of relax { vary(hot) = 20 degC .. 60 degC }
fit       soret_D { study = relax; observations = cell; observe = separation }

plot w(ethanol) over x of relax at 0 s, 10 s, 1 min, 5 min, end
plot separation over t of relax
`;
const lines = source.split('\n');

/** Range of the first line that holds the text. */
export function at(text: string): SourceRange {
  const line = lines.findIndex((l) => l.includes(text));
  const character = lines[line]?.indexOf(text) ?? 0;
  return { uri, start: { line, character }, end: { line, character: lines[line]?.length ?? 0 } };
}

const w: Formula = { kind: 'composition', measure: 'w', species: 'ethanol' };
const wall = (side: 'left' | 'right'): Formula => ({
  kind: 'functional',
  functional: { kind: 'value', of: w, place: { kind: 'side', side } },
});
const separation = operation('subtract', wall('right'), wall('left'));

export const data = Array.from({ length: 28 }, (_, i) => 15 + 1185 * (i / 27) ** 1.5);

export const problem: Problem = {
  title: 'Ethanol and water between two plates',
  hash: 'a3f29c1d77',
  parameters: [
    {
      name: 'hot',
      value: 298.15,
      low: 293.15,
      high: 333.15,
      unit: 'K',
      written: { text: 'degC', factor: 1, offset: 273.15 },
      origin: at('param hot'),
    },
    {
      name: 'gap',
      value: 1e-3,
      low: 5e-4,
      high: 2e-3,
      unit: 'm',
      written: { text: 'mm', factor: 1e-3, offset: 0 },
      origin: at('param gap'),
    },
    { name: 'start', value: 0.5, low: 0.1, high: 0.9, unit: '1', written: { text: '', factor: 1, offset: 0 }, origin: at('param start') },
    { name: 'D', value: 5e-10, unit: 'm^2/s', written: { text: 'm^2/s', factor: 1, offset: 0 }, origin: at('mixture') },
    { name: 'S_T', value: -8e-3, unit: '1/K', written: { text: '1/K', factor: 1, offset: 0 }, origin: at('soret(ethanol)') },
  ],
  substances: [
    {
      kind: 'species',
      name: 'ethanol',
      properties: [
        {
          name: 'reference',
          of: [],
          options: {},
          value: { kind: 'word', word: 'Someone et al., J. Chem. Phys. 2003, doi:10.1063/1.0000000' },
          origin: at('mixture'),
        },
      ],
      origin: at('mixture'),
    },
    { kind: 'species', name: 'water', properties: [], origin: at('mixture') },
  ],
  media: [{ kind: 'mixture', name: 'drink', components: ['ethanol', 'water'], properties: [], origin: at('mixture') }],
  geometry: {
    shape: 'slab',
    layers: [{ name: '', thickness: { kind: 'parameter', name: 'gap' }, medium: 'drink', origin: at('mixture') }],
    interfaces: [],
    properties: [],
    origin: at('mixture'),
  },
  initial: [],
  boundaries: [],
  sources: [],
  reactions: [],
  studies: [
    { kind: 'transient', name: 'relax', until: number(1200), times: [], instantHeat: false, set: [], origin: at('transient relax') },
    { kind: 'steady', name: 'rest', set: [], origin: at('steady') },
    {
      kind: 'sweep',
      name: 'by_hot',
      study: 'relax',
      vary: [{ parameter: 'hot', values: [293.15, 303.15, 313.15, 323.15, 333.15], origin: at('sweep') }],
      paired: false,
      set: [],
      origin: at('sweep'),
    },
    {
      kind: 'fit',
      name: 'soret_D',
      study: 'relax',
      observations: 'cell',
      observe: 'separation',
      vary: [
        { parameter: 'D', low: 1e-10, high: 1e-9, origin: at('fit') },
        { parameter: 'S_T', low: -2e-2, high: 0, origin: at('fit') },
      ],
      loss: 'least_squares',
      set: [],
      origin: at('fit'),
    },
  ],
  measures: [{ name: 'separation', formula: separation, unit: '1', origin: at('plot separation') }],
  data: [],
  plots: [
    {
      series: [{ label: 'w(ethanol)', formula: w, unit: '1', origin: at('plot w(ethanol)') }],
      over: 'x',
      of: ['relax'],
      at: [number(0), number(10), number(60), number(300), null],
      origin: at('plot w(ethanol)'),
    },
    {
      series: [{ label: 'separation', formula: separation, unit: '1', measure: 'separation', origin: at('plot separation') }],
      over: 't',
      of: ['relax'],
      at: [],
      origin: at('plot separation'),
    },
  ],
  expectations: [],
};

/** The sample's medium when its model is about L. */
export const mediaOfL: Problem['media'] = problem.media.map((medium) => ({
  ...medium,
  properties: [{ name: 'onsager', of: ['heat', 'heat'], options: {}, value: { kind: 'number', value: 3e4 }, origin: at('mixture') }],
}));
