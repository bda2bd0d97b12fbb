/** The text of a unit → its dimension and factor, or what is wrong with which part of it. Memoised: a file has few units and many uses of them. */
import { dimensionless, per, raised, times, type Dimension } from '../../solver/quantities/dimension.js';
import { unitNamed, type NamedUnit } from './names.js';
import { nothing, one, product, raisedTo, toNumber, type Rational } from './rational.js';
import { tokens, type UnitToken } from './tokens.js';

/** Part of the unit's text: offsets from its start. */
export interface Part {
  readonly start: number;
  readonly end: number;
}
export type UnitError =
  /** `operator` is the offset of the `*` or `/` before the name, when there is one. */
  | (Part & { readonly kind: 'unknown'; readonly name: string; readonly operator?: number })
  | (Part & { readonly kind: 'variable power'; readonly name: string })
  | (Part & { readonly kind: 'incomplete' });

export interface Unit {
  readonly text: string;
  readonly dimension: Dimension;
  /** SI = written · factor + zero. */
  readonly factor: number;
  readonly zero: number;
  /** The same exactly, when all powers are whole numbers. */
  readonly exact?: { readonly factor: Rational; readonly zero: Rational };
  /** A bare degC or degF: a reading of a thermometer. */
  readonly point: boolean;
  readonly angle: boolean;
  /** Degrees inside a compound unit, where they can only be differences. */
  readonly degrees: readonly (Part & { readonly below: boolean })[];
}
export type UnitResult = { readonly unit: Unit } | { readonly error: UnitError };

interface Factor extends Part {
  readonly unit: NamedUnit;
  readonly power: number;
}

const known = new Map<string, UnitResult>();
/** Files are edited for hours: half-typed units must not pile up. */
const knownLimit = 2000;

export function parseUnit(text: string): UnitResult {
  const existing = known.get(text);
  if (existing) return existing;
  if (known.size >= knownLimit) known.clear();
  const result = read(text);
  known.set(text, result);
  return result;
}

export const isUnit = (text: string): boolean => 'unit' in parseUnit(text);

function read(text: string): UnitResult {
  const factors: Factor[] = [];
  let sign = 1;
  /** Sign of the powers in the open parenthesis; its own power is known only at its end. */
  let group: { readonly from: number; readonly sign: number } | undefined;
  let wantsAtom = true;
  for (const token of tokens(text)) {
    const error = step(token);
    if (error) return { error };
  }
  if (wantsAtom || group) return { error: { kind: 'incomplete', start: 0, end: text.length } };
  return { unit: combine(text, factors) };

  function step(token: UnitToken): UnitError | undefined {
    switch (token.kind) {
      case 'one':
        wantsAtom = false;
        return undefined;
      case 'operator':
        sign = token.text === '/' ? -1 : 1;
        wantsAtom = true;
        return undefined;
      case 'open':
        group = { from: factors.length, sign };
        sign = 1;
        return undefined;
      case 'close': {
        if (!group) return { kind: 'incomplete', start: token.start, end: token.end };
        if (token.variable !== undefined) return variablePower(token.variable, token);
        for (let i = group.from; i < factors.length; i++)
          factors[i] = { ...factors[i]!, power: factors[i]!.power * group.sign * token.power };
        group = undefined;
        return undefined;
      }
      case 'atom': {
        wantsAtom = false;
        const unit = unitNamed(token.name);
        if (!unit) return { kind: 'unknown', name: token.name, start: token.start, end: token.nameEnd, operator: token.operator };
        if (token.variable !== undefined) return variablePower(token.variable, token);
        factors.push({ unit, power: sign * token.power, start: token.start, end: token.nameEnd });
        sign = 1;
        return undefined;
      }
      case 'broken':
        return { kind: 'incomplete', start: token.start, end: token.end };
    }
  }
}

const variablePower = (name: string, { nameEnd, end }: { nameEnd: number; end: number }): UnitError => ({
  kind: 'variable power',
  name,
  start: nameEnd + 1,
  end,
});

function combine(text: string, factors: readonly Factor[]): Unit {
  const lone = factors.length === 1 && factors[0]!.power === 1 ? factors[0]! : undefined;
  const zero = lone?.unit.zero ?? nothing;
  const whole = factors.every((f) => Number.isInteger(f.power));
  const exact = whole ? factors.reduce((p, f) => product(p, raisedTo(f.unit.factor, f.power)), one) : undefined;
  const factor = exact ? toNumber(exact) : factors.reduce((p, f) => p * toNumber(f.unit.factor) ** f.power, 1);
  const dimension = factors.reduce((d, f) => power(d, f), dimensionless);
  return {
    text,
    dimension,
    factor,
    zero: toNumber(zero),
    exact: exact && { factor: exact, zero },
    point: lone?.unit.zero !== undefined,
    angle: lone?.unit.record.angle === true,
    degrees: lone ? [] : factors.filter((f) => f.unit.zero !== undefined).map(({ start, end, power: p }) => ({ start, end, below: p < 0 })),
  };
}
function power(d: Dimension, { unit, power: exponent }: Factor): Dimension {
  const own = unit.record.dimension;
  const factor = raised(own, Math.abs(exponent)) ?? own;
  return exponent < 0 ? per(d, factor) : times(d, factor);
}
