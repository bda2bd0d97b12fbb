/** The theme of this page, and the moment when it changes. */
import { paletteOf, type Palette } from './palette.js';

const read = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--vscode-${name}`).trim();

export function currentPalette(): Palette {
  return paletteOf(
    read,
    document.body.classList.contains('vscode-high-contrast') || document.body.classList.contains('vscode-high-contrast-light'),
  );
}

/** The editor swaps the variables and the body's class while the page lives. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id', 'data-vscode-theme-kind'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}

export const reducedMotion = (): boolean =>
  document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
