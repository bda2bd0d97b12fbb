/** Curves on one common, ascending list of abscissae, as the plotting library wants them. */

export interface Line {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number | null>;
}

const same = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/** First the abscissae, then one list per line; `null` where a line has no point of its own, to be spanned. */
export function align(lines: readonly Line[]): (number | null)[][] {
  const first = lines[0];
  if (!first) return [[]];
  if (lines.every((line) => same(line.x, first.x))) return [Array.from(first.x), ...lines.map((line) => Array.from(line.y))];
  const all = [...new Set(lines.flatMap((line) => Array.from(line.x)))].sort((a, b) => a - b);
  const place = new Map(all.map((x, i) => [x, i]));
  return [
    all,
    ...lines.map((line) => {
      const column: (number | null)[] = new Array<number | null>(all.length).fill(null);
      for (let i = 0; i < line.x.length; i++) {
        const at = place.get(line.x[i] ?? NaN);
        if (at !== undefined) column[at] = line.y[i] ?? null;
      }
      return column;
    }),
  ];
}

/** Value of a line at any abscissa, linear between its points; null outside. */
export function valueAt(line: Line, x: number): number | null {
  const n = line.x.length;
  if (n === 0 || x < (line.x[0] ?? 0) || x > (line.x[n - 1] ?? 0)) return null;
  let low = 0;
  let high = n - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((line.x[middle] ?? 0) <= x) low = middle;
    else high = middle;
  }
  const a = line.x[low] ?? 0;
  const b = line.x[high] ?? a;
  const ya = line.y[low] ?? null;
  const yb = line.y[high] ?? null;
  if (ya === null || yb === null) return ya ?? yb;
  return b > a ? ya + ((yb - ya) * (x - a)) / (b - a) : ya;
}
