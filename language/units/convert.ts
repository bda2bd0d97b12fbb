/** Between written numbers and SI, exactly where the unit allows it. */
import { numberText } from '../../solver/quantities/numeral.js';
import { dividedBy, exactly, negated, product, sum, toNumber } from './rational.js';
import type { Unit } from './parse.js';

/** SI value of a literal. */
export function toSi(written: number, unit: Unit | undefined): number {
  if (!unit || !Number.isFinite(written)) return written;
  if (unit.factor === 1 && unit.zero === 0) return written;
  if (!unit.exact) return written * unit.factor + unit.zero;
  return toNumber(sum(product(exactly(written), unit.exact.factor), unit.exact.zero));
}
/** SI value of a difference (an uncertainty, a step): the zero of the unit does not enter. */
export const differenceToSi = (written: number, unit: Unit | undefined): number =>
  unit?.exact ? toNumber(product(exactly(written), unit.exact.factor)) : written * (unit?.factor ?? 1);

/** Number to write before a unit so that it means the SI value. */
export function fromSi(si: number, unit: Unit | undefined): number {
  if (!unit || !Number.isFinite(si)) return si;
  if (!unit.exact) return (si - unit.zero) / unit.factor;
  return toNumber(dividedBy(sum(exactly(si), negated(unit.exact.zero)), unit.exact.factor));
}

/** Largest digits that tell two doubles apart. */
const digitsOfDouble = 17;

/** The shortest number in `to` that means exactly what `written` means in `from`: to the last digit. */
export function convertNumber(written: number, from: Unit | undefined, to: Unit | undefined): string {
  const si = toSi(written, from);
  const wanted = fromSi(si, to);
  for (let digits = 1; digits <= digitsOfDouble; digits++) {
    const candidate = Number(wanted.toPrecision(digits));
    if (toSi(candidate, to) === si) return numberText(candidate);
  }
  return numberText(wanted);
}
