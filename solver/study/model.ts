/** A problem formulated and compiled once; run many times with other parameter values. */
import { compileTerms, type SystemTerms } from '../assembly/terms.js';
import { evaluate } from '../expression/evaluate.js';
import { zero } from '../expression/expression.js';
import type { ParameterValues } from '../expression/tape.js';
import type { Formula } from '../formula.js';
import { Readings } from '../observe/readings.js';
import type { Formulation } from '../physics/formulation.js';
import { readsPlace } from '../fit/conditions.js';
import type { Measure, Problem, Study } from '../problem.js';
import { inLogarithms } from './logarithmic.js';
import { meshWishes, type MeshWishes } from './mesh-choice.js';

export class Model {
  readonly readings: Readings;
  readonly terms: SystemTerms;
  readonly wishes: MeshWishes;
  private instant: SystemTerms | undefined;
  private logarithmicTerms: SystemTerms | undefined;
  private logarithmicKnown = false;

  /** Measures that a solution has; those at the place of each value (`x = x`) exist only where data give the place. */
  readonly measures: readonly Measure[];

  constructor(
    readonly problem: Problem,
    readonly formulation: Formulation,
  ) {
    this.measures = problem.measures.filter((m) => !readsPlace(m.formula));
    this.readings = new Readings(formulation);
    this.terms = compileTerms(formulation.system);
    this.wishes = meshWishes(problem);
  }

  /** Terms of a study: with `temperature = instant` heat has no storage. */
  termsOf(study: Study): SystemTerms {
    if (study.kind !== 'transient' || !study.instantHeat) return this.terms;
    const { system } = this.formulation;
    this.instant ??= compileTerms({
      ...system,
      regions: system.regions.map((region) => ({
        ...region,
        storage: region.storage.map((m, i) => (system.unknowns[i]!.kind === 'temperature' ? zero : m)),
      })),
    });
    return this.instant;
  }

  /** The system in ln u, for steady states that are nearly empty somewhere; undefined where it has no such form. */
  get logarithmic(): SystemTerms | undefined {
    if (!this.logarithmicKnown) {
      this.logarithmicTerms = inLogarithms(this.formulation.system);
      this.logarithmicKnown = true;
    }
    return this.logarithmicTerms;
  }

  /** Values of all parameters: the model's, replaced by `set`, replaced by those of the study. */
  parameters(set: Readonly<Record<string, number>>, study?: Study): Record<string, number> {
    const values: Record<string, number> = {};
    for (const p of this.problem.parameters) values[p.name] = p.value;
    Object.assign(values, set);
    const lookup = lookupIn(values);
    for (const s of study?.set ?? []) if (!(s.parameter in set)) values[s.parameter] = this.number(s.value, lookup);
    return values;
  }

  /** A formula of parameters alone. */
  number(formula: Formula, parameters: ParameterValues): number {
    return evaluate(this.readings.reading(formula).expression, (name) => (name.startsWith('param ') ? parameters(name.slice(6)) : NaN));
  }
}

export const lookupIn =
  (values: Readonly<Record<string, number>>): ParameterValues =>
  (name) =>
    values[name] ?? NaN;
