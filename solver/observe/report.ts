/** What a run can be judged by: balances, second law, error, and figures worth reading. */
import { conservation } from '../study/conserved.js';
import { sizesOf } from '../study/equilibrate.js';
import { dot, gone } from '../study/newton.js';
import type { Settled } from '../study/contract.js';
import type { Figure, Report } from '../outcome.js';
import { relaxationTime } from './functionals.js';
import type { Observer } from './observer.js';
import { differentiate } from '../expression/derivative.js';
import { divide, isConstant, multiply, subtract, zero } from '../expression/expression.js';

export function report(settled: Settled, observer: Observer, wallMilliseconds: number): Report {
  const { solution, coarse } = settled;
  const { system } = solution;
  return {
    scheme: system.mesh.scheme,
    cells: system.mesh.edges.reduce((sum, edges) => sum + edges.length - 1, 0),
    order: system.mesh.order,
    unknowns: system.size,
    steps: solution.steps,
    rejected: solution.rejected,
    factorisations: solution.factorisations + coarse.factorisations,
    wallMilliseconds,
    ...balances(settled, observer),
    errorEstimate: settled.relative,
    tolerance: settled.tolerance,
    figures: figures(settled, observer),
  };
}

/** Of a composition, in any of its units. */
const trace = 1e-200;

/** Totals of what is closed, rates of what is open, and the second law. */
function balances(settled: Settled, observer: Observer): Pick<Report, 'massDrift' | 'energyResidual' | 'entropyProductionMinimum'> {
  const { solution } = settled;
  const { system } = solution;
  const { unknowns } = system.terms.system;
  let massDrift = 0;
  let energyResidual = 0;
  let entropyProductionMinimum = Infinity;
  const first = solution.states[0]!;
  const { totals } = conservation(system, first);
  const amounts = new Float64Array(system.size);
  const before = new Float64Array(system.size);
  system.amounts(first, solution.times[0] ?? 0, before);
  solution.states.forEach((u, k) => {
    const t = solution.times[k]!;
    system.amounts(u, t ?? 0, amounts);
    for (const { weights, unknown } of totals) {
      const scale = weights.reduce((sum, weight, i) => sum + Math.abs(weight * before[i]!), 0);
      const drift = scale > 0 ? Math.abs(dot(weights, amounts) - dot(weights, before)) / scale : 0;
      if (unknowns[unknown]!.kind === 'temperature') energyResidual = Math.max(energyResidual, drift);
      else massDrift = Math.max(massDrift, drift);
    }
  });
  const last = solution.states.length - 1;
  // What is gone is only rounding, and so are its sources and fluxes.
  const [begun, left] = [solution.begun ?? sizesOf(system, first), sizesOf(system, solution.states[last]!)];
  observer.look(solution.states[last]!, solution.times[last]!);
  unknowns.forEach((unknown, i) => {
    if (totals.some((total) => total.unknown === i) || left[i]! <= gone * begun[i]!) return;
    const residual = rateResidual(observer, i, solution.times[last] !== null);
    if (unknown.kind === 'temperature') energyResidual = Math.max(energyResidual, residual);
    else massDrift = Math.max(massDrift, residual);
  });
  // Where a component is gone J²/c is 0/0: a trace of it dissipates nothing. At a wall that takes every particle it has no bound.
  for (const w of observer.system.workspaces)
    w.terms.present.forEach((unknown, v) => {
      const values = w.values[v]!;
      if (unknowns[unknown]!.nonNegative) values.forEach((value, k) => (values[k] = value === 0 ? trace : value));
    });
  for (const f of observer.nodalOf('entropy production', observer.formulation.entropyProduction))
    for (const s of f ?? []) if (Number.isFinite(s)) entropyProductionMinimum = Math.min(entropyProductionMinimum, s);
  observer.look(solution.states[last]!, solution.times[last]!);
  return { massDrift, energyResidual, entropyProductionMinimum };
}

/** |what enters + what is produced − what is stored| over the largest of them and of the fluxes inside, for an unknown at the state looked at. */
function rateResidual(observer: Observer, unknown: number, transient: boolean): number {
  const inflow = [0, 1].map((side) => observer.totalInflow(unknown, side as 0 | 1));
  const source = observer.totalSource(unknown);
  const stored = transient ? observer.storageRate(unknown) : 0;
  const largest = Math.max(...inflow.map(Math.abs), Math.abs(source), Math.abs(stored), observer.largestFlux(unknown));
  return largest > 0 ? Math.abs(inflow[0]! + inflow[1]! + source - stored) / largest : 0;
}

function figures(settled: Settled, observer: Observer): Figure[] {
  const { formulation, system } = observer;
  const shape = formulation.system.areaExponent;
  const remark = shape === 0 ? 'L²/(π²D)' : shape === 1 ? 'R²/(3.8317²D)' : 'R²/(4.4934²D)';
  const result: Figure[] = [];
  const species = speciesOf(formulation.fields.map((f) => f.key));
  const times = species.flatMap((name) => {
    const value = relaxationTime(observer, name);
    return Number.isFinite(value) ? [{ name, value }] : [];
  });
  const seen = new Set<number>();
  for (const { name, value } of times) {
    // Both components of a binary mixture have one time.
    if (seen.has(value)) continue;
    seen.add(value);
    result.push({ name: `relaxation time of ${name}`, value, unit: 's', remark });
  }
  const heat = thermalDiffusivity(observer);
  if (heat !== undefined) {
    const { regions } = system.geometry;
    const length = regions[regions.length - 1]!.to - regions[0]!.from;
    result.push({ name: 'thermal time', value: length ** 2 / (Math.PI ** 2 * heat), unit: 's', remark: 'L²/(π²a)' });
    const slowest = times[0];
    const D = slowest && meanDiffusivity(observer, slowest.name);
    if (D) result.push({ name: 'Lewis number', value: heat / D, unit: '1', remark: 'a/D: heat is that much faster than matter' });
  }
  formulation.system.unknowns.forEach((unknown, i) => {
    if (unknown.kind !== 'composition') return;
    const numbers = [system.layout.atWall[0][i]!, system.layout.atWall[1][i]!];
    if (numbers.some((n) => n < 0)) return;
    const u = settled.solution.states[settled.solution.states.length - 1]!;
    result.push({
      name: `separation of ${unknown.id}`,
      value: u[numbers[0]!]! - u[numbers[1]!]!,
      unit: unknown.unit,
      error: 2 * settled.errors[i]!,
      remark: system.terms.system.areaExponent === 0 ? 'left − right' : 'inner − outer end',
    });
  });
  return result;
}

/** Species named in the keys of fields, `w(A)` → A, each once. */
const speciesOf = (keys: readonly string[]): string[] => [...new Set(keys.flatMap((key) => /^[wxc]\((.*)\)$/.exec(key)?.[1] ?? []))];

function meanDiffusivity(observer: Observer, species: string): number | undefined {
  const expressions = observer.formulation.diffusivityOf(species);
  if (!expressions) return undefined;
  const values = observer.nodalOf(`diffusivity ${species}`, expressions);
  return observer.integral(values) / observer.volume(values);
}

/** λ/(ρc_p) averaged over the domain; undefined where heat has no storage. */
function thermalDiffusivity(observer: Observer): number | undefined {
  const { system } = observer.formulation;
  const heat = system.unknowns.findIndex((u) => u.kind === 'temperature');
  if (heat < 0) return undefined;
  const id = system.unknowns[heat]!.id;
  const flow = system.unknowns.findIndex((u) => u.kind === 'pressure');
  // Where a gas moves as a whole, what expansion carries away with it is no heat that conduction has to bring.
  const storage = system.regions.map(({ storage: stored, transport }) =>
    flow < 0
      ? differentiate(stored[heat]!, id)
      : subtract(
          differentiate(stored[heat]!, id),
          isConstant(transport[flow]![flow]!, 0)
            ? zero
            : multiply(divide(transport[heat]![flow]!, transport[flow]![flow]!), differentiate(stored[flow]!, id)),
        ),
  );
  if (storage.some((s) => isConstant(s, 0))) return undefined;
  const conducted = observer.nodalOf(
    'conductivity',
    system.regions.map((region) => region.transport[heat]![heat]!),
  );
  const lambda = observer.integral(conducted) / observer.volume(conducted);
  const stored = observer.nodalOf('heat capacity', storage);
  return lambda / (observer.integral(stored) / observer.volume(stored));
}
