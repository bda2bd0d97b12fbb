/** Plays the transient: smoothly on the square-root scale, or through the output times once a second when motion is reduced. */
import type { Store } from './state/store.js';
import type { ViewState } from './state/state.js';
import { reducedMotion } from './theme/theme.js';

/** Time for the whole track [ms]. */
const whole = 4000;
const calmPause = 1000;

export class Playback {
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: Store<ViewState>,
    private readonly stops: () => readonly number[],
  ) {}

  toggle(): void {
    if (this.store.state.playing) this.stop();
    else this.start();
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    if (this.store.state.playing) this.store.set((state) => ({ ...state, playing: false }));
  }

  private start(): void {
    const end = this.end();
    if (end === undefined) return;
    const at = this.store.state.time;
    this.store.set((state) => ({ ...state, playing: true, time: at === null || at >= end ? 0 : at }));
    if (reducedMotion()) this.timer = setTimeout(() => this.calm(), calmPause);
    else {
      let before = performance.now();
      const move = (now: number): void => {
        this.advance((now - before) / whole);
        before = now;
        if (this.store.state.playing) this.frame = requestAnimationFrame(move);
      };
      this.frame = requestAnimationFrame(move);
    }
  }

  private end(): number | undefined {
    const stops = this.stops();
    return stops[stops.length - 1];
  }

  private advance(share: number): void {
    const end = this.end();
    if (end === undefined) return this.stop();
    const place = Math.min(1, Math.sqrt((this.store.state.time ?? 0) / end) + share);
    this.store.set((state) => ({ ...state, time: place ** 2 * end, playing: place < 1 }));
  }

  private calm(): void {
    const stops = this.stops();
    const now = this.store.state.time ?? 0;
    const next = stops.find((t) => t > now * (1 + 1e-9) && t > now);
    if (next === undefined || !this.store.state.playing) return this.stop();
    this.store.set((state) => ({ ...state, time: next }));
    this.timer = setTimeout(() => this.calm(), calmPause);
  }
}
