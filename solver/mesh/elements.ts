/** How a region is cut into elements: edges as fractions of its thickness. */

/** Edges that gather at both ends like Chebyshev points: thermal and diffusive layers start at walls and interfaces. */
export const chebyshevEdges = (elements: number): Float64Array =>
  Float64Array.from({ length: elements + 1 }, (_, e) => (1 - Math.cos((Math.PI * e) / elements)) / 2);

/** Sizes grow geometrically from both ends to the middle; `grading` is the largest size over the smallest. */
export function gradedEdges(elements: number, grading: number): Float64Array {
  const half = Math.max(1, Math.ceil(elements / 2) - 1);
  const sizes = Array.from({ length: elements }, (_, e) => grading ** (Math.min(e, elements - 1 - e) / half));
  const total = sizes.reduce((a, b) => a + b, 0);
  const edges = new Float64Array(elements + 1);
  for (let e = 0; e < elements; e++) edges[e + 1] = edges[e]! + sizes[e]! / total;
  edges[elements] = 1;
  return edges;
}

/** Each marked element cut in two. */
export function split(edges: Float64Array, marked: (element: number) => boolean): Float64Array {
  const result: number[] = [edges[0]!];
  for (let e = 0; e + 1 < edges.length; e++) {
    if (marked(e)) result.push(0.5 * (edges[e]! + edges[e + 1]!));
    result.push(edges[e + 1]!);
  }
  return Float64Array.from(result);
}
