/** Holds the state and tells its listeners once per frame, however many changes a frame brings. */
export class Store<S> {
  private readonly listeners: ((state: S, before: S | null) => void)[] = [];
  private scheduled = false;
  private told: S | null = null;

  constructor(
    private current: S,
    private readonly nextFrame: (callback: () => void) => void,
  ) {}

  get state(): S {
    return this.current;
  }

  set(change: (state: S) => S): void {
    const next = change(this.current);
    if (next === this.current) return;
    this.current = next;
    this.schedule();
  }

  /** The listener gets the state now told and the one told before. */
  listen(listener: (state: S, before: S | null) => void): void {
    this.listeners.push(listener);
  }

  /** Tells everybody again although nothing changed, for a change of theme. */
  again(): void {
    this.told = null;
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.nextFrame(() => {
      this.scheduled = false;
      const before = this.told;
      this.told = this.current;
      for (const listener of this.listeners) listener(this.current, before);
    });
  }
}
