/** Where the labels at the ends of the curves stand: in order, 14 px apart, inside the plot. */
export interface CurveEnd {
  /** Height of the curve's end [px]. */
  readonly y: number;
  readonly strong: boolean;
}

/** Distance between neighbours [px]. */
const apart = 14;
/** Ends nearer than this cannot be told apart by a label [px]. */
const merged = 4;
const most = 7;

/** Height of each label, or null when the legend alone must name the curve. */
export function placeLabels(ends: readonly CurveEnd[], top: number, bottom: number): readonly (number | null)[] {
  const places: (number | null)[] = ends.map(() => null);
  if (ends.length > most) return places;
  const order = ends.map((end, index) => ({ ...end, index })).filter((end) => Number.isFinite(end.y));
  order.sort((a, b) => a.y - b.y);
  const shown: typeof order = [];
  for (const end of order) {
    const last = shown[shown.length - 1];
    if (!last || end.y - last.y >= merged) shown.push(end);
    else if (end.strong) shown[shown.length - 1] = end;
  }
  if (shown.length * apart > bottom - top + apart) return places;
  const y = shown.map((end) => end.y);
  for (let pass = 0; pass < 60; pass++)
    for (let i = 1; i < y.length; i++) {
      const lack = apart - ((y[i] ?? 0) - (y[i - 1] ?? 0));
      if (lack <= 0) continue;
      y[i] = (y[i] ?? 0) + lack / 2;
      y[i - 1] = (y[i - 1] ?? 0) - lack / 2;
    }
  for (let i = 0, least = top; i < y.length; i++) least = (y[i] = Math.max(y[i] ?? 0, least)) + apart;
  for (let i = y.length - 1, greatest = bottom; i >= 0; i--) greatest = (y[i] = Math.min(y[i] ?? 0, greatest)) - apart;
  shown.forEach((end, i) => (places[end.index] = y[i] ?? null));
  return places;
}
