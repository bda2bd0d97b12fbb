/** One polite live region. Readouts come at most every 250 ms, the newest wins. */
import { h } from '../dom/element.js';

const pause = 250;

export class Announcer {
  readonly element = h('div', { class: 'sr', role: 'status', 'aria-live': 'polite' });
  private last = -Infinity;
  private timer: ReturnType<typeof setTimeout> | null = null;

  say(text: string): void {
    if (this.timer !== null) clearTimeout(this.timer);
    const wait = Math.max(0, this.last + pause - performance.now());
    this.timer = setTimeout(() => {
      this.last = performance.now();
      this.timer = null;
      this.element.textContent = text;
    }, wait);
  }
}
