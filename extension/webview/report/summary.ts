/** What the editor is told about a run: its status, its measures, its expectations. */
import { elapsed } from '../format/duration.js';
import { significant, withError } from '../format/number.js';
import { prettyUnit } from '../format/unit.js';
import type { ViewMessage } from '../messages.js';
import { outcomeOf, phaseOf, type ViewState } from '../state/state.js';
import { fittedCorrelations, fittedValues } from './fit-values.js';
import { say } from '../words/say.js';

type Status = Omit<Extract<ViewMessage, { type: 'status' }>, 'type'>;
type Result = Omit<Extract<ViewMessage, { type: 'result' }>, 'type'>;

export function statusOf(state: ViewState): Status {
  const phase = phaseOf(state);
  const outcome = outcomeOf(state);
  switch (phase) {
    case 'empty':
      return { state: 'empty', text: say.nothingToRun };
    case 'idle':
      return { state: 'idle', text: say.readyToRun };
    case 'broken':
      return { state: 'stale', text: say.notRun(state.errors.length) };
    case 'changed':
      return { state: 'stale', text: say.modelChanged };
    case 'running':
      // A run that nobody notices is not announced.
      if (!state.slow || !state.progress) return { state: 'running', text: say.running };
      return { state: 'running', text: say.runningStudy(state.progress.study), fraction: state.progress.fraction };
    case 'cancelled':
      return { state: 'cancelled', text: say.runCancelled };
    case 'failed':
      return { state: 'failed', text: state.fault ?? outcome?.reason?.message ?? say.runFailed };
    case 'done':
      return { state: 'done', text: say.solvedIn(elapsed(outcome?.report.wallMilliseconds || (state.shown?.milliseconds ?? 0))) };
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
  return { hash: shown?.problem.hash ?? '', measures, expectations, fits: fitsOf(state) };
}

/** A difference that no reader of the file would see: part of the standard error. */
const written = 0.05;

/** Fitted values that the file does not have yet. */
function fitsOf({ shown }: ViewState): NonNullable<Result['fits']> {
  return (shown?.outcomes ?? []).flatMap((outcome) => {
    if (outcome.kind !== 'fit' || outcome.status !== 'ok') return [];
    const declared = (name: string) => shown!.problem.parameters.find((parameter) => parameter.name === name);
    const fitted = Object.entries(outcome.parameters);
    const isNew = fitted.some(
      ([name, { value, standardError }]) => Math.abs(value - (declared(name)?.value ?? NaN)) > written * standardError,
    );
    if (!isNew) return [];
    const texts = fitted.map(([name, { unit, value, standardError }]) => {
      const scale = declared(name)?.written ?? { text: unit, factor: 1, offset: 0 };
      const { number, power } = withError((value - scale.offset) / scale.factor, standardError / scale.factor);
      return `${name} = ${[[number, power].filter(Boolean).join('\u2009'), scale.text === '1' ? '' : prettyUnit(scale.text)].filter(Boolean).join(' ')}`;
    });
    return [
      {
        study: outcome.study,
        text: texts.join(', '),
        values: fittedValues(outcome),
        correlations: fittedCorrelations(outcome),
      },
    ];
  });
}
