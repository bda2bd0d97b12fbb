/** Contour lines of a grid as open polylines in grid coordinates: the frame that closes contour areas is left out. */
import { contours } from 'd3-contour';

export type Polyline = readonly (readonly [x: number, y: number])[];

/** In units of grid steps: 0 … columns − 1, 0 … rows − 1. */
export function contourLines(values: Float64Array, columns: number, rows: number, level: number): readonly Polyline[] {
  const { coordinates } = contours().size([columns, rows]).contour(Array.from(values), level);
  const lines: Polyline[] = [];
  for (const ring of coordinates.flat()) {
    let line: [number, number][] = [];
    for (const [cx = 0, cy = 0] of ring) {
      // The middle of a cell is half a step from its corner; what lies nearer to the edge is the frame.
      const onFrame = cx <= 0.5 || cy <= 0.5 || cx >= columns - 0.5 || cy >= rows - 0.5;
      line.push([Math.min(columns - 1, Math.max(0, cx - 0.5)), Math.min(rows - 1, Math.max(0, cy - 0.5))]);
      if (!onFrame) continue;
      // Ends here; the next one begins here.
      if (line.length > 2) lines.push(line);
      line = line.slice(-1);
    }
    if (line.length > 2) lines.push(line);
  }
  return lines;
}
