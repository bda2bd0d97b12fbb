/** Closed forms of what plots draw: the known fields take the place of the solver's at its nodes and are read off like them. */
import type { Discretisation } from '../assembly/discretisation.js';
import type { FieldOutcome } from '../outcome.js';
import { closedForm, type ClosedField, type SteadyProfile } from '../physics/closed_form/index.js';
import { extent } from '../study/compare.js';
import type { FieldResult } from '../study/field-study.js';
import type { Solution } from '../study/solution.js';
import { spotIn } from './interpolation.js';
import type { Observer } from './observer.js';
import { sampledTogether, type Samples } from './sampling.js';
import { SeriesCollector } from './series.js';

/** `found` is what the solver gave. The observer looks at other states afterwards. */
export function closedForms(
  { request, settled }: FieldResult,
  observer: Observer,
  samples: Samples,
  found: Pick<FieldOutcome, 'fields' | 'series'>,
): FieldOutcome['closedForm'] {
  const { solution } = settled;
  const { system } = solution;
  const { study, model } = request;
  // What another study left behind is known as numbers only.
  if (study.start !== undefined) return undefined;
  const { low, high } = extent(solution);
  const fields = closedForm({
    system: system.terms.system,
    parameters: system.parameters,
    kind: study.kind,
    ranges: system.terms.system.unknowns.map((_, i) => [low[i]!, high[i]!]),
    temperature: study.kind === 'steady' ? temperatureOf(solution) : undefined,
  });
  if (!fields.some((field) => field !== undefined)) return undefined;
  const collector = new SeriesCollector(model.problem.plots, study.name, observer, samples, study.kind === 'transient');
  const profiles = observer.formulation.fields.map((): Float64Array[] => []);
  for (const t of solution.times) {
    observer.look(stateOf(fields, system, t), t);
    collector.collect();
    sampledTogether(samples, observer.fields()).forEach((profile, f) => profiles[f]!.push(profile));
  }
  const all: [string, readonly Float64Array[], readonly Float64Array[] | undefined][] = [
    ...Object.entries(collector.values()).map(([key, values]): (typeof all)[number] => [key, values, found.series[key]]),
    ...observer.formulation.fields.map(({ key }, f): (typeof all)[number] => [key, profiles[f]!, found.fields[key]?.values]),
  ];
  const known = all.flatMap(([key, values, solver]) => {
    const deviation = largestDeviation(values, solver ?? []);
    return Number.isFinite(deviation) ? [[key, { values, deviation }] as const] : [];
  });
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

/** T of a steady state between the nodes. */
function temperatureOf({ system, states }: Solution): SteadyProfile | undefined {
  const heat = system.terms.system.unknowns.findIndex((unknown) => unknown.kind === 'temperature');
  const state = states[0];
  if (heat < 0 || !state) return undefined;
  const n = system.basis.order + 1;
  const values = system.workspaces.map((w) => {
    const v = w.terms.present.indexOf(heat);
    return Float64Array.from({ length: w.points }, (_, k) => state[w.elements[Math.floor(k / n)]!.numbers[(k % n) * w.width + v]!]!);
  });
  return (x, region) => {
    const { at, row } = spotIn(system, region, x);
    return row.reduce((sum, weight, j) => sum + weight * values[region]![at + j]!, 0);
  };
}

/** The nodes' values; NaN, which spreads to whatever needs it, for unknowns without a closed form. */
function stateOf(fields: readonly (ClosedField | undefined)[], system: Discretisation, t: number | null): Float64Array {
  const u = new Float64Array(system.size).fill(NaN);
  const n = system.basis.order + 1;
  system.workspaces.forEach((w, r) => {
    w.terms.present.forEach((unknown, v) => {
      const field = fields[unknown];
      if (!field) return;
      w.elements.forEach(({ numbers }, e) => {
        for (let j = 0; j < n; j++) {
          const node = numbers[j * w.width + v]!;
          // A number shared by two regions holds the value of the first.
          if (Number.isNaN(u[node]!)) u[node] = field(w.geometry.x[e * n + j]!, r, t);
        }
      });
    });
  });
  return u;
}

/** NaN when a value is not known where the solver has one. */
function largestDeviation(closed: readonly Float64Array[], found: readonly Float64Array[]): number {
  let largest = found.length > 0 ? 0 : NaN;
  found.forEach((values, k) => {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      // Where the solver has no value either, a field does not exist.
      if (!Number.isNaN(value)) largest = Math.max(largest, Math.abs(value - (closed[k]?.[i] ?? NaN)));
    }
  });
  return largest;
}
