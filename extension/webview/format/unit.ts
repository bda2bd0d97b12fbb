/** The units that an axis can be read in. `shown = (si − offset) / factor`. */
import { superscript } from '../../../solver/quantities/superscript.js';
import { powerOfTen } from './number.js';

export interface Unit {
  readonly text: string;
  readonly factor: number;
  readonly offset: number;
}
const u = (text: string, factor = 1, offset = 0): Unit => ({ text, factor, offset });

/** SI unit as the solver writes it → choices, the SI one first. */
const choices: Readonly<Record<string, readonly Unit[]>> = {
  '1': [u('1'), u('%', 1e-2), u('ppm', 1e-6)],
  m: [u('m'), u('cm', 1e-2), u('mm', 1e-3), u('µm', 1e-6), u('nm', 1e-9)],
  s: [u('s'), u('ms', 1e-3), u('min', 60), u('h', 3600), u('d', 86400), u('a', 31_557_600)],
  K: [u('K'), u('mK', 1e-3)],
  'mol/m^3': [u('mol/m³'), u('mol/L', 1e3), u('µmol/L', 1e-3)],
  'kg/m^3': [u('kg/m³'), u('g/cm³', 1e3)],
  Pa: [u('Pa'), u('kPa', 1e3), u('bar', 1e5)],
  'm^2/s': [u('m²/s'), u('cm²/s', 1e-4), u('mm²/s', 1e-6)],
  'm/s': [u('m/s'), u('mm/s', 1e-3), u('µm/s', 1e-6)],
  'W/m^2': [u('W/m²'), u('kW/m²', 1e3), u('W/cm²', 1e4)],
  'kg/mol': [u('kg/mol'), u('g/mol', 1e-3)],
  V: [u('V'), u('mV', 1e-3), u('µV', 1e-6)],
};
const celsius = u('°C', 1, 273.15);

/** `m^2/(s*K)` → `m²/(s·K)`. */
export const prettyUnit = (unit: string): string =>
  unit
    .replace(/degC/g, '°C')
    .replace(/\*/g, '·')
    .replace(/\^(?:\((-?\d+)\)|(-?\d+))/g, (_, inside: string | undefined, bare: string) => superscript(inside ?? bare));

/** A temperature point may also be read in °C; a difference of temperatures must not. */
export function unitsOf(si: string, temperaturePoint: boolean): readonly Unit[] {
  const known = choices[si] ?? [u(prettyUnit(si))];
  return si === 'K' && temperaturePoint ? [known[0] ?? u('K'), celsius] : known;
}

export const toUnit = (si: number, unit: Unit): number => (si - unit.offset) / unit.factor;
export const fromUnit = (shown: number, unit: Unit): number => shown * unit.factor + unit.offset;

/** Smallest largest value at which a unit reads well; others are chosen by hand only. */
const comfortable: Readonly<Record<string, number>> = {
  m: 0.5,
  mm: 0.5,
  µm: 0.5,
  nm: 0,
  s: 1,
  ms: 0,
  min: 2,
  h: 2,
  d: 2,
  a: 2,
  K: 0,
};

/** The unit in which the largest absolute value reads best: 1e-3 m → mm, 600 s → min. */
export function comfortableUnit(units: readonly Unit[], largest: number): Unit {
  const first = units[0] ?? u('1');
  let best: Unit | undefined;
  for (const unit of units) {
    const from = comfortable[unit.text];
    if (from === undefined || largest < from * unit.factor) continue;
    if (!best || unit.factor > best.factor) best = unit;
  }
  return best ?? first;
}

/** Shared exponent for an axis whose numbers are too small or too large to print: outside the numbers. */
export function withSharedExponent(unit: Unit, largest: number): Unit {
  const size = Math.abs(largest) / unit.factor;
  if (!(size > 0) || !Number.isFinite(size) || (size >= 1e-2 && size < 1e5) || unit.offset !== 0) return unit;
  const exponent = Math.floor(Math.log10(size));
  const text = unit.text === '1' ? powerOfTen(exponent) : `${powerOfTen(exponent)} ${unit.text}`;
  return { text, factor: unit.factor * 10 ** exponent, offset: 0 };
}

/** Text after a number: nothing for a pure number. */
export const unitSuffix = (unit: Unit): string => (unit.text === '1' ? '' : unit.text);
