/**
 * The table of a sweep on disk: a row as soon as its case is solved, so that an interrupted sweep goes on where it stopped, and none kept in
 * memory. One line says which model it is of, one names the columns, then a row per case: its number, parameters, measures, their errors, and what stated uncertainties leave to them.
 */
import { closeSync, existsSync, ftruncateSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { SweepCase } from '../../solver/outcome.js';
import { ObstacleError, UsageError } from '../command.js';
import { kindOf } from '../model/files.js';
import { hindrance, makeFolder, written } from '../model/output.js';
import { linesOf } from './lines.js';

export type Row = SweepCase;

export interface Columns {
  readonly parameters: readonly { readonly name: string; readonly unit: string }[];
  readonly measures: readonly { readonly name: string; readonly unit: string }[];
  /** The model states numbers with `±` that the sweep carries to its measures. */
  readonly uncertain: boolean;
}

const named = ({ name, unit }: { readonly name: string; readonly unit: string }): string => `${name} [${unit}]`;
const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
const heading = ({ parameters, measures, uncertain }: Columns): string =>
  [
    'case',
    ...[...parameters, ...measures].map(named),
    ...measures.map((m) => `error of ${named(m)}`),
    ...(uncertain ? measures.map((m) => `uncertainty of ${named(m)}`) : []),
  ]
    .map(quoted)
    .join(',');
function lineOf({ index, parameters, measures, errors, propagated }: Row, { uncertain }: Columns): string {
  const spread = uncertain ? measures.map((_, m) => propagated?.[m] ?? NaN) : [];
  return `${[index, ...parameters, ...measures, ...errors, ...spread].join(',')}\n`;
}

/** Appends a text to a file of `size` bytes, or leaves it as it was. @returns bytes added. */
function whole(file: number, text: string, size: number): number {
  const bytes = Buffer.from(text);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    return bytes.length;
  } catch (error) {
    ftruncateSync(file, size);
    closeSync(file);
    throw error;
  }
}

export class SweepTable {
  /** Where the row of each case begins in the file [bytes]; −1 while it is not solved. */
  readonly #places: Float64Array;
  #size = 0;
  #count = 0;
  #last = -1;
  #inOrder = true;

  /** `stamp` tells the model, its set parameters and the study apart. */
  constructor(
    readonly file: string,
    private readonly columns: Columns,
    private readonly stamp: string,
    total: number,
  ) {
    this.#places = new Float64Array(total).fill(-1);
  }

  /** Cases that are solved. */
  get count(): number {
    return this.#count;
  }
  has(index: number): boolean {
    return this.#places[index]! >= 0;
  }

  /** Begins anew. */
  begin(): void {
    makeFolder(path.dirname(this.file));
    written(this.file, () => {
      const file = openSync(this.file, 'w');
      this.#size = whole(file, `# ${this.stamp}\n${heading(this.columns)}\n`, 0);
      closeSync(file);
    });
  }

  /** Takes up what an earlier run left; a line that was cut short is dropped. Throws `UsageError` when it belongs to another model. */
  resume(): void {
    if (!existsSync(this.file)) return this.begin();
    if (!kindOf(this.file)?.isFile()) throw new UsageError(`${this.file} is no file that can be resumed; move it away.`);
    let [number, end] = [0, 0];
    for (const { text, place, complete } of linesOf(this.file)) {
      if (number < 2) {
        if (!complete || text !== [`# ${this.stamp}`, heading(this.columns)][number])
          throw new UsageError(
            `${this.file} comes from another model or other settings: it cannot be resumed. Move it away, or leave --resume out to begin anew.`,
          );
      } else if (complete && this.#rowOf(text)) this.#note(this.#rowOf(text)!.index, place);
      if (complete) end = place + Buffer.byteLength(text) + 1;
      number++;
    }
    if (number < 2) return this.begin();
    written(this.file, () => {
      const file = openSync(this.file, 'r+');
      ftruncateSync(file, end);
      closeSync(file);
    });
    this.#size = end;
  }

  /** Throws `ObstacleError`; the table then ends with the last whole row. */
  append(row: Row): void {
    try {
      const file = openSync(this.file, 'a');
      const added = whole(file, lineOf(row, this.columns), this.#size);
      closeSync(file);
      this.#note(row.index, this.#size);
      this.#size += added;
    } catch (error) {
      throw new ObstacleError(
        `${this.file} cannot be written: ${hindrance(error)}. The ${this.#count} cases in it are whole: mend that and go on with --resume.`,
      );
    }
  }

  /** Rows in the order of the cases, read from the disk. */
  *rows(): Generator<Row> {
    if (this.#inOrder) {
      for (const { text, complete } of linesOf(this.file)) {
        const row = complete ? this.#rowOf(text) : undefined;
        if (row) yield row;
      }
      return;
    }
    for (let index = 0; index < this.#places.length; index++)
      if (this.has(index)) {
        const [line] = linesOf(this.file, this.#places[index]);
        yield this.#rowOf(line!.text)!;
      }
  }

  /** Several threads finish out of turn: puts the rows in the order of the cases. */
  sort(): void {
    if (this.#inOrder) return;
    const sorted = `${this.file}.sorting`;
    try {
      const file = openSync(sorted, 'w');
      let size = whole(file, `# ${this.stamp}\n${heading(this.columns)}\n`, 0);
      const places = this.#places.slice();
      for (const row of this.rows()) {
        places[row.index] = size;
        size += whole(file, lineOf(row, this.columns), size);
      }
      closeSync(file);
      renameSync(sorted, this.file);
      this.#places.set(places);
      [this.#size, this.#inOrder] = [size, true];
    } catch (error) {
      rmSync(sorted, { force: true });
      throw new ObstacleError(
        `${this.file} holds all cases, but in the order in which they were done: its sorted copy cannot be written, ${hindrance(error)}. Mend that and say --resume.`,
      );
    }
  }

  #note(index: number, place: number): void {
    if (!this.has(index)) this.#count++;
    if (index <= this.#last) this.#inOrder = false;
    this.#last = index;
    this.#places[index] = place;
  }
  #rowOf(text: string): Row | undefined {
    const cells = text.split(',').map((cell) => (cell === '' ? NaN : Number(cell)));
    const { parameters, measures, uncertain } = this.columns;
    const [index, ...values] = cells;
    const whole =
      values.length === parameters.length + (uncertain ? 3 : 2) * measures.length &&
      Number.isInteger(index) &&
      index! < this.#places.length;
    if (!whole || text.startsWith('#')) return undefined;
    const [p, m] = [parameters.length, measures.length];
    const part = (k: number) => values.slice(p + k * m, p + (k + 1) * m);
    return {
      index: index!,
      parameters: values.slice(0, p),
      measures: part(0),
      errors: part(1),
      ...(uncertain && { propagated: part(2) }),
    };
  }
}
