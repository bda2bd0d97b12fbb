/**
 * ∂R/∂u of the spectral elements of one region, from the derivatives of the fluxes at the nodes:
 *
 *     ∂R_i^a/∂u_k^b = (2/H) Σ_j ω_j D_ji D_jk area_j ∂F_a/∂∇u_b(j) + ω_k D_ki area_k ∂F_a/∂u_b(k) + δ_ik volume_i ∂S_a/∂u_b(i)
 */
import type { Entry } from './terms.js';
import type { Workspace } from './workspace.js';

/** Which derivatives to add: those that never change for given parameters are added once, the others at every step. */
export interface EntrySelection {
  readonly byGradient: readonly Entry[];
  readonly byValue: readonly Entry[];
  readonly sourceByValue: readonly Entry[];
}

/** Longest element (order 14 and more) that the buffers hold. */
const largest = 64;
/** (2/H) ω_j area_j ∂F_a/∂∇u_b of up to four pairs (a, b) at the nodes of one element. */
const slopes = [new Float64Array(largest), new Float64Array(largest), new Float64Array(largest), new Float64Array(largest)] as const;
/** Their products with the stiffness, lower triangles. */
const product = () => new Float64Array(largest * largest);
const products = [product(), product(), product(), product()] as const;
const values = new Float64Array(largest);
const place = new Int32Array(4096);

export function addElementJacobian(w: Workspace, { byGradient, byValue, sourceByValue }: EntrySelection, J: Float64Array): void {
  const { elements, geometry, width, basis } = w;
  const n = basis.order + 1;
  const { outputs } = w.jacobian;
  for (let e = 0; e < elements.length; e++) {
    const { numbers, front } = elements[e]!;
    const { start, size, offset } = front;
    const at = e * n;
    for (let k = 0; k < numbers.length; k++) place[k] = numbers[k]! - start;
    for (let first = 0; first < byGradient.length; first += 4) {
      const count = Math.min(4, byGradient.length - first);
      for (let p = 0; p < count; p++)
        weigh(n, geometry.scale[e]!, geometry.fluxWeight, outputs[byGradient[first + p]!.output]!, at, slopes[p]!);
      if (count === 1) multiplyOne(n, basis.stiffness);
      else multiplyFour(n, basis.stiffness);
      for (let p = 0; p < count; p++) {
        const { row, column } = byGradient[first + p]!;
        addProduct(n, products[p]!, J, offset, size, width, row, column);
      }
    }
    for (const entry of byValue) {
      weigh(n, 1, geometry.fluxWeight, outputs[entry.output]!, at, values);
      addConvection(n, basis.derivative, J, offset, size, width, entry.row, entry.column);
    }
    for (const { row, column, output } of sourceByValue) {
      const slope = outputs[output]!;
      for (let j = 0; j < n; j++) {
        const position = offset + place[j * width + row]! * size + place[j * width + column]!;
        J[position] = J[position]! + geometry.volume[at + j]! * slope[at + j]!;
      }
    }
  }
}

/** out_j = factor · weight_j · slope_j of one element. */
function weigh(n: number, factor: number, weight: Float64Array, slope: Float64Array, at: number, out: Float64Array): void {
  for (let j = 0; j < n; j++) out[j] = factor * weight[at + j]! * slope[at + j]!;
}

/** products[p] ← Σ_j D_ji D_jk slopes_p(j) for k ≤ i: four pairs in one pass over the stiffness, which is what costs. */
function multiplyFour(n: number, stiffness: Float64Array): void {
  const [q0, q1, q2, q3] = slopes;
  const [r0, r1, r2, r3] = products;
  for (let i = 0; i < n; i++)
    for (let k = 0; k <= i; k++) {
      const s = (i * n + k) * n;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let j = 0; j < n; j++) {
        const t = stiffness[s + j]!;
        a += t * q0[j]!;
        b += t * q1[j]!;
        c += t * q2[j]!;
        d += t * q3[j]!;
      }
      const at = i * n + k;
      r0[at] = a;
      r1[at] = b;
      r2[at] = c;
      r3[at] = d;
    }
}

function multiplyOne(n: number, stiffness: Float64Array): void {
  const q = slopes[0];
  const r = products[0];
  for (let i = 0; i < n; i++)
    for (let k = 0; k <= i; k++) {
      const s = (i * n + k) * n;
      let sum = 0;
      for (let j = 0; j < n; j++) sum += stiffness[s + j]! * q[j]!;
      r[i * n + k] = sum;
    }
}

/** Adds a symmetric product to the block (row, column) of the front. */
function addProduct(
  n: number,
  product: Float64Array,
  J: Float64Array,
  offset: number,
  size: number,
  width: number,
  row: number,
  column: number,
): void {
  for (let i = 0; i < n; i++) {
    const rowI = offset + place[i * width + row]! * size;
    const columnI = offset + place[i * width + column]!;
    for (let k = 0; k < i; k++) {
      const value = product[i * n + k]!;
      const ik = rowI + place[k * width + column]!;
      const ki = columnI + place[k * width + row]! * size;
      J[ik] = J[ik]! + value;
      J[ki] = J[ki]! + value;
    }
    const ii = rowI + place[i * width + column]!;
    J[ii] = J[ii]! + product[i * n + i]!;
  }
}

function addConvection(
  n: number,
  D: Float64Array,
  J: Float64Array,
  offset: number,
  size: number,
  width: number,
  row: number,
  column: number,
): void {
  for (let k = 0; k < n; k++) {
    const f = values[k]!;
    const to = offset + place[k * width + column]!;
    for (let i = 0; i < n; i++) {
      const at = to + place[i * width + row]! * size;
      J[at] = J[at]! + D[k * n + i]! * f;
    }
  }
}

/** Columns of values that enter the first element with a factor (partition); to be called once, when all entries are added. */
export function scaleEntries(w: Workspace, J: Float64Array): void {
  const { numbers, front } = w.elements[0]!;
  for (let v = 0; v < w.width; v++) {
    const factor = w.entry[v]!;
    if (factor === 1) continue;
    for (let row = 0; row < front.size; row++) {
      const at = front.offset + row * front.size + numbers[v]! - front.start;
      J[at] = J[at]! * factor;
    }
  }
}
