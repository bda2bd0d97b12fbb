/** What rules look at beyond the declaration that they judge: recorded, so that a result is used again only while all of it stays the same. */

/** A list of declarations of one kind, one name (`=gap`), or the whole model. */
export type Read = 'model' | `${string}s` | 'media' | 'data' | `=${string}`;

export class Reads {
  private current: Set<Read> | undefined;

  note(...reads: readonly Read[]): void {
    if (this.current) for (const read of reads) this.current.add(read);
  }
  /** Runs `work`; what it reads is also read by whatever runs now. */
  during<T>(work: () => T): readonly [result: T, reads: ReadonlySet<Read>] {
    const outer = this.current;
    const own = new Set<Read>();
    this.current = own;
    try {
      return [work(), own];
    } finally {
      this.current = outer;
      if (outer) for (const read of own) outer.add(read);
    }
  }
  /** A value that is found once; everyone who asks for it has read what it was found from. */
  once<T>(find: () => T): () => T {
    let known: readonly [T, ReadonlySet<Read>] | undefined;
    return () => {
      known ??= this.during(find);
      this.note(...known[1]);
      return known[0];
    };
  }
}
