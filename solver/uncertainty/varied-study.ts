/** A study on the mesh that it was solved on, as a function of shifts of the uncertain numbers. */
import type { FieldStudy } from '../fit/chain.js';
import { Simulation, type Values } from '../fit/simulation.js';
import type { Reason } from '../outcome.js';
import { usualTolerance, type FieldResult } from '../study/field-study.js';
import type { Model } from '../study/model.js';
import type { Cancelled } from '../study/solution.js';
import { readout, type Readout } from './readout.js';
import type { Source } from './sources.js';

export interface SolvedStudy {
  readonly study: FieldStudy;
  readonly result: FieldResult;
  /** Values of parameters that replace those of the model. */
  readonly set: Values;
}
export interface VariedRequest {
  /** With a parameter for each source. */
  readonly model: Model;
  /** The studies that it starts from, then the study itself, as they were solved. */
  readonly chain: readonly SolvedStudy[];
  readonly sources: readonly Source[];
  /** Points of a profile. */
  readonly samples: number;
  readonly cancelled: Cancelled;
}

/** Values of all parameters of a study when the uncertain numbers are off by `shifts`. */
function shifted({ model, sources }: VariedRequest, { study, set }: SolvedStudy, shifts: Values): Readonly<Record<string, number>> {
  const own = (name: string) => !(name in set) && study.set.some((s) => s.parameter === name);
  const moved: Record<string, number> = { ...set };
  for (const { parameter, value } of sources) if (!own(parameter)) moved[parameter] = (set[parameter] ?? value) + (shifts[parameter] ?? 0);
  const values = model.parameters(moved, study);
  for (const { parameter } of sources) if (own(parameter)) values[parameter] = values[parameter]! + (shifts[parameter] ?? 0);
  return values;
}

export class VariedStudy {
  private readonly simulation: Simulation;
  private readonly times: readonly (number | null)[];
  solves = 0;

  constructor(private readonly request: VariedRequest) {
    const { model, chain, cancelled } = request;
    const last = chain[chain.length - 1]!;
    this.times = last.result.settled.solution.times;
    this.simulation = chain.reduce<Simulation | undefined>(
      (before, solved) =>
        new Simulation({
          model,
          study: solved.study,
          mesh: solved.result.settled.solution.system.mesh,
          stepTolerance: solved.study.tolerance ?? usualTolerance,
          times: solved === last ? this.times.flatMap((t) => t ?? []) : [],
          parameters: (shifts) => shifted(request, solved, shifts),
          before,
          cancelled,
        }),
      undefined,
    )!;
  }

  /** Chooses time steps. */
  adapt(shifts: Values): Generator<void, Readout | Reason> {
    return this.run(shifts, (s) => this.simulation.adapt(s));
  }
  /** With the time steps of the last `adapt`: a smooth function of the shifts. */
  follow(shifts: Values): Generator<void, Readout | Reason> {
    return this.run(shifts, (s) => this.simulation.follow(s));
  }

  private *run(shifts: Values, solve: (shifts: Values) => ReturnType<Simulation['adapt']>): Generator<void, Readout | Reason> {
    const { model, chain, samples } = this.request;
    this.solves++;
    const solution = yield* solve(shifts);
    if (!('states' in solution)) return solution;
    if (solution.cancelled) return { code: 'cancelled', message: 'cancelled' };
    return readout(model, chain[chain.length - 1]!.study, solution, this.times, samples);
  }
}
