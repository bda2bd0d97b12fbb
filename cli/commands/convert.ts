/** `soret convert`: units, and the same physics in another convention. */
import { quantities } from '../../solver/quantities/quantity.js';
import { dimensionInWords, quantityFromText, siUnit, typeset } from '../../language/units/spelling.js';
import { fromSi } from '../../language/units/convert.js';
import { parseUnit, type Unit } from '../../language/units/parse.js';
import type { Arguments, Command } from '../command.js';
import { UsageError } from '../command.js';
import { exit } from '../exit.js';
import { convertCoefficient, stateOptions, type LocalValues } from '../model/convert-coefficient.js';
import { conventionNamed, conventions, keyboardName, type Convention } from '../model/conventions.js';
import { parseQuantity } from '../model/quantity.js';
import { numeral } from '../../solver/quantities/numeral.js';

export const convert: Command = {
  name: 'convert',
  summary: 'Convert units, or a Soret coefficient between S_T, D_T, alpha_T, k_T, Q*, D^T and Dufour',
  usage: 'VALUE UNIT [CONVENTION] to CONVENTION|UNIT [UNIT] [--at TEMPERATURE] …',
  positionals: { least: 3, most: 7, what: 'VALUE UNIT to CONVENTION' },
  options: Object.fromEntries(
    Object.entries(stateOptions).map(([name, { placeholder, doc }]) => [name, { type: 'text' as const, quantity: true, placeholder, doc }]),
  ),
  examples: [
    "soret convert 9.5e-3 1/K to alpha_T --at '25 degC'",
    "soret convert 9.5e-3 1/K to D_T --diffusion '6.21e-10 m^2/s'",
    "soret convert 0.26 eV to S_T --at '600 K'",
    'soret convert 1.08e-2 cm^2/s to m^2/s',
  ],
  async run(given, terminal) {
    terminal.write(`${answer(given)}\n`);
    return exit.ok;
  },
};

function answer(given: Arguments): string {
  const at = given.positionals.indexOf('to');
  if (at < 1 || at === given.positionals.length - 1)
    throw new UsageError("write what to convert into, as in: soret convert 9.5e-3 1/K to alpha_T --at '25 degC'");
  const source = readSource(given.positionals.slice(0, at));
  const [target, targetUnit, ...rest] = given.positionals.slice(at + 1);
  if (rest.length) throw new UsageError(`${rest.join(' ')} is too much after the target.`);
  const convention = conventionNamed(target!);
  const unit = convention ? unitOf(targetUnit) : unitOf(target);
  if (!convention) {
    if (targetUnit !== undefined || !unit) throw unknownTarget(target ?? '');
    return inUnit(source.si, source.dimension, unit);
  }
  const from = source.convention ?? implied(source);
  const converted = convertCoefficient(source.si, from, convention, localValues(given), source.perParticle);
  const record = quantities[convention.quantities[0]!];
  const si = unitOf(record.units[0]);
  const shown =
    unit && record.dimension !== unit.dimension
      ? perParticle(converted, convention, unit)
      : inUnit(converted, record.dimension, unit ?? si);
  return `${keyboardName(convention)} = ${shown}`;
}

interface Source {
  readonly si: number;
  readonly dimension: LocalDimension;
  readonly convention: Convention | undefined;
  readonly perParticle: boolean;
}
type LocalDimension = (typeof quantities)['number']['dimension'];

function readSource(words: readonly string[]): Source {
  const named = words.length > 1 ? conventionNamed(words.at(-1)!) : undefined;
  const text = (named ? words.slice(0, -1) : words).join(' ');
  const quantity = parseQuantity(text);
  if ('problem' in quantity) throw new UsageError(quantity.problem);
  const perMolecule = quantity.dimension === quantities.energy.dimension;
  if (named && !named.quantities.some((q) => quantities[q].dimension === quantity.dimension))
    throw new UsageError(
      `${named.symbol} is measured in ${named.quantities.map((q) => typeset(quantities[q].units[0] ?? '1')).join(' or ')}, and ${text} is ${dimensionInWords(quantity.dimension)}.`,
    );
  return { si: quantity.si, dimension: quantity.dimension, convention: named, perParticle: perMolecule };
}

/** The convention that a unit can only mean. */
function implied(source: Source): Convention {
  const fitting = conventions.filter((c) => c.quantities.some((q) => quantities[q].dimension === source.dimension));
  if (fitting.length === 0) throw new UsageError(`${dimensionInWords(source.dimension)} states no Soret coefficient in any convention.`);
  // D_T and the Dufour coefficient share their unit and, by Onsager, their value.
  if (source.dimension === quantities.number.dimension)
    throw new UsageError(
      `a plain number may be ${fitting.map((c) => c.symbol).join(' or ')}: say which, as in: soret convert 2.83 alpha_T to S_T`,
    );
  return fitting[0]!;
}

function unitOf(text: string | undefined): Unit | undefined {
  if (text === undefined) return undefined;
  const read = text === '1' ? undefined : parseUnit(text);
  if (read && 'error' in read) throw unknownTarget(text);
  return read?.unit;
}
const unknownTarget = (text: string): UsageError =>
  new UsageError(`${text} is neither a unit nor a convention. Conventions: ${conventions.map((c) => keyboardName(c)).join(', ')}.`);

/** Thirteen digits: all that survives the arithmetic. */
const digits = (value: number): string => numeral(value, 13);

function inUnit(si: number, dimension: LocalDimension, unit: Unit | undefined): string {
  if (unit && unit.dimension !== dimension)
    throw new UsageError(
      `${typeset(unit.text)} measures ${dimensionInWords(unit.dimension)}, and the value is ${dimensionInWords(dimension)}.`,
    );
  const text = digits(fromSi(si, unit));
  const name = unit?.text ?? siUnit(dimension);
  return name === '1' ? text : `${text} ${name}`;
}

function perParticle(perMole: number, convention: Convention, unit: Unit): string {
  if (!convention.quantities.some((q) => quantities[q].dimension === unit.dimension))
    return inUnit(perMole, quantities[convention.quantities[0]!].dimension, unit);
  return `${digits(fromSi(perMole / 6.02214076e23, unit))} ${unit.text}`;
}

function localValues(given: Arguments): LocalValues {
  const values: Record<string, readonly number[]> = {};
  for (const [name, option] of Object.entries(stateOptions)) {
    const text = given.text(name);
    if (text === undefined) continue;
    values[name] = text.split(',').map((part) => {
      const read = quantityFromText(part);
      const dimension = quantities[option.quantity].dimension;
      if (!read || (read.unit?.dimension ?? quantities.number.dimension) !== dimension)
        throw new UsageError(
          `--${name} ${text}: ${part.trim()} is not a ${quantities[option.quantity].title}; write it as in --${name} '${option.placeholder}'.`,
        );
      return read.si;
    });
  }
  return values;
}
