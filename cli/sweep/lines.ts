/** The lines of a file one after the other, however long the file is. */
import { closeSync, openSync, readSync } from 'node:fs';

export interface Line {
  readonly text: string;
  /** Where it begins [bytes]. */
  readonly place: number;
  /** False for a last line without its end. */
  readonly complete: boolean;
}

const BLOCK = 64 * 1024;
const newLine = 10;

export function* linesOf(path: string, from = 0): Generator<Line> {
  const file = openSync(path, 'r');
  try {
    const block = Buffer.alloc(BLOCK);
    let rest = Buffer.alloc(0);
    let place = from;
    for (let position = from; ; ) {
      const read = readSync(file, block, 0, BLOCK, position);
      if (read === 0) break;
      position += read;
      rest = Buffer.concat([rest, block.subarray(0, read)]);
      for (let end = rest.indexOf(newLine); end >= 0; end = rest.indexOf(newLine)) {
        yield { text: rest.toString('utf8', 0, end), place, complete: true };
        place += end + 1;
        rest = rest.subarray(end + 1);
      }
    }
    if (rest.length > 0) yield { text: rest.toString('utf8'), place, complete: false };
  } finally {
    closeSync(file);
  }
}
