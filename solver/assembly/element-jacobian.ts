/**
 * ∂R/∂u of the spectral elements of one region, from the derivatives of the fluxes at the nodes:
 *
 *     ∂R_i^a/∂u_k^b = (2/H) Σ_j ω_j D_ji D_jk area_j ∂F_a/∂∇u_b(j) + ω_k D_ki area_k ∂F_a/∂u_b(k) + δ_ik volume_i ∂S_a/∂u_b(i)
 */
import { multiplyStiffness } from '../mesh/stiffness.js';
import type { Entry } from './terms.js';
import type { Workspace } from './workspace.js';

/** Derivatives of a flux by the gradient of an unknown, and by the unknown itself (−1: none). */
export interface FluxEntry extends Entry {
  readonly byValue: number;
}
/** Which derivatives to add: those that never change for given parameters are added once, the others at every step. */
export interface EntrySelection {
  readonly byGradient: readonly FluxEntry[];
  /** Of fluxes that do not depend on the gradient of the same unknown. */
  readonly byValueAlone: readonly Entry[];
  readonly sourceByValue: readonly Entry[];
}

/** Longest element (order 14 and more) that the buffers hold. */
const largest = 64;
const four = (length: number) =>
  [new Float64Array(length), new Float64Array(length), new Float64Array(length), new Float64Array(length)] as const;
/** (2/H) ω_j area_j ∂F_a/∂∇u_b of up to four pairs (a, b) at the nodes of one element, and their products with the stiffness. */
const slopes = four(largest);
const products = four(largest * largest);
/** ω_j area_j ∂F_a/∂u_b. */
const values = new Float64Array(largest);
const nothing = new Float64Array(largest);
/** Position in the front of the element's k-th unknown. */
const place = new Int32Array(4096);

export function addElementJacobian(w: Workspace, { byGradient, byValueAlone, sourceByValue }: EntrySelection, J: Float64Array): void {
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
      multiplyStiffness(n, basis.stiffness, count, slopes, products);
      for (let p = 0; p < count; p++) {
        const { row, column, byValue } = byGradient[first + p]!;
        if (byValue >= 0) weigh(n, 1, geometry.fluxWeight, outputs[byValue]!, at, values);
        addFlux(n, products[p]!, basis.derivative, byValue < 0 ? nothing : values, J, offset, size, width, row, column);
      }
    }
    for (const { row, column, output } of byValueAlone) {
      weigh(n, 1, geometry.fluxWeight, outputs[output]!, at, values);
      addConvection(n, basis.derivative, J, offset, size, width, row, column);
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

/** Adds a symmetric product and D_ki f_k to the block (row, column) of the front. */
function addFlux(
  n: number,
  product: Float64Array,
  D: Float64Array,
  f: Float64Array,
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
    const fi = f[i]!;
    for (let k = 0; k < i; k++) {
      const value = product[i * n + k]!;
      const ik = rowI + place[k * width + column]!;
      const ki = columnI + place[k * width + row]! * size;
      J[ik] = J[ik]! + value + D[k * n + i]! * f[k]!;
      J[ki] = J[ki]! + value + D[i * n + k]! * fi;
    }
    const ii = rowI + place[i * width + column]!;
    J[ii] = J[ii]! + product[i * n + i]! + D[i * n + i]! * fi;
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
