/** Sensitivities of a problem's studies; its equations with movable coefficients are made when they are first asked for. */
import type { Reason } from '../outcome.js';
import { formulate } from '../physics/formulate.js';
import type { Problem, SourceRange, Study } from '../problem.js';
import { Model } from '../study/model.js';
import { reason } from '../study/reasons.js';
import { movable, type MovableCoefficient } from './coefficients.js';
import { sensitivities, type Sensitivities } from './sensitivity.js';

export type { Coefficient } from './coefficients.js';
export type { Sensitivities, Sensitivity, SeriesSensitivity } from './sensitivity.js';

export interface SensitivityOptions {
  readonly set: Readonly<Record<string, number>>;
  readonly samples: number;
  readonly cancelled: () => boolean;
}

/** How often statements that must stay plain numbers are put back. */
const mostRounds = 12;

export class SensitivityAnalysis {
  private made: { readonly model: Model; readonly coefficients: readonly MovableCoefficient[] } | Reason | undefined;

  constructor(private readonly problem: Problem) {}

  /** Yields the fraction that is done. */
  *run(name: string, options: SensitivityOptions): Generator<number, Sensitivities | Reason> {
    const study = this.problem.studies.find(
      (s): s is Extract<Study, { kind: 'steady' | 'transient' }> => s.name === name && (s.kind === 'steady' || s.kind === 'transient'),
    );
    if (!study) return reason('run/study', `${name} is not a steady or transient study`);
    this.made ??= prepared(this.problem);
    if ('code' in this.made) return this.made;
    return yield* sensitivities({ ...this.made, study, ...options });
  }
}

function prepared(problem: Problem): { readonly model: Model; readonly coefficients: readonly MovableCoefficient[] } | Reason {
  const fixed: SourceRange[] = [];
  for (let round = 0; ; round++) {
    const { problem: moved, coefficients } = movable(problem, fixed);
    const formulated = formulate(moved);
    if (!('reasons' in formulated)) return { model: new Model(moved, formulated.formulation), coefficients };
    // A statement that has to be a plain number cannot be moved.
    const refused = coefficients
      .flatMap((c) => c.places)
      .filter((place) => formulated.reasons.some(({ range }) => range && overlaps(place, range)) && !fixed.includes(place));
    if (refused.length === 0 || round === mostRounds) return formulated.reasons[0]!;
    fixed.push(...refused);
  }
}

const overlaps = (a: SourceRange, b: SourceRange): boolean => a.uri === b.uri && !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
const isBefore = (a: SourceRange['start'], b: SourceRange['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
