/** Rows of a sweep that leaves nothing on the disk. */
import type { Row } from './table.js';

export class MemoryTable {
  readonly #rows = new Map<number, Row>();

  get count(): number {
    return this.#rows.size;
  }
  has(index: number): boolean {
    return this.#rows.has(index);
  }
  append(row: Row): void {
    this.#rows.set(row.index, row);
  }
  *rows(): Generator<Row> {
    yield* [...this.#rows.values()].sort((a, b) => a.index - b.index);
  }
}
