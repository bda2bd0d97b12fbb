/**
 * ∂R/∂u of the spectral elements of one region, from the derivatives of the fluxes at the nodes:
 *
 *     ∂R_i^a/∂u_k^b = (2/H) Σ_j ω_j D_ji D_jk area_j ∂F_a/∂∇u_b(j) + ω_k D_ki area_k ∂F_a/∂u_b(k) + δ_ik volume_i ∂S_a/∂u_b(i)
 */
import type { Workspace } from './workspace.js';

const largest = 64;
const atNodes = new Float64Array(largest);

export function addElementJacobian(w: Workspace, J: Float64Array): void {
  const { terms, elements, geometry, width, basis } = w;
  const n = basis.order + 1;
  const { outputs } = w.jacobian;
  for (let e = 0; e < elements.length; e++) {
    const element = elements[e]!;
    const { start, size, offset } = element.front;
    const at = e * n;
    const place = places(element.numbers, start);
    for (const { row, column, output } of terms.byGradient) {
      const slope = outputs[output]!;
      const scale = geometry.scale[e]!;
      for (let j = 0; j < n; j++) atNodes[j] = scale * geometry.fluxWeight[at + j]! * slope[at + j]!;
      addStiffness(n, basis.stiffness, J, offset, size, place, width, row, column);
    }
    for (const { row, column, output } of terms.byValue) {
      const slope = outputs[output]!;
      for (let k = 0; k < n; k++) atNodes[k] = geometry.fluxWeight[at + k]! * slope[at + k]!;
      addConvection(n, basis.derivative, J, offset, size, place, width, row, column);
    }
    for (const { row, column, output } of terms.sourceByValue) {
      const slope = outputs[output]!;
      for (let j = 0; j < n; j++) {
        const position = offset + place[j * width + row]! * size + place[j * width + column]!;
        J[position] = J[position]! + geometry.volume[at + j]! * slope[at + j]!;
      }
    }
    if (e === 0) scaleEntry(w, J, offset, size, place);
  }
}

const placeOf = new Int32Array(4096);
/** Rows of the element's unknowns in its front. */
function places(numbers: Int32Array, start: number): Int32Array {
  for (let k = 0; k < numbers.length; k++) placeOf[k] = numbers[k]! - start;
  return placeOf;
}

function addStiffness(
  n: number,
  stiffness: Float64Array,
  J: Float64Array,
  offset: number,
  size: number,
  place: Int32Array,
  width: number,
  a: number,
  b: number,
): void {
  for (let i = 0; i < n; i++) {
    const rowI = offset + place[i * width + a]! * size;
    const columnI = place[i * width + b]!;
    for (let k = 0; k <= i; k++) {
      const s = (i * n + k) * n;
      let x = 0;
      let y = 0;
      let j = 0;
      for (; j + 1 < n; j += 2) {
        x += stiffness[s + j]! * atNodes[j]!;
        y += stiffness[s + j + 1]! * atNodes[j + 1]!;
      }
      if (j < n) x += stiffness[s + j]! * atNodes[j]!;
      const value = x + y;
      const ik = rowI + place[k * width + b]!;
      J[ik] = J[ik]! + value;
      if (k < i) {
        const ki = offset + place[k * width + a]! * size + columnI;
        J[ki] = J[ki]! + value;
      }
    }
  }
}

function addConvection(
  n: number,
  D: Float64Array,
  J: Float64Array,
  offset: number,
  size: number,
  place: Int32Array,
  width: number,
  a: number,
  b: number,
): void {
  for (let k = 0; k < n; k++) {
    const f = atNodes[k]!;
    const column = offset + place[k * width + b]!;
    for (let i = 0; i < n; i++) {
      const at = column + place[i * width + a]! * size;
      J[at] = J[at]! + D[k * n + i]! * f;
    }
  }
}

/** Columns of values that enter with a factor (partition). */
function scaleEntry(w: Workspace, J: Float64Array, offset: number, size: number, place: Int32Array): void {
  for (let v = 0; v < w.width; v++) {
    const factor = w.entry[v]!;
    if (factor === 1) continue;
    for (let row = 0; row < size; row++) {
      const at = offset + row * size + place[v]!;
      J[at] = J[at]! * factor;
    }
  }
}
