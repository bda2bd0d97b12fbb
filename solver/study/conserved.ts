/**
 * What a closed system keeps: combinations of unknowns over connected regions whose total no wall and no source can change.
 * They make the steady equations singular, and their totals in the initial state pick the steady state that is meant.
 */
import { connected } from '../assembly/connected.js';
import type { Discretisation } from '../assembly/discretisation.js';

export interface ConservedTotal {
  /** Weight of each row (of the vector of unknowns) in the total. */
  readonly weights: Float64Array;
  /** Unknown of the system that names it. */
  readonly unknown: number;
  /** Numbers of that unknown, where it may be pinned. */
  readonly numbers: readonly number[];
}
export interface Conservation {
  readonly totals: readonly ConservedTotal[];
  /** Something enters or leaves that nothing can balance: there is no steady state. */
  readonly unbalanced?: { readonly unknown: number; readonly net: number };
}

/** Sums of rows smaller than this share of the summed magnitudes are rounding. */
const rounding = 1e-11;

/** What the numbering alone says of a system, and how many totals were found in it last. */
interface Structure {
  readonly labels: Int32Array;
  /** Of connected sets. */
  readonly count: number;
  /** Smooth changes of the unknowns, relative to their sizes. */
  readonly patterns: readonly Float64Array[];
  /** Memory for a changed state and for its rows. */
  readonly changed: Float64Array;
  readonly rows: Float64Array;
  found?: readonly ConservedTotal[];
}
const structures = new WeakMap<Discretisation, Structure>();

function structureOf(system: Discretisation): Structure {
  const known = structures.get(system);
  if (known) return known;
  const labels = connected(system);
  const count = labels.reduce((most, l) => Math.max(most, l + 1), 0);
  const patterns = Array.from({ length: count + 3 }, (_, sample) => pattern(system, sample));
  const made = { labels, count, patterns, changed: new Float64Array(system.size), rows: new Float64Array(system.size) };
  structures.set(system, made);
  return made;
}

export function conservation(system: Discretisation, u: Float64Array): Conservation {
  const structure = structureOf(system);
  const { count, found } = structure;
  // The very totals of other parameter values, seen in as many changes as can be independent beside them: no more and no fewer.
  const again = found && totalsOf(system, u, structure, Math.max(1, count - found.length));
  const stay = again?.totals.length === found?.length && again?.totals.every((total, k) => total === found?.[k]);
  const result = again && stay ? again : totalsOf(system, u, structure, count + 3);
  structure.found = result.totals;
  return result;
}

function totalsOf(system: Discretisation, u: Float64Array, structure: Structure, samples: number): Conservation {
  const { labels, count, patterns, found, changed: state } = structure;
  const scale = typicalSizes(system, u);
  const base = production(system, u, structure);
  const magnitude = Float64Array.from(base.magnitudes);
  const rows: Float64Array[] = [];
  for (let s = 0; s < samples; s++) {
    perturb(system, u, scale, patterns[s]!, state);
    const changed = production(system, state, structure);
    rows.push(changed.sums.map((sum, l) => sum - base.sums[l]!));
    changed.magnitudes.forEach((m, l) => (magnitude[l] = Math.max(magnitude[l]!, m)));
  }
  for (const row of rows) for (let l = 0; l < count; l++) row[l] = magnitude[l]! > 0 ? row[l]! / magnitude[l]! : 0;
  const totals: ConservedTotal[] = [];
  for (const kernel of nullVectors(rows, count)) {
    // Back from the scaled sums to the sums themselves.
    const nu = kernel.map((k, l) => (magnitude[l]! > 0 ? k / magnitude[l]! : k));
    const lead = nu.reduce((best, value, l) => (Math.abs(value) > Math.abs(nu[best]!) ? l : best), 0);
    const largest = nu[lead]!;
    const same = found?.[totals.length];
    const weighs = (weights: Float64Array) => labels.every((l, i) => weights[i] === nu[l]! / largest);
    const total = same && same.numbers.every((i) => labels[i] === lead) && weighs(same.weights) ? same : totalFor(system, labels, nu, lead);
    const net = base.sums.reduce((sum, s, l) => sum + (nu[l]! / largest) * s, 0);
    const size = base.magnitudes.reduce((sum, s, l) => sum + Math.abs(nu[l]! / largest) * s, 0);
    if (Math.abs(net) > 1e3 * rounding * size) return { totals: [], unbalanced: { unknown: total.unknown, net } };
    totals.push(total);
  }
  return { totals };
}

/** The total Σ ν_l · (amount of the l-th set) relative to the leading set, which names it. */
function totalFor({ layout }: Discretisation, labels: Int32Array, nu: readonly number[], lead: number): ConservedTotal {
  const numbers = [...labels.keys()].filter((i) => labels[i] === lead);
  return { weights: Float64Array.from(labels, (l) => nu[l]! / nu[lead]!), unknown: layout.unknownOf[numbers[0]!]!, numbers };
}

/** Σ of the rows of each set without those of held values: what walls and sources let in. */
function production(system: Discretisation, u: Float64Array, { labels, count, rows }: Structure) {
  system.residual(u, 0, rows);
  for (const wall of system.walls)
    wall.terms.kinds.forEach((kind, v) => {
      if (kind === 'value') rows[wall.numbers[v]!] = 0;
    });
  const sums = new Float64Array(count);
  const magnitudes = new Float64Array(count);
  rows.forEach((row, i) => {
    sums[labels[i]!] = sums[labels[i]!]! + row;
    magnitudes[labels[i]!] = magnitudes[labels[i]!]! + Math.abs(row);
  });
  return { sums, magnitudes };
}

function typicalSizes(system: Discretisation, u: Float64Array): Float64Array {
  const sizes = new Float64Array(system.terms.system.unknowns.length);
  u.forEach((value, i) => {
    const unknown = system.layout.unknownOf[i]!;
    sizes[unknown] = Math.max(sizes[unknown]!, Math.abs(value));
  });
  return sizes.map((size) => (size > 0 ? size : 1e-2));
}

function perturb(
  { layout: { unknownOf } }: Discretisation,
  u: Float64Array,
  scale: Float64Array,
  change: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < u.length; i++) out[i] = u[i]! + scale[unknownOf[i]!]! * change[i]!;
}

/** A smooth change, curved so that between held walls something is left over; the quasi-random shares make sample directions independent and runs repeatable. */
function pattern(system: Discretisation, sample: number): Float64Array {
  const golden = 0.6180339887498949;
  const { regions } = system.geometry;
  const [from, to] = [regions[0]!.from, regions[regions.length - 1]!.to];
  const change = new Float64Array(system.size);
  for (const w of system.workspaces)
    w.elements.forEach((element, e) => {
      for (let v = 0; v < w.width; v++) {
        const unknown = w.terms.present[v]!;
        const share = (k: number) => ((sample * 7 + unknown * 3 + k + 1) * golden) % 1;
        for (let j = 0; j <= system.basis.order; j++) {
          const s = (w.geometry.x[e * (system.basis.order + 1) + j]! - from) / (to - from);
          const number = element.numbers[j * w.width + v]!;
          change[number] = 0.02 * (0.2 + share(0) + (share(1) - 0.5) * s + (share(2) - 0.5) * s * s);
        }
      }
    });
  return change;
}

/** Basis of the vectors x with row·x = 0 for all rows: Gauss–Jordan with complete pivoting. */
function nullVectors(rows: Float64Array[], count: number): number[][] {
  const pivots: number[] = [];
  for (let rank = 0; rank < Math.min(rows.length, count); rank++) {
    let [best, row, column] = [rounding, -1, -1];
    for (let r = rank; r < rows.length; r++)
      for (let c = 0; c < count; c++)
        if (!pivots.includes(c) && Math.abs(rows[r]![c]!) > best) [best, row, column] = [Math.abs(rows[r]![c]!), r, c];
    if (row < 0) break;
    [rows[rank], rows[row]] = [rows[row]!, rows[rank]!];
    pivots.push(column);
    const pivot = rows[rank]!;
    const value = pivot[column]!;
    for (let c = 0; c < count; c++) pivot[c] = pivot[c]! / value;
    rows.forEach((other, r) => {
      if (r === rank) return;
      const factor = other[column]!;
      for (let c = 0; c < count; c++) other[c] = other[c]! - factor * pivot[c]!;
    });
  }
  const free = Array.from({ length: count }, (_, c) => c).filter((c) => !pivots.includes(c));
  return free.map((f) =>
    Array.from({ length: count }, (_, c) => {
      if (c === f) return 1;
      const rank = pivots.indexOf(c);
      const value = rank < 0 ? 0 : -rows[rank]![f]!;
      return Math.abs(value) < 1e-7 ? 0 : value;
    }),
  );
}
