/** THE list of units: one record each. Of the electrical units only A, C, V, S and eV exist, so that `5300 K/T^2` cannot be read in teslas. */
import { dimension, dimensionless } from '../../solver/quantities/dimension.js';
import { allPrefixes, type UnitRecord } from './unit.js';

const energy = dimension({ kg: 1, m: 2, s: -2 });
const pressure = dimension({ kg: 1, m: -1, s: -2 });
const temperature = dimension({ K: 1 });
const time = dimension({ s: 1 });
const mass = dimension({ kg: 1 });
const volume = dimension({ m: 3 });
const amount = dimension({ mol: 1 });

export const units = {
  m: { title: 'metre', dimension: dimension({ m: 1 }), factor: '1', prefixes: allPrefixes },
  g: { title: 'gram', dimension: mass, factor: '1e-3', prefixes: allPrefixes },
  s: { title: 'second', dimension: time, factor: '1', prefixes: allPrefixes },
  A: { title: 'ampere', dimension: dimension({ A: 1 }), factor: '1', prefixes: allPrefixes },
  K: { title: 'kelvin', dimension: temperature, factor: '1', prefixes: allPrefixes },
  mol: { title: 'mole', dimension: amount, factor: '1', prefixes: allPrefixes },
  cd: { title: 'candela', dimension: dimension({ cd: 1 }), factor: '1', prefixes: allPrefixes },
  Hz: { title: 'hertz', dimension: dimension({ s: -1 }), factor: '1', prefixes: allPrefixes },
  N: { title: 'newton', dimension: dimension({ kg: 1, m: 1, s: -2 }), factor: '1', prefixes: allPrefixes },
  Pa: { title: 'pascal', dimension: pressure, factor: '1', prefixes: allPrefixes },
  J: { title: 'joule', dimension: energy, factor: '1', prefixes: allPrefixes },
  W: { title: 'watt', dimension: dimension({ kg: 1, m: 2, s: -3 }), factor: '1', prefixes: allPrefixes },
  C: { title: 'coulomb', dimension: dimension({ A: 1, s: 1 }), factor: '1', prefixes: allPrefixes },
  V: { title: 'volt', dimension: dimension({ kg: 1, m: 2, s: -3, A: -1 }), factor: '1', prefixes: allPrefixes },
  S: { title: 'siemens', dimension: dimension({ kg: -1, m: -2, s: 3, A: 2 }), factor: '1', prefixes: allPrefixes },
  kat: { title: 'katal', dimension: dimension({ mol: 1, s: -1 }), factor: '1', prefixes: allPrefixes },

  min: { title: 'minute', dimension: time, factor: '60' },
  h: { title: 'hour', dimension: time, factor: '3600' },
  d: { title: 'day', dimension: time, factor: '86400' },
  a: { title: 'year (365.25 d)', dimension: time, factor: '31557600', prefixes: 'k M G' },
  L: { aliases: ['l'], title: 'litre', dimension: volume, factor: '1e-3', prefixes: 'h d c m µ n p f' },
  bar: { title: 'bar', dimension: pressure, factor: '1e5', prefixes: 'm µ k M' },
  atm: { title: 'standard atmosphere', dimension: pressure, factor: '101325' },
  mmHg: { title: 'millimetre of mercury', dimension: pressure, factor: '133.322387415' },
  degC: { aliases: ['°C', '℃'], title: 'degree Celsius', dimension: temperature, factor: '1', zero: '273.15' },
  degF: { aliases: ['°F', '℉'], title: 'degree Fahrenheit', dimension: temperature, factor: '5/9', zero: '45967/180' },
  eV: { title: 'electronvolt', dimension: energy, factor: '1.602176634e-19', prefixes: 'µ m k M G' },
  cal: { title: 'thermochemical calorie', dimension: energy, factor: '4.184', prefixes: 'm k' },
  Å: { aliases: ['\u212b'], title: 'ångström', dimension: dimension({ m: 1 }), factor: '1e-10' },
  u: { title: 'unified atomic mass unit', dimension: mass, factor: '1.66053906660e-27' },
  Da: { title: 'dalton', dimension: mass, factor: '1.66053906660e-27', prefixes: 'k M' },
  M: { title: 'mole per litre', dimension: dimension({ mol: 1, m: -3 }), factor: '1e3', prefixes: 'm µ n p f' },
  P: { title: 'poise', dimension: dimension({ kg: 1, m: -1, s: -1 }), factor: '0.1', prefixes: 'c m µ' },
  St: { title: 'stokes', dimension: dimension({ m: 2, s: -1 }), factor: '1e-4', prefixes: 'c m' },
  molecule: { aliases: ['molecules'], title: 'one molecule (1/N_A mol)', dimension: amount, factor: '1/6.02214076e23' },

  '%': { title: 'percent', dimension: dimensionless, factor: '1e-2' },
  '‰': { title: 'per mille', dimension: dimensionless, factor: '1e-3' },
  ppm: { title: 'parts per million', dimension: dimensionless, factor: '1e-6' },
  ppb: { title: 'parts per billion (1e-9)', dimension: dimensionless, factor: '1e-9' },
  rad: { title: 'radian', dimension: dimensionless, factor: '1', prefixes: 'm µ', angle: true },
  deg: { aliases: ['°'], title: 'degree of arc', dimension: dimensionless, factor: '3.14159265358979323846/180', angle: true },
} as const satisfies Record<string, UnitRecord>;
