/** A figure as columns of numbers with their units, every point, SI. */
import type { LineFigure } from '../figures/figure.js';
import { plain } from '../format/text.js';
import { say } from '../words/say.js';

export interface Column {
  readonly name: string;
  readonly unit: string;
  readonly values: ArrayLike<number | null>;
}
/** Columns that share their rows. */
export type Block = readonly Column[];

const sameAbscissae = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/** Curves over the same abscissae share a block; points and other curves get their own. */
export function blocksOf(figure: LineFigure): readonly Block[] {
  const x = plain(figure.x.symbol);
  const blocks: { readonly at: ArrayLike<number>; readonly columns: Column[] }[] = [];
  const y = plain(figure.y.symbol);
  const named = (name: string): string => (name === y || y === '' ? name : `${y} ${name}`);
  for (const curve of figure.curves) {
    let block = blocks.find((b) => sameAbscissae(b.at, curve.x));
    if (!block) blocks.push((block = { at: curve.x, columns: [{ name: x, unit: figure.x.unit, values: curve.x }] }));
    block.columns.push({ name: named(curve.name), unit: figure.y.unit, values: curve.y });
    if (curve.band) block.columns.push({ name: say.halfWidthOf(curve.name), unit: figure.y.unit, values: curve.band });
  }
  for (const points of figure.points) {
    const columns: Column[] = [
      { name: x, unit: figure.x.unit, values: points.x },
      { name: named(points.name), unit: figure.y.unit, values: points.y },
    ];
    if (points.sigma) columns.push({ name: say.sigmaOf(points.name), unit: figure.y.unit, values: points.sigma });
    blocks.push({ at: points.x, columns });
  }
  return blocks.map((block) => block.columns);
}
