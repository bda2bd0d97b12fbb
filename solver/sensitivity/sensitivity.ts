/**
 * How much every measure and every curve depends on every coefficient, by differences on the mesh and with the time steps of one run
 * (internal numerical differentiation, as fits do it).
 */
import type { Reason } from '../outcome.js';
import type { FitStudy, SteadyStudy, TransientStudy } from '../problem.js';
import { measureValue } from '../observe/functionals.js';
import { Observer } from '../observe/observer.js';
import { samplesOf } from '../observe/sampling.js';
import { SeriesCollector } from '../observe/series.js';
import { chainOf, simulationOf, solveChain, type ChainRequest } from '../fit/chain.js';
import type { Model } from '../study/model.js';
import type { Solution } from '../study/solution.js';
import type { Coefficient, MovableCoefficient } from './coefficients.js';

export interface Sensitivity extends Coefficient {
  /**
   * Per measure, at the last time: change relative to its value, per relative change of the coefficient (d ln m / d ln p), or per kelvin.
   * A measure that is zero has none.
   */
  readonly measures: Readonly<Record<string, number>>;
  /** Per plot series, keyed like those of the outcome. */
  readonly series: Readonly<Record<string, SeriesSensitivity>>;
}
export interface SeriesSensitivity {
  /** Change per relative change of the coefficient, or per kelvin: profiles at `times`, or one value per time of the outcome. */
  readonly values: readonly Float64Array[];
  /** Times of the profiles [s], null at rest; empty for lines over time. */
  readonly times: readonly (number | null)[];
  /** Largest change relative to the range that the series covers. */
  readonly largest: number;
}
export interface Sensitivities {
  readonly study: string;
  readonly coefficients: readonly Sensitivity[];
}

/** Relative step, and step in kelvins: the error is of the order of the step, and of 1e-13 over it by rounding. */
const step = { 'by a share': 1e-5, 'by kelvins': 1e-3 } as const;
/** A change below this share of what is looked at is rounding. */
const rounding = 1e-7;

export interface SensitivityRequest {
  readonly model: Model;
  readonly coefficients: readonly MovableCoefficient[];
  readonly study: SteadyStudy | TransientStudy;
  readonly set: Readonly<Record<string, number>>;
  readonly samples: number;
  readonly cancelled: () => boolean;
}

/** Yields the fraction that is done. */
export function* sensitivities(request: SensitivityRequest): Generator<number, Sensitivities | Reason> {
  const { model, coefficients, study, set, cancelled } = request;
  const chain = chainOf(model, study);
  if ('code' in chain) return chain;
  const chained: ChainRequest = { model, fit: asFit(study), chain, set, observed: [], cancelled };
  const solved = yield* counted(solveChain(chained, {}), 0);
  if ('code' in solved) return solved;
  const plan = solved[solved.length - 1]?.plan;
  const meshes = solved.map((result) => result.settled.solution.system.mesh);
  const simulation = simulationOf({ ...chained, observed: plan?.times ?? [] }, meshes);
  const base = yield* counted(simulation.adapt({}), 0);
  if (!('states' in base)) return base;
  if (base.cancelled) return { study: study.name, coefficients: [] };
  const kept = new Set(plan ? plan.times.filter((_, k) => plan.exact[k]) : [null]);
  const before = readingOf(request, base, kept);
  const values = model.parameters(set, study);
  const found: Sensitivity[] = [];
  for (const [k, { by, rest, ...coefficient }] of coefficients.entries()) {
    yield k / coefficients.length;
    if (cancelled()) break;
    const value = values[by] ?? rest;
    const size = coefficient.moved === 'by a share' ? value : 1;
    if (size === 0) continue;
    const h = step[coefficient.moved];
    const solution = yield* counted(simulation.follow({ [by]: value + h * size }), k / coefficients.length);
    if ('states' in solution && solution.cancelled) break;
    // A coefficient that cannot be moved (a matrix that must stay definite) is left out.
    if (!('states' in solution) || solution.times.length !== base.times.length) continue;
    found.push({ ...coefficient, ...changeOf(before, readingOf(request, solution, kept), h) });
  }
  return { study: study.name, coefficients: found };
}

interface Reading {
  readonly measures: Readonly<Record<string, number>>;
  readonly series: Readonly<Record<string, { readonly values: readonly Float64Array[]; readonly times: readonly (number | null)[] }>>;
}

/** What is looked at in a solution: measures at the end, curves over time at all times, profiles at the times that are asked for. */
function readingOf({ model, study, samples }: SensitivityRequest, solution: Solution, kept: ReadonlySet<number | null>): Reading {
  const observer = new Observer(model.readings, solution.system);
  const collector = new SeriesCollector(
    model.problem.plots,
    study.name,
    observer,
    samplesOf(solution.system, samples),
    study.kind === 'transient',
  );
  solution.states.forEach((u, k) => {
    observer.look(u, solution.times[k]!);
    collector.collect();
  });
  const measures = model.problem.measures.map(({ name, formula }) => [name, measureValue(observer, formula)] as const);
  const series = Object.entries(collector.values()).map(([key, values]) => {
    if (model.problem.plots[Number(key.split('/')[0])]?.over === 't') return [key, { values, times: [] }] as const;
    const chosen = solution.times.map((t, k) => ({ t, k })).filter(({ t }) => kept.has(t));
    return [key, { values: chosen.map(({ k }) => values[k]!), times: chosen.map(({ t }) => t) }] as const;
  });
  return { measures: Object.fromEntries(measures), series: Object.fromEntries(series) };
}

function changeOf(before: Reading, after: Reading, h: number): Pick<Sensitivity, 'measures' | 'series'> {
  const measures = Object.entries(before.measures).flatMap(([name, value]) => {
    const change = (after.measures[name]! - value) / (h * value);
    return Number.isFinite(change) ? [[name, Math.abs(change) < rounding ? 0 : change] as const] : [];
  });
  const series = Object.entries(before.series).map(([key, { values, times }]) => {
    const changes = values.map((one, k) => one.map((y, i) => (after.series[key]!.values[k]![i]! - y) / h));
    const range = extent(values);
    const largest = changes.reduce((most, one) => one.reduce((m, d) => Math.max(m, Math.abs(d)), most), 0) / range;
    return [key, { values: changes, times, largest: Number.isFinite(largest) && largest > rounding ? largest : 0 }] as const;
  });
  return { measures: Object.fromEntries(measures), series: Object.fromEntries(series) };
}

/** Highest minus lowest value; of a flat series its size. */
function extent(values: readonly Float64Array[]): number {
  let [low, high] = [Infinity, -Infinity];
  for (const one of values)
    for (const y of one) {
      low = Math.min(low, Number.isNaN(y) ? Infinity : y);
      high = Math.max(high, Number.isNaN(y) ? -Infinity : y);
    }
  return high - low > rounding * Math.abs(high) ? high - low : Math.abs(high);
}

/** A study that varies nothing, for what the fit's chain of studies wants to know. */
const asFit = (study: SteadyStudy | TransientStudy): FitStudy => ({
  kind: 'fit',
  name: study.name,
  study: study.name,
  observations: '',
  observe: '',
  vary: [],
  loss: 'least_squares',
  set: [],
  tolerance: study.tolerance,
  origin: study.origin,
});

function* counted<T>(running: Generator<unknown, T>, fraction: number): Generator<number, T> {
  for (let next = running.next(); ; next = running.next()) {
    if (next.done) return next.value;
    yield fraction;
  }
}
