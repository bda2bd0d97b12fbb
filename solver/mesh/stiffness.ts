/**
 * Products Dᵀ diag(q) D of one element, K_ik = Σ_j D_ji D_jk q_j, for four vectors q at once. Nodes are symmetric about the middle, so the
 * even and the odd part of q give two entries each, K_ik = even + odd and K_{p−i,p−k} = even − odd, with half the work.
 */

/**
 * For every i and k ≤ i with i + k ≤ p, one after another: D_ji D_jk ± D_{p−j,i} D_{p−j,k} for j up to the middle, first with plus (the even
 * part; the middle once), then with minus.
 */
export function packedStiffness(n: number, D: Float64Array): Float64Array {
  const p = n - 1;
  const half = (n + 1) >> 1;
  const packed: number[] = [];
  for (let i = 0; i < n; i++)
    for (let k = 0; k <= i && i + k <= p; k++)
      for (const sign of [1, -1])
        for (let j = 0; j < half; j++) {
          const near = D[j * n + i]! * D[j * n + k]!;
          const far = D[(p - j) * n + i]! * D[(p - j) * n + k]!;
          packed.push(j === p - j ? (sign === 1 ? near : 0) : near + sign * far);
        }
  return Float64Array.from(packed);
}

/** Longest element (order 14 and more) that the buffers hold. */
const largest = 64;
const part = () => new Float64Array(largest);
const even = [part(), part(), part(), part()] as const;
const odd = [part(), part(), part(), part()] as const;

function split(n: number, q: Float64Array, e: Float64Array, o: Float64Array): void {
  const half = (n + 1) >> 1;
  for (let j = 0; j < half; j++) {
    e[j] = 0.5 * (q[j]! + q[n - 1 - j]!);
    o[j] = 0.5 * (q[j]! - q[n - 1 - j]!);
  }
}

type Four = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/** Lower triangles (row-major n × n) of the products of up to four vectors; the others are left alone in meaning, not in memory. */
export function multiplyStiffness(n: number, packed: Float64Array, count: number, q: Four, K: Four): void {
  for (let v = 0; v < count; v++) split(n, q[v]!, even[v]!, odd[v]!);
  if (count === 1) one(n, packed, even[0], odd[0], K[0]);
  else four(n, packed, K);
}

function one(n: number, packed: Float64Array, e: Float64Array, o: Float64Array, K: Float64Array): void {
  const p = n - 1;
  const half = (n + 1) >> 1;
  let s = 0;
  for (let i = 0; i < n; i++)
    for (let k = 0; k <= i && i + k <= p; k++) {
      let a = 0;
      let b = 0;
      for (let j = 0; j < half; j++) {
        a += packed[s + j]! * e[j]!;
        b += packed[s + half + j]! * o[j]!;
      }
      s += 2 * half;
      K[(p - k) * n + p - i] = a - b;
      K[i * n + k] = a + b;
    }
}

function four(n: number, packed: Float64Array, [K0, K1, K2, K3]: Four): void {
  const p = n - 1;
  const half = (n + 1) >> 1;
  const [e0, e1, e2, e3] = even;
  const [o0, o1, o2, o3] = odd;
  let s = 0;
  for (let i = 0; i < n; i++)
    for (let k = 0; k <= i && i + k <= p; k++) {
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      for (let j = 0; j < half; j++) {
        const d = packed[s + j]!;
        a0 += d * e0[j]!;
        a1 += d * e1[j]!;
        a2 += d * e2[j]!;
        a3 += d * e3[j]!;
      }
      s += half;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (let j = 0; j < half; j++) {
        const d = packed[s + j]!;
        b0 += d * o0[j]!;
        b1 += d * o1[j]!;
        b2 += d * o2[j]!;
        b3 += d * o3[j]!;
      }
      s += half;
      const mirrored = (p - k) * n + p - i;
      const at = i * n + k;
      K0[mirrored] = a0 - b0;
      K1[mirrored] = a1 - b1;
      K2[mirrored] = a2 - b2;
      K3[mirrored] = a3 - b3;
      K0[at] = a0 + b0;
      K1[at] = a1 + b1;
      K2[at] = a2 + b2;
      K3[at] = a3 + b3;
    }
}
