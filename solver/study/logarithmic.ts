/**
 * Steady states in ln u. A composition that falls over many decades (a colloid in a strong gradient) is nearly straight in ln u, so that
 * a few polynomials hold it to rounding, relative to itself, where polynomials in u lose whatever is small beside the largest value.
 */
import { Discretisation } from '../assembly/discretisation.js';
import type { Joint, TransportSystem, WallCondition } from '../assembly/system.js';
import { compileTerms, type SystemTerms } from '../assembly/terms.js';
import { substitute } from '../expression/evaluate.js';
import { exp, gradient, isConstant, ln, multiply, symbol, type Expression } from '../expression/expression.js';
import { basis } from '../mesh/basis.js';
import type { Mesh } from '../mesh/mesh.js';
import { conservation } from './conserved.js';
import { dot, newton } from './newton.js';

/** Compositions that fall below this share of their largest value are solved for in ln u. */
const decades = 1e-6;

/** The system with v = ln u for its compositions; undefined where a condition has no logarithm. */
export function inLogarithms(system: TransportSystem): SystemTerms | undefined {
  const ids = system.unknowns.filter((u) => u.kind === 'composition').map((u) => u.id);
  if (ids.length === 0) return undefined;
  const isLog = system.unknowns.map((u) => u.kind === 'composition');
  const value = (id: string) => exp(symbol(id));
  const replaced = (e: Expression): Expression =>
    substitute(e, (name) => {
      const id = name.startsWith('grad ') ? name.slice(5) : name;
      if (!ids.includes(id)) return undefined;
      return name === id ? value(id) : multiply(value(id), gradient(id));
    });
  const passes = (joint: Joint, i: number) => !isLog[i] || joint.kind === 'continuous' || joint.kind === 'sealed';
  if (!system.joints.every((joints) => joints.every(passes))) return undefined;
  const wall = (condition: WallCondition, i: number): WallCondition => {
    if (condition.kind === 'flux') return { ...condition, inward: replaced(condition.inward) };
    return { ...condition, value: isLog[i] ? ln(replaced(condition.value)) : replaced(condition.value) };
  };
  const empty = system.walls.some((conditions) =>
    conditions.some((c, i) => isLog[i] && c.kind === 'value' && isConstant(c.value) && !(c.value.value > 0)),
  );
  if (empty) return undefined;
  return compileTerms({
    ...system,
    walls: [system.walls[0].map(wall), system.walls[1].map(wall)],
    regions: system.regions.map((region) => ({
      ...region,
      storage: region.storage.map(replaced),
      drift: region.drift.map(replaced),
      source: region.source.map(replaced),
      transport: region.transport.map((row) =>
        row.map((k, j) => (isLog[j] ? multiply(replaced(k), value(system.unknowns[j]!.id)) : replaced(k))),
      ),
    })),
  });
}

/** Whether some composition is nearly gone somewhere that no wall holds it at. */
export function nearlyEmpty(system: Discretisation, u: Float64Array): boolean {
  const count = system.terms.system.unknowns.length;
  const low = new Float64Array(count).fill(Infinity);
  const high = new Float64Array(count);
  const held = new Set(system.walls.flatMap((w) => w.numbers.filter((_, v) => w.terms.kinds[v] === 'value')));
  for (let i = 0; i < u.length; i++) {
    const unknown = system.layout.unknownOf[i]!;
    high[unknown] = Math.max(high[unknown]!, Math.abs(u[i]!));
    if (!held.has(i)) low[unknown] = Math.min(low[unknown]!, u[i]!);
  }
  return system.terms.system.unknowns.some((unknown, i) => unknown.kind === 'composition' && high[i]! > 0 && low[i]! < decades * high[i]!);
}

/**
 * Steady state near u with compositions accurate relative to themselves, or undefined when it cannot be found this way.
 * Fitted finite volumes on the same nodes lead the way: they are positive and right in ln u on any mesh.
 */
export function refineInLogarithms(
  system: Discretisation,
  logarithmic: SystemTerms,
  initial: Float64Array,
  u: Float64Array,
): Float64Array | undefined {
  const volumes = new Discretisation(system.terms, onNodes(system.mesh), system.parameters);
  const amounts = new Float64Array(system.size);
  const start = Float64Array.from(initial);
  volumes.amounts(start, 0, amounts);
  system.hold(start, 0);
  const rough = Float64Array.from(u, (value) => Math.max(value, 0));
  const kept = conservation(volumes, start);
  const inVolumes = newton(
    volumes,
    rough,
    0,
    kept.totals,
    kept.totals.map((total) => dot(total.weights, amounts)),
  );
  const isLog = (i: number) => system.terms.system.unknowns[system.layout.unknownOf[i]!]!.kind === 'composition';
  if (!inVolumes.converged || rough.some((value, i) => isLog(i) && !(value > 0))) return undefined;
  const v = rough.map((value, i) => (isLog(i) ? Math.log(value) : value));
  const logs = new Discretisation(logarithmic, system.mesh, system.parameters);
  logs.hold(v, 0);
  system.amounts(initial, 0, amounts);
  const totals = conservation(system, start).totals;
  const result = newton(
    logs,
    v,
    0,
    totals,
    totals.map((total) => dot(total.weights, amounts)),
    (logarithm) => logarithm,
  );
  return result.converged ? v.map((value, i) => (isLog(i) ? Math.exp(value) : value)) : undefined;
}

/** Finite volumes whose nodes are those of the spectral elements; the numbering of unknowns is then the same. */
function onNodes(mesh: Mesh): Mesh {
  const { nodes } = basis(mesh.order);
  return {
    scheme: 'finite volumes',
    order: 1,
    edges: mesh.edges.map((edges) => {
      const fine = [edges[0]!];
      for (let e = 0; e + 1 < edges.length; e++)
        for (let j = 1; j <= mesh.order; j++) fine.push(edges[e]! + ((edges[e + 1]! - edges[e]!) * (nodes[j]! + 1)) / 2);
      fine[fine.length - 1] = 1;
      return Float64Array.from(fine);
    }),
  };
}
