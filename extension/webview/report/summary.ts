/** What the editor is told about a run: its status, its measures, its expectations. */
import { elapsed } from '../format/duration.js';
import { significant } from '../format/number.js';
import { prettyUnit } from '../format/unit.js';
import type { ViewMessage } from '../messages.js';
import { outcomeOf, phaseOf, type ViewState } from '../state/state.js';

type Status = Omit<Extract<ViewMessage, { type: 'status' }>, 'type'>;
type Result = Omit<Extract<ViewMessage, { type: 'result' }>, 'type'>;

export function statusOf(state: ViewState): Status {
  const phase = phaseOf(state);
  const outcome = outcomeOf(state);
  switch (phase) {
    case 'empty':
      return { state: 'empty', text: 'Nothing to run' };
    case 'idle':
      return { state: 'idle', text: 'Ready to run' };
    case 'broken':
      return { state: 'stale', text: `Not run: ${state.errors.length} ${state.errors.length === 1 ? 'error' : 'errors'}` };
    case 'changed':
      return { state: 'stale', text: 'Model changed' };
    case 'running':
      // A run that nobody notices is not announced.
      if (!state.slow || !state.progress) return { state: 'running', text: 'Running' };
      return { state: 'running', text: `Running ${state.progress.study}`, fraction: state.progress.fraction };
    case 'cancelled':
      return { state: 'cancelled', text: 'Run cancelled' };
    case 'failed':
      return { state: 'failed', text: state.fault ?? outcome?.reason?.message ?? 'The run failed' };
    case 'done':
      return { state: 'done', text: `Solved in ${elapsed(outcome?.report.wallMilliseconds || (state.shown?.milliseconds ?? 0))}` };
  }
}

export function runSummary(state: ViewState): Result {
  const { shown } = state;
  const measures = (shown?.outcomes ?? []).flatMap((outcome) =>
    Object.entries(outcome.measures).flatMap(([name, { unit, values }]) => {
      const last = values[values.length - 1];
      if (last === undefined || outcome.kind === 'sweep') return [];
      return [{ name, study: outcome.study, text: unit === '1' ? significant(last) : `${significant(last)} ${prettyUnit(unit)}` }];
    }),
  );
  const expectations = (shown?.result.expectations ?? []).map((e) => ({ line: e.origin.start.line, ok: e.ok, message: e.message }));
  return { hash: shown?.problem.hash ?? '', measures, expectations };
}
