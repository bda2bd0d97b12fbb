/** Why a run ended or what it has to say, in the user's words: what, where, what to do. */
import type { Discretisation } from '../assembly/discretisation.js';
import type { Reason, Warning } from '../outcome.js';
import type { StepFailure } from '../time/rosenbrock.js';
import { numeral } from '../quantities/numeral.js';

/** Codes of the reasons that a run can give, with what each means. */
export const runReasonCodes = {
  'run/not-finite': 'A field became infinite or not a number.',
  'run/stalled': 'The time steps became too small to advance.',
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

/** Where in the domain a number of the vector of unknowns lives [m]. */
export function positionOf(system: Discretisation, number: number): number {
  const n = system.basis.order + 1;
  for (const w of system.workspaces)
    for (const [e, element] of w.elements.entries()) {
      const at = element.numbers.indexOf(number);
      if (at >= 0) return w.geometry.x[e * n + Math.floor(at / w.width)]!;
    }
  return NaN;
}

export function stepFailureReason(system: Discretisation, failure: StepFailure): Reason {
  const unknown = system.terms.system.unknowns[system.layout.unknownOf[failure.number]!]!;
  const where = `at ${numeral(positionOf(system, failure.number) * 1e3)} mm, ${numeral(failure.time)} s`;
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
