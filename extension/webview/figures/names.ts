/** How fields and measures are called in titles and on axes. */
import type { Formula } from '../../../solver/formula.js';
import type { Problem } from '../../../solver/problem.js';
import { plain, quantity, sub, type Text } from '../format/text.js';
import { say } from '../words/say.js';

export interface Naming {
  readonly title: Text;
  readonly symbol: Text;
}

const measures = {
  w: say.massFractionOf,
  x: say.moleFractionOf,
  c: say.concentrationOf,
} as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** Words become a title; symbols (`d_THN`, `OM_axis`, `sigma2`) stay as they are written. */
const words = (identifier: string): string =>
  /^[a-z]{3,}(_[a-z]{2,})*$/.test(identifier) ? capital(identifier.replace(/_/g, ' ')) : identifier;

/** `w(ethanol)`, `T`, a measure's name, or any expression as written. */
export function nameOfLabel(label: string, problem: Problem): Naming {
  const composition = /^([wxc])\(\s*([^()]+?)\s*\)$/.exec(label);
  if (composition) {
    const kind = composition[1] as keyof typeof measures;
    const species = composition[2] ?? '';
    return { title: [measures[kind](species)], symbol: [quantity(kind), sub(species)] };
  }
  if (label === 'T') return { title: [say.temperature], symbol: [quantity('T')] };
  if (label === 'rho') return { title: [say.density], symbol: [quantity('ρ')] };
  const measure = problem.measures.find((m) => m.name === label);
  if (measure) return nameOfMeasure(measure.name, measure.formula);
  if (label === 'p') return { title: [say.pressure], symbol: [quantity('p')] };
  return { title: [capital(label)], symbol: [label] };
}

/** A difference of the same field between two sides says who is subtracted from whom. */
function nameOfMeasure(name: string, formula: Formula): Naming {
  const difference = sidesOfDifference(formula);
  if (!difference) return { title: [words(name)], symbol: [name] };
  const symbol: Text = difference.species
    ? ['Δ', quantity(difference.symbol), sub(difference.species)]
    : ['Δ', quantity(difference.symbol)];
  return { title: [say.minus(words(name), difference.first, difference.second)], symbol };
}

function sidesOfDifference(formula: Formula): { first: string; second: string; symbol: string; species?: string } | null {
  if (formula.kind !== 'operator' || formula.operator !== 'subtract') return null;
  const [a, b] = formula.operands.map(valueAtSide);
  if (!a || !b || a.symbol !== b.symbol || a.species !== b.species) return null;
  return { first: a.side, second: b.side, symbol: a.symbol, species: a.species };
}
function valueAtSide(formula: Formula): { side: string; symbol: string; species?: string } | null {
  if (formula.kind !== 'functional' || formula.functional.kind !== 'value' || formula.functional.place.kind !== 'side') return null;
  const { of, place } = formula.functional;
  if (of.kind === 'temperature') return { side: place.side, symbol: 'T' };
  if (of.kind === 'composition') return { side: place.side, symbol: of.measure, species: of.species };
  return null;
}

/** Whether the values are temperatures (which have a °C) and not differences of them. */
export function isTemperaturePoint(formula: Formula): boolean {
  if (formula.kind === 'temperature') return true;
  if (formula.kind !== 'functional') return false;
  const f = formula.functional;
  return (f.kind === 'value' || f.kind === 'mean' || f.kind === 'minimum' || f.kind === 'maximum') && isTemperaturePoint(f.of);
}

/** One letter with an index is a quantity (S_T), anything longer is words. */
export function nameOfParameter(name: string): Text {
  const symbol = /^(\p{L})(?:_(\w+))?$/u.exec(name);
  if (!symbol) return [name.replace(/_/g, ' ')];
  return symbol[2] === undefined ? [quantity(symbol[1] ?? name)] : [quantity(symbol[1] ?? name), sub(symbol[2])];
}

/** Several series on one axis: one title, and the symbol that they share or else their names. */
export function nameOfSeries(labels: readonly string[], problem: Problem): Naming {
  const names = labels.map((label) => nameOfLabel(label, problem));
  const [first] = names;
  if (!first || names.length === 1) return first ?? { title: [], symbol: [] };
  const titles = names.map((name) => plain(name.title));
  const tail = /, .*$/.exec(titles[0] ?? '')?.[0] ?? '';
  const shared = tail !== '' && titles.every((title) => title.endsWith(tail));
  const title = shared ? titles.map((t) => t.slice(0, -tail.length)).join(', ') + tail : titles.join(', ');
  const leading = names.map((name) => plain(name.symbol.filter((part) => typeof part === 'string' || 'quantity' in part)));
  const symbol =
    first.symbol.some((part) => typeof part !== 'string') && leading.every((s) => s === leading[0])
      ? first.symbol.filter((part) => typeof part === 'string' || 'quantity' in part)
      : [labels.join(', ')];
  return { title: [title], symbol };
}
