/** A measure as a function of parameters: one run of its study per trial. */
import { prepare, type PreparedModel } from '../solve.js';
import type { Problem, SteadyStudy, Study, TransientStudy } from '../problem.js';

export interface TrialRequest {
  readonly problem: Problem;
  readonly study: SteadyStudy | TransientStudy;
  readonly measure: string;
  /** The study ends here [s]; as stated when absent. */
  readonly time?: number;
  /** Values of parameters that stay as they are. */
  readonly set: Readonly<Record<string, number>>;
  readonly cancelled: () => boolean;
}

/** Nothing but the study and what it starts from: plots and expectations ask for times of their own. */
export function onlyStudy({ problem, study, time }: Pick<TrialRequest, 'problem' | 'study' | 'time'>): Problem {
  const changed = (s: Study): Study =>
    s.name === study.name && s.kind === 'transient' && time !== undefined
      ? { ...s, until: { kind: 'number', value: time }, every: undefined, times: [] }
      : s;
  return { ...problem, plots: [], expectations: [], studies: problem.studies.map(changed) };
}

export class Trial {
  runs = 0;
  /** Why the last run without a value had none. */
  failure: string | undefined;
  private readonly model: PreparedModel;

  constructor(private readonly request: TrialRequest) {
    this.model = prepare(onlyStudy(request));
  }

  /** The measure at the end of the study; NaN where it has no value. */
  *at(values: Readonly<Record<string, number>>): Generator<void, number> {
    const { study, measure, set, cancelled } = this.request;
    const running = this.model.running({ studies: [study.name], set: { ...set, ...values }, samples: 2, uncertainties: 'off', cancelled });
    this.runs++;
    for (let next = running.next(); ; next = running.next()) {
      if (!next.done) {
        yield;
        continue;
      }
      const outcome = next.value.outcomes.find((o) => o.study === study.name);
      if (outcome?.status !== 'ok') this.failure = outcome?.reason?.message ?? this.failure;
      return outcome?.status === 'ok' ? (outcome.measures[measure]?.values.at(-1) ?? NaN) : NaN;
    }
  }
}
