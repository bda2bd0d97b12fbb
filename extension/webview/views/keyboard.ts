/** The keys of the view. Plain letters act only when no field is being used. */
import type { Actions } from './actions.js';

const fields = 'input:not([type="range"]), textarea, select, vscode-dropdown, [contenteditable], dialog';

export interface Regions {
  plot(number: number): void;
  nextRegion(back: boolean): void;
  exportAnchor(): HTMLElement;
  /** The figure that has the focus, when one has. */
  focusedFigure(): string | null;
  live(): void;
}

export function listenToKeys(target: HTMLElement, actions: Actions, regions: Regions): void {
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    r: () => actions.run(),
    l: () => regions.live(),
    p: () => actions.pin(),
    e: () => actions.export(regions.focusedFigure(), regions.exportAnchor()),
    ' ': () => actions.play(),
    ',': () => actions.step(-1),
    '.': () => actions.step(1),
    Home: () => actions.jump(false),
    End: () => actions.jump(true),
    Escape: () => actions.cancel(),
    '?': () => actions.help(),
    F6: (event) => regions.nextRegion(event.shiftKey),
  };
  target.addEventListener('keydown', (event) => {
    const at = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key !== 'F6' && at.closest(fields)) return;
    // Space and Enter belong to the button that has the focus.
    if (event.key === ' ' && at.closest('button, vscode-button, a')) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const action = keys[name];
    if (action) action(event);
    else if (/^[1-9]$/.test(name)) regions.plot(Number(name));
    else return;
    event.preventDefault();
  });
}
