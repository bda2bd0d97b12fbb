/** Memory of one region for one mesh: the unknowns and their gradients at all nodes of its elements, and the tapes that read them. */
import { Tape, type ParameterValues } from '../expression/tape.js';
import type { Basis } from '../mesh/basis.js';
import { multiplyHalves } from '../mesh/halves.js';
import type { ElementLayout } from '../mesh/layout.js';
import type { RegionGeometry } from './geometry.js';
import type { RegionTerms } from './terms.js';

export class Workspace {
  readonly width: number;
  readonly points: number;
  /** Per unknown present: its value at each local node [element · (P+1) + j]. */
  readonly values: readonly Float64Array[];
  /** Per unknown present: d/dx at each local node. */
  readonly gradients: readonly Float64Array[];
  readonly balance: Tape;
  readonly jacobian: Tape;
  readonly storage: Tape;
  readonly rates: Tape;
  /** u here = entry · u of the unknown shared with the region before (partition); 1 elsewhere. */
  readonly entry: Float64Array;
  private initialTape: Tape | undefined;

  constructor(
    readonly terms: RegionTerms,
    readonly basis: Basis,
    readonly elements: readonly ElementLayout[],
    readonly geometry: RegionGeometry,
  ) {
    this.width = terms.present.length;
    this.points = elements.length * (basis.order + 1);
    const arrays = () => terms.present.map(() => new Float64Array(this.points));
    this.values = arrays();
    this.gradients = arrays();
    this.entry = new Float64Array(this.width).fill(1);
    const inputs = [geometry.x, ...this.values, ...this.gradients];
    this.balance = new Tape(terms.balance, inputs, this.points);
    this.jacobian = new Tape(terms.jacobian, inputs, this.points);
    this.storage = new Tape(terms.storage, inputs, this.points);
    this.rates = new Tape(terms.rates, inputs, this.points);
  }

  setParameters(parameters: ParameterValues): void {
    for (const tape of [this.balance, this.jacobian, this.storage, this.rates]) tape.setParameters(parameters);
  }

  /** Initial values at all local nodes, per unknown present. */
  initial(parameters: ParameterValues): readonly Float64Array[] {
    this.initialTape ??= new Tape(this.terms.initial(), [this.geometry.x], this.points);
    this.initialTape.setParameters(parameters);
    this.initialTape.run(0);
    return this.initialTape.outputs;
  }

  /** Takes the region's values out of the vector of unknowns. */
  gather(u: Float64Array): void {
    const n = this.basis.order + 1;
    const { width, values, elements, entry } = this;
    for (let v = 0; v < width; v++) {
      const target = values[v]!;
      for (let e = 0; e < elements.length; e++) {
        const numbers = elements[e]!.numbers;
        const at = e * n;
        for (let j = 0; j < n; j++) target[at + j] = u[numbers[j * width + v]!]!;
      }
      if (entry[v] !== 1) target[0] = target[0]! * entry[v]!;
    }
  }

  /** d/dx of all gathered values. */
  differentiate(): void {
    const n = this.basis.order + 1;
    const { derivativeHalves } = this.basis;
    const { scale } = this.geometry;
    for (let v = 0; v < this.width; v++) {
      const [values, gradients] = [this.values[v]!, this.gradients[v]!];
      for (let e = 0; e < scale.length; e++) multiplyHalves(n, derivativeHalves, scale[e]!, values, e * n, gradients, e * n);
    }
  }

  /** out[row] += Σ_j D_ji weight_j f_j over the elements: the weak divergence of a flux. */
  addDivergence(v: number, flux: Float64Array, out: Float64Array): void {
    const n = this.basis.order + 1;
    const { width, elements, geometry, basis } = this;
    for (let e = 0; e < elements.length; e++)
      addElementDivergence(n, basis.transposedHalves, geometry.fluxWeight, flux, e * n, elements[e]!.numbers, width, v, out);
  }

  /** out[row] += volume · s over all nodes. */
  addVolume(v: number, s: Float64Array, out: Float64Array): void {
    const n = this.basis.order + 1;
    const volume = this.geometry.volume;
    for (let e = 0; e < this.elements.length; e++) {
      const numbers = this.elements[e]!.numbers;
      for (let j = 0; j < n; j++) {
        const row = numbers[j * this.width + v]!;
        out[row] = out[row]! + volume[e * n + j]! * s[e * n + j]!;
      }
    }
  }
}

const weighted = new Float64Array(64);
const divergence = new Float64Array(64);
function addElementDivergence(
  n: number,
  transposedHalves: Float64Array,
  weight: Float64Array,
  flux: Float64Array,
  at: number,
  numbers: Int32Array,
  width: number,
  v: number,
  out: Float64Array,
): void {
  for (let j = 0; j < n; j++) weighted[j] = weight[at + j]! * flux[at + j]!;
  multiplyHalves(n, transposedHalves, 1, weighted, 0, divergence, 0);
  for (let i = 0; i < n; i++) {
    const target = numbers[i * width + v]!;
    out[target] = out[target]! + divergence[i]!;
  }
}
