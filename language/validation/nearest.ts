/** Which known word was meant: the one fewest keystrokes away, if that is few enough to be a slip. */

/** Edits between two words: insertions, deletions, replacements, swaps of neighbours. */
export function distance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, previous[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, beforePrevious[j - 2]! + 1);
      row.push(best);
    }
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length]!;
}

const shortestBeginning = 2;
/** A third of the letters may be wrong, and the case of any. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 0.5;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    // a word that is being typed: its beginning is as good as one slip
    const begun = wanted.length >= shortestBeginning && candidate.toLowerCase().startsWith(wanted);
    const d = begun ? 1 : distance(wanted, candidate.toLowerCase());
    if (d < bestDistance && (d < word.length || d === 0)) [best, bestDistance] = [candidate, d];
  }
  return best;
}
export const didYouMean = (word: string | undefined): string | undefined => (word === undefined ? undefined : `did you mean ${word}?`);
