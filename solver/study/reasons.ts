/** Why a run ended or what it has to say, in the user's words: what, where, what to do. */
import type { Discretisation } from '../assembly/discretisation.js';
import type { Reason, Warning } from '../outcome.js';
import type { StepFailure } from '../time/rosenbrock.js';
import { numeral } from '../quantities/numeral.js';
import { placeOf } from './place.js';
import { runaway, type Runaway } from './runaway.js';

/** Codes of the reasons that a run can give, with what each means. */
export const runReasonCodes = {
  'run/not-finite': 'A field became infinite or not a number.',
  'run/stalled': 'The time steps became too small to advance.',
  'run/runaway': 'A field grows the faster the larger it is, without bound.',
  'run/singular': 'The equations do not determine a field.',
  'run/no-steady-state': 'Nothing balances what enters or leaves, or no steady state was found.',
  'run/study': 'A study refers to something that cannot be run.',
  'run/exhausted': 'More of a component is taken than there is.',
  'run/negative': 'A composition fell below zero by more than the estimated error.',
  'run/tolerance': 'The wanted accuracy was not reached.',
  'run/time-dependent': 'A steady study of a model whose data depends on time.',
  'run/measure': 'A measure or a plot cannot be evaluated.',
  'run/data': 'The data of a fit cannot be compared with the model.',
  'run/uncertainty': 'What stated uncertainties do to the results is not fully known.',
  'fit/identifiability': 'The data do not determine the fitted parameters.',
  'fit/at-bound': 'A fitted parameter ended on the bound of its range.',
  'fit/deviations': 'Model and data differ by more than chance.',
  'fit/not-converged': 'The fit did not find its minimum.',
} as const;
export type RunReasonCode = keyof typeof runReasonCodes;

export const reason = (code: RunReasonCode, message: string, suggestion?: string, range?: Reason['range']): Reason => ({
  code,
  message,
  suggestion,
  range,
});
export const warning = (code: RunReasonCode, message: string, suggestion?: string, range?: Reason['range']): Warning => ({
  ...reason(code, message, suggestion, range),
  severity: 'warning',
});

/** A field without bound magnifies rounding, but not to more than this share of itself. */
const sameEverywhere = 0.1;

/** `u` is the state before the failure. */
export function stepFailureReason(system: Discretisation, failure: StepFailure, u: Float64Array): Reason {
  const away = runaway(system, u, failure);
  if (away) return runawayReason(system, failure.time, u, away);
  const unknown = system.terms.system.unknowns[system.layout.unknownOf[failure.number]!]!;
  const where = `at ${millimetres(system, failure.number)} mm, ${numeral(failure.time)} s`;
  switch (failure.kind) {
    case 'not finite':
      return reason(
        'run/not-finite',
        `${unknown.id} is no longer a finite number ${where}`,
        'a coefficient divides by zero, or takes the root or logarithm of a negative value there',
        unknown.origin,
      );
    case 'stalled':
      return reason(
        'run/stalled',
        `${unknown.id} changes too fast to follow ${where}`,
        'look for a coefficient or a source that jumps with its own field, or that grows without limit',
        unknown.origin,
      );
    case 'exhausted':
      return reason(
        'run/exhausted',
        `nothing is left of ${unknown.id} ${where}, and still more is taken`,
        'a flux or a sink must vanish with what it takes: `mass_transfer`, or a rate in proportion to the composition',
        unknown.origin,
      );
    case 'singular':
      return reason(
        'run/singular',
        `nothing determines ${unknown.id} ${where}`,
        'a diffusivity or a conductivity is zero there, or no wall fixes the value',
        unknown.origin,
      );
  }
}

const millimetres = (system: Discretisation, number: number): string => numeral((placeOf(system, number)?.x ?? NaN) * 1e3);

export function runawayReason(system: Discretisation, time: number, u: Float64Array, { number, cause, origin }: Runaway): Reason {
  const index = system.layout.unknownOf[number]!;
  const unknown = system.terms.system.unknowns[index]!;
  const [what, help] = unknown.kind === 'temperature' ? ['heat', 'cool better'] : [unknown.id, 'let a wall take it'];
  const grows = {
    source: `the source of ${what} grows with the fields faster than transport can follow`,
    wall: `the flux of ${what} through the wall grows with the fields faster than transport can follow`,
  }[cause];
  const own = u.filter((_, i) => system.layout.unknownOf[i] === index);
  const most = own.reduce((a, b) => Math.max(a, b));
  const uniform = most - own.reduce((a, b) => Math.min(a, b)) < sameEverywhere * most;
  const where = uniform ? 'everywhere' : `at ${millimetres(system, number)} mm`;
  return reason(
    'run/runaway',
    `${unknown.id} runs away ${where}: it has reached ${numeral(u[number]!)} ${unknown.unit} after ${numeral(time)} s and grows without bound`,
    `${grows}: make it smaller or bounded (what reacts is used up), ${help}, or make the body thinner`,
    origin ?? unknown.origin,
  );
}
