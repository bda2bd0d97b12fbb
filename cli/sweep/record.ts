/** The table of a sweep on disk: written row by row, so that an interrupted sweep can go on where it stopped. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../command.js';

export interface Row {
  readonly index: number;
  readonly parameters: readonly number[];
  readonly measures: readonly number[];
}

export interface Columns {
  readonly parameters: readonly { readonly name: string; readonly unit: string }[];
  readonly measures: readonly { readonly name: string; readonly unit: string }[];
}

const heading = (columns: Columns): string =>
  ['case', ...[...columns.parameters, ...columns.measures].map(({ name, unit }) => `${name} [${unit}]`)].join(',');

export class Record {
  /** `stamp` tells the model, its set parameters and the study apart. */
  constructor(
    readonly file: string,
    private readonly columns: Columns,
    private readonly stamp: string,
  ) {}

  begin(): void {
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(this.file, `# ${this.stamp}\n${heading(this.columns)}\n`);
  }

  append(rows: readonly Row[]): void {
    appendFileSync(this.file, rows.map((r) => `${[r.index, ...r.parameters, ...r.measures].join(',')}\n`).join(''));
  }

  /** Rows that an earlier run finished; a last line cut short is dropped. Throws `UsageError` when they belong to another model. */
  read(): readonly Row[] {
    if (!existsSync(this.file)) return [];
    const [stamp, header, ...lines] = readFileSync(this.file, 'utf8').split('\n');
    if (stamp !== `# ${this.stamp}` || header !== heading(this.columns))
      throw new UsageError(
        `${this.file} comes from another model or other settings: it cannot be resumed. Move it away, or leave --resume out to begin anew.`,
      );
    const width = 1 + this.columns.parameters.length + this.columns.measures.length;
    const complete = lines.slice(0, -1).map((line) => line.split(','));
    const rows = complete
      .filter((cells) => cells.length === width)
      .map((cells) => {
        const [index, ...values] = cells.map(Number);
        const split = this.columns.parameters.length;
        return { index: index!, parameters: values.slice(0, split), measures: values.slice(split) };
      });
    return [...new Map(rows.map((row) => [row.index, row])).values()];
  }

  /** The finished table, in the order of the cases. */
  finish(rows: readonly Row[]): void {
    this.begin();
    this.append([...rows].sort((a, b) => a.index - b.index));
  }
}
