/** Plots share the free height of a wide view, within limits, so that a panel is filled without scrolling. */
import type { Figure } from '../figures/figure.js';

const least = 200;
const most = 340;
const usual = 236;
/** Below this width plots stand in one column and the view scrolls [px]. */
const twoColumns = 640;

class PlotHeight {
  current = usual;
  private pending = false;

  /** Measures after the page has been laid out; calls `changed` when the height had to change. */
  measure(root: HTMLElement, figures: readonly Figure[], changed: () => void): void {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      const next = this.wanted(root, figures);
      if (Math.abs(next - this.current) < 4) return;
      this.current = next;
      changed();
    });
  }

  private wanted(root: HTMLElement, figures: readonly Figure[]): number {
    if (root.clientWidth < twoColumns || figures.length === 0) return usual;
    const shown = [...root.children].filter(
      (child): child is HTMLElement =>
        child instanceof HTMLElement &&
        child.offsetHeight > 0 &&
        !child.classList.contains('sr') &&
        !child.classList.contains('menu') &&
        !child.classList.contains('sensitivity'),
    );
    const used = shown.reduce((sum, child) => sum + child.offsetHeight, 0);
    const rows = Math.ceil(figures.length / 2);
    return Math.round(Math.min(most, Math.max(least, this.current + (innerHeight - used - 4) / rows)));
  }
}
export const plotHeight = new PlotHeight();
