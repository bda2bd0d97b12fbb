/** What of a model to run, as named on the command line. */
import type { Parameter, Problem } from '../../solver/problem.js';
import { nearest } from '../../language/validation/nearest.js';
import { UsageError } from '../command.js';
import { parseQuantity } from './quantity.js';

const listed = (names: readonly string[], what: string): string =>
  names.length ? `The model has ${names.join(', ')}.` : `The model has no ${what}.`;

/** Names of studies; undefined means all. Throws `UsageError` for a name that the model does not have. */
export function chosenStudies(problem: Problem, names: readonly string[]): readonly string[] | undefined {
  const known = problem.studies.map((s) => s.name);
  for (const name of names)
    if (!known.includes(name)) {
      const guess = nearest(name, known);
      throw new UsageError(`there is no study ${name}. ${guess ? `Did you mean ${guess}?` : listed(known, 'studies')}`);
    }
  return names.length ? names : undefined;
}

/** Values in SI by the parameter's name. Throws `UsageError` for unknown names, units and wrong dimensions. */
export function parameterValues(
  problem: Problem,
  given: readonly { readonly name: string; readonly value: string }[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(given.map(({ name, value }) => [name, valueOf(problem, '--set', name, value)]));
}

/** SI value of what an option gives to a parameter. */
export function valueOf(problem: Problem, option: string, name: string, value: string): number {
  const known = problem.parameters.map((p) => p.name);
  const parameter = problem.parameters.find((p) => p.name === name);
  if (parameter) return valueFor(option, parameter, value);
  const guess = nearest(name, known);
  throw new UsageError(`there is no param ${name}. ${guess ? `Did you mean ${guess}?` : listed(known, 'param')}`);
}

function valueFor(option: string, parameter: Parameter, text: string): number {
  const quantity = parseQuantity(text);
  if ('problem' in quantity) throw new UsageError(`${option} ${parameter.name}=${text}: ${quantity.problem}`);
  if (!quantity.fits(parameter.unit))
    throw new UsageError(
      `${option} ${parameter.name}=${text}: ${parameter.name} is measured in ${parameter.written.text || parameter.unit}, and this is ${quantity.unit === '1' ? 'a plain number' : `in ${quantity.unit}`}.`,
    );
  return quantity.si;
}
