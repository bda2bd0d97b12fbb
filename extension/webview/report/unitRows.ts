/** The two dimensions of an error of units, to be set below each other: what is needed and what there is. */
import { say } from '../words/say.js';

export interface UnitRow {
  /** `needs`, `is`, or the term of a sum. */
  readonly role: string;
  readonly unit: string;
  /** The quantity's name. */
  readonly name: string;
}
export interface UnitError {
  readonly title: string;
  readonly rows: readonly UnitRow[];
  /** Lines of the message that are not rows. */
  readonly rest: readonly string[];
}

const mismatch = /^(.+) needs (.+?) \((.+?)\) but this is (.+?)(?: \((.+?)\))?\.?$/;
const term = /^\s{2,}(\S+)(?: \((.+?)\))?\s{2,}(.+)$/;

/** Undefined for errors that are not about two units. */
export function unitError(message: string): UnitError | undefined {
  const [first = '', ...others] = message.split('\n');
  const found = mismatch.exec(first);
  if (found) {
    const [, what = '', needed = '', neededName = '', is = '', isName = ''] = found;
    const rows = [
      { role: say.needs, unit: needed, name: neededName },
      { role: say.is, unit: is, name: isName },
    ];
    return { title: say.wrongUnit(what), rows, rest: others };
  }
  const terms = others.map((line) => term.exec(line));
  const rows = terms.flatMap((t) => (t ? [{ role: t[3] ?? '', unit: t[1] ?? '', name: t[2] ?? '' }] : []));
  if (rows.length < 2) return undefined;
  return { title: first.replace(/:$/, ''), rows, rest: others.filter((_, i) => !terms[i]) };
}
