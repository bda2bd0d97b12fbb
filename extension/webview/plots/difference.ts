/** What differs between the run that is shown and a pinned one, in the words of the legend. */
import type { Parameter } from '../../../solver/problem.js';
import { nbsp, significant } from '../format/number.js';
import { prettyUnit } from '../format/unit.js';
import type { Run } from './plot.js';
import { say } from '../words/say.js';

/** Value of a parameter in the unit that its statement uses. */
export function parameterText(parameter: Parameter, si: number): string {
  const value = (si - parameter.written.offset) / parameter.written.factor;
  const text = significant(Number(value.toPrecision(9)));
  const unit = prettyUnit(parameter.written.text);
  return unit === '' || unit === '1' ? text : `${text}${nbsp}${unit}`;
}

export const differsIn = (a: Run, b: Run): readonly string[] =>
  a.problem.parameters.map((p) => p.name).filter((name) => b.parameters[name] !== a.parameters[name]);

/** `hot = 32 °C`; the model's hash when it is another model. */
export function describeRun(run: Run, other: Run): string {
  const values = differsIn(run, other).flatMap((name) => {
    const parameter = run.problem.parameters.find((p) => p.name === name);
    const value = run.parameters[name];
    return parameter && value !== undefined ? [`${name} = ${parameterText(parameter, value)}`] : [];
  });
  if (run.problem.hash !== other.problem.hash) values.push(say.model(run.problem.hash.slice(0, 7)));
  return values.length > 0 ? values.join(', ') : say.sameValues;
}
