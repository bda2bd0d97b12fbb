/** What can be wrong with a fit, in the user's words. */
import type { Figure, Reason, Warning } from '../outcome.js';
import type { FitStudy, Parameter } from '../problem.js';
import { reason, warning } from '../study/reasons.js';
import type { Covariance } from './covariance.js';
import type { Observations } from './observations.js';
import { numeral } from '../quantities/numeral.js';

/** Above this the errors of single parameters say little; the combination that the data see may still be sharp. */
export const illConditioned = 1e4;
/** Standard deviations by which too few runs of equal sign are no chance. */
const clearlyTogether = 4;
/** Above this the normal matrix is singular to rounding. */
const singular = 1e12;

export const inUnit = (value: number, parameter: Parameter | undefined): string => {
  const written = parameter?.written;
  if (!written) return numeral(value);
  const unit = written.text === '1' ? '' : ` ${written.text}`;
  return `${numeral((value - written.offset) / written.factor)}${unit}`;
};

/** Before anything is solved. */
export function refusal(
  study: FitStudy,
  observations: Observations,
  start: Float64Array,
  parameter: (name: string) => Parameter | undefined,
): Reason | undefined {
  const { vary } = study;
  if (vary.length === 0) return reason('run/study', `${study.name} varies nothing`, 'add vary(PARAM) = range(low, high)', study.origin);
  for (const [k, { parameter: name, low, high, origin }] of vary.entries()) {
    const p = parameter(name);
    if (!(low < high))
      return reason(
        'run/study',
        `the range of ${name} is empty: from ${inUnit(low, p)} to ${inUnit(high, p)}`,
        'write range(low, high) with low below high',
        origin,
      );
    if (!(start[k]! >= low && start[k]! <= high))
      return reason(
        'run/study',
        `${name} starts at ${inUnit(start[k]!, p)}, outside its range from ${inUnit(low, p)} to ${inUnit(high, p)}`,
        `widen the range, or give param ${name} a value inside it: the fit starts there`,
        origin,
      );
  }
  const [count, needed] = [observations.measured.length, observations.sigma ? vary.length : vary.length + 1];
  if (count < needed)
    return reason(
      'run/data',
      `${count} ${count === 1 ? 'value' : 'values'} of ${study.observe} cannot determine ${vary.length} parameters${observations.sigma ? '' : ' and the scatter of the data'}`,
      observations.sigma ? 'fit fewer parameters, or add data' : 'fit fewer parameters, add data, or state the uncertainty of the data',
      study.origin,
    );
  return undefined;
}

/** Data after the end of the study. */
export function unreached(study: FitStudy, observations: Observations, end: number | undefined): Reason | undefined {
  if (end === undefined) return undefined;
  const late = observations.each.reduce((latest, { time }) => Math.max(latest, time ?? 0), 0);
  if (!(late > end)) return undefined;
  return reason(
    'run/data',
    `the data ${study.observations} reach t = ${numeral(late, 12)} s, but ${study.study} ends at ${numeral(end, 12)} s`,
    'let `until` of the study reach the last value, or take the later rows out',
    study.origin,
  );
}

/** A parameter that changes nothing that was measured. */
export function unseen(study: FitStudy, columns: readonly Float64Array[], count: number): Reason | undefined {
  const k = columns.findIndex((column) => column.subarray(0, count).every((d) => d === 0));
  if (k < 0) return undefined;
  const { parameter, origin } = study.vary[k]!;
  return reason(
    'fit/identifiability',
    `${study.observe} of ${study.study} does not depend on ${parameter}: the data cannot determine it`,
    `take vary(${parameter}) out, or observe something that ${parameter} changes`,
    origin,
  );
}

export function conditionProblem(
  study: FitStudy,
  names: readonly string[],
  conditionNumber: number,
  weakest: Float64Array,
): { readonly reason?: Reason; readonly warning?: Warning } {
  if (!(conditionNumber > illConditioned)) return {};
  const largest = Math.max(...weakest.map(Math.abs));
  const involved = names.filter((_, k) => Math.abs(weakest[k]!) > 0.1 * largest);
  const origin = study.vary.find((v) => v.parameter === involved[0])?.origin ?? study.origin;
  const together = involved.length > 1 ? `${involved.slice(0, -1).join(', ')} and ${involved[involved.length - 1]}` : (involved[0] ?? '');
  const advice = `fix one of ${involved.join(', ')}, or add data that tell them apart (other times, another measure)`;
  if (conditionNumber > singular)
    return {
      reason: reason(
        'fit/identifiability',
        `the data cannot tell ${together} apart: only a combination of them is determined`,
        advice,
        origin,
      ),
    };
  return {
    warning: warning(
      'fit/identifiability',
      `the data hardly tell ${together} apart (condition number ${numeral(conditionNumber)}): their errors are strongly correlated`,
      advice,
      origin,
    ),
  };
}

/** A parameter may rest on its bound because the data see nothing but its combination with others there, not because they pull it further. */
export function ridgeWarning(
  study: FitStudy,
  names: readonly string[],
  { conditionNumber, weakest }: Pick<Covariance, 'conditionNumber' | 'weakest'>,
): Warning | undefined {
  const found = conditionProblem(study, names, conditionNumber, weakest);
  const problem = found.reason ?? found.warning;
  return (
    problem &&
    warning(
      'fit/identifiability',
      `where the fit ended, ${problem.message}`,
      'start nearer to the values that you expect, and narrow the ranges: the fit may have slid along that combination to a bound',
      problem.range,
    )
  );
}

export function boundWarnings(study: FitStudy, p: Float64Array, parameter: (name: string) => Parameter | undefined): Warning[] {
  return study.vary.flatMap(({ parameter: name, low, high, origin }, k): Warning[] => {
    if (p[k]! > low && p[k]! < high) return [];
    const which = p[k]! <= low ? 'lower' : 'upper';
    return [
      warning(
        'fit/at-bound',
        `${name} ends on its ${which} bound ${inUnit(p[k]!, parameter(name))}: the data pull it further, and it has no standard error`,
        'widen its range, or ask what else in the model could explain the data',
        origin,
      ),
    ];
  });
}

/** `excess`: reduced χ² where it is beyond chance; `runs`: the test of runs, where uncertainties are not stated. */
export function deviationWarning(study: FitStudy, excess: number | undefined, runs: Figure | undefined): Warning | undefined {
  const advice = 'look at the picture of the fit: what does the model not have, is a unit or the moment t = 0 of the data wrong?';
  if (excess !== undefined)
    return warning(
      'fit/deviations',
      `the data of ${study.name} deviate from the best curve by ${numeral(Math.sqrt(excess), 2)} times their stated uncertainties (reduced χ² ${numeral(excess, 3)}): its standard errors cannot be trusted`,
      advice,
      study.origin,
    );
  if (!runs || runs.value > -clearlyTogether) return undefined;
  return warning(
    'fit/deviations',
    `the deviations of ${study.name} hang together (${runs.remark!.split(';')[0]}): the model misses something, and its standard errors cannot be trusted`,
    advice,
    study.origin,
  );
}

export const notConverged = (study: FitStudy, iterations: number): Reason =>
  reason(
    'fit/not-converged',
    `${study.name} did not settle in ${iterations} iterations; the values given are the best so far`,
    'start nearer to the answer, narrow the ranges, or fit fewer parameters',
    study.origin,
  );
