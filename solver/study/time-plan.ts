/** Which output times a transient needs: those stated by the study, its plots and its expectations, and points for curves over time. */
import { evaluate } from '../expression/evaluate.js';
import { corners } from '../expression/corners.js';
import type { ParameterValues } from '../expression/tape.js';
import type { Formula } from '../formula.js';
import type { Formulation } from '../physics/formulation.js';
import type { Problem, TransientStudy } from '../problem.js';
import type { SystemTerms } from '../assembly/terms.js';
import type { TimePlan } from './integrate.js';

/** Points of a curve over time when few times are asked for otherwise; they gather at the start, where curves bend. */
const curvePoints = 80;

export function timePlan(
  problem: Problem,
  formulation: Formulation,
  terms: SystemTerms,
  study: TransientStudy,
  parameters: ParameterValues,
  observed: readonly number[] = [],
): TimePlan | undefined {
  const number = (f: Formula): number =>
    evaluate(formulation.expression(f, 0), (name) => (name.startsWith('param ') ? parameters(name.slice(6)) : NaN));
  const until = number(study.until);
  if (!(until > 0) || !Number.isFinite(until)) return undefined;
  const exact = new Set<number>([0, until]);
  const want = (t: number) => {
    if (t >= 0 && t <= until) exact.add(t);
  };
  if (study.every) {
    const every = number(study.every);
    for (let k = 1; k * every < until * (1 - 1e-12) && every > 0; k++) want(k * every);
  }
  study.times.forEach((t) => want(number(t)));
  const drawn = problem.plots.filter((plot) => plot.of.length === 0 || plot.of.includes(study.name));
  for (const plot of drawn) if (plot.over !== 't') for (const at of plot.at) if (at) want(number(at));
  for (const e of problem.expectations) if (e.study === study.name && e.at) want(number(e.at));
  observed.forEach(want);
  const curve = new Set<number>();
  if (drawn.some((plot) => plot.over === 't') && !study.every && exact.size < curvePoints / 4)
    for (let k = 1; k < curvePoints; k++) curve.add(until * (k / curvePoints) ** 2);
  const times = [...new Set([...exact, ...curve])].sort((a, b) => a - b);
  return { times, exact: times.map((t) => exact.has(t)), corners: corners(terms.timed, parameters, until) };
}
