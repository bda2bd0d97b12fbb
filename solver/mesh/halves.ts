/**
 * Products with matrices whose nodes are symmetric about the middle, A_{p−i,p−j} = −A_ij (derivatives and their transposes): even and odd
 * parts of the vector are multiplied apart, with half the work.
 */

/** Rows of ½(A_ij − A_{i,p−j}) for the odd part and ½(A_ij + A_{i,p−j}) for the even part, j up to the middle, for i up to the middle. */
export function halvesOf(n: number, A: Float64Array): Float64Array {
  const half = (n + 1) >> 1;
  const packed = new Float64Array(2 * half * half);
  for (let i = 0; i < half; i++)
    for (let j = 0; j < half; j++) {
      const [near, far] = [A[i * n + j]!, A[i * n + n - 1 - j]!];
      const middle = j === n - 1 - j;
      packed[2 * i * half + j] = middle ? 0 : 0.5 * (near - far);
      packed[(2 * i + 1) * half + j] = i === n - 1 - i ? 0 : middle ? near : 0.5 * (near + far);
    }
  return packed;
}

/** Longest vector (order 14 and more) that the buffer holds. */
const parts = new Float64Array(128);

/** out_{to+i} ← factor Σ_j A_ij x_{at+j}, i, j = 0 … n − 1, from the packed halves of A. */
export function multiplyHalves(
  n: number,
  packed: Float64Array,
  factor: number,
  x: Float64Array,
  at: number,
  out: Float64Array,
  to: number,
): void {
  const half = (n + 1) >> 1;
  const last = at + n - 1;
  for (let j = 0; j < half; j++) {
    const a = x[at + j]!;
    const b = x[last - j]!;
    parts[j] = a - b;
    parts[half + j] = a + b;
  }
  // The middle node is its own mirror image.
  if (n & 1) parts[2 * half - 1] = x[at + half - 1]!;
  for (let i = 0; i < half; i++) {
    const row = 2 * i * half;
    let odd = 0;
    let even = 0;
    for (let j = 0; j < half; j++) {
      odd += packed[row + j]! * parts[j]!;
      even += packed[row + half + j]! * parts[half + j]!;
    }
    out[to + n - 1 - i] = factor * (odd - even);
    out[to + i] = factor * (odd + even);
  }
}
