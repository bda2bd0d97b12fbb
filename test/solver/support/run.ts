/** Runs of bare systems on one mesh, without studies. */
import { Discretisation } from '../../../solver/assembly/discretisation.js';
import type { TransportSystem } from '../../../solver/assembly/system.js';
import { compileTerms } from '../../../solver/assembly/terms.js';
import { chebyshevEdges, gradedEdges } from '../../../solver/mesh/elements.js';
import type { Mesh } from '../../../solver/mesh/mesh.js';
import { equilibrate, type Equilibrium } from '../../../solver/study/equilibrate.js';
import { Rosenbrock } from '../../../solver/time/rosenbrock.js';

export const spectral = (order: number, ...elements: number[]): Mesh => ({
  scheme: 'spectral elements',
  order,
  edges: elements.map(chebyshevEdges),
});
export const volumes = (...cells: number[]): Mesh => ({ scheme: 'finite volumes', order: 1, edges: cells.map((n) => gradedEdges(n, 1)) });

export const discretise = (system: TransportSystem, mesh: Mesh, parameters: Record<string, number> = {}): Discretisation =>
  new Discretisation(compileTerms(system), mesh, (name) => parameters[name] ?? NaN);

/** States at the given times (after 0), by adaptive steps that end there. `scale`: error per step allowed. */
export function march(d: Discretisation, times: readonly number[], scale: number | readonly number[]) {
  const scales = Float64Array.from(d.terms.system.unknowns, (_, i) => (typeof scale === 'number' ? scale : scale[i]!));
  const stepper = new Rosenbrock(d, scales, d.initial());
  const failures = [stepper.begin(0, times[times.length - 1]!)];
  const states = times.map((t) => {
    while (stepper.t < t && !failures.some(Boolean)) failures.push(stepper.step(t));
    return Float64Array.from(stepper.u);
  });
  return { states, stepper, failure: failures.find(Boolean) };
}

export function steady(d: Discretisation): Equilibrium {
  const search = equilibrate(d, d.initial(), undefined, () => false);
  for (;;) {
    const next = search.next();
    if (next.done) return next.value;
  }
}

/** [coordinate, value] of an unknown at all nodes of a region. */
export function nodes(d: Discretisation, u: Float64Array, unknown: number, region = 0): (readonly [number, number])[] {
  const w = d.workspaces[region]!;
  d.gather(u);
  const v = w.terms.present.indexOf(unknown);
  return Array.from(w.geometry.x, (x, k) => [x, w.values[v]![k]!] as const);
}

/** Σ over all nodes of an unknown's amount. */
export function total(d: Discretisation, u: Float64Array, unknown: number, t = 0): number {
  const amounts = new Float64Array(d.size);
  d.amounts(u, t, amounts);
  return amounts.reduce((sum, a, i) => (d.layout.unknownOf[i] === unknown ? sum + a : sum), 0);
}
