/** The one place that knows the component library. Another kit is another version of this file. */
import { libraryIsLoaded } from './kitPolicy.js';
import { provideVSCodeDesignSystem, vsCodeButton, vsCodeDropdown, vsCodeOption } from '@vscode/webview-ui-toolkit';
import { h, type Child } from './dom/element.js';
import { icon, type IconName } from './dom/icons.js';

export function registerKit(): void {
  libraryIsLoaded();
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption());
}

export interface ButtonOptions {
  readonly primary?: boolean;
  readonly icon?: IconName;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly press: () => void;
}
export function button(words: string, options: ButtonOptions): HTMLElement {
  return h(
    'vscode-button',
    {
      appearance: options.primary ? 'primary' : 'secondary',
      'aria-label': options.label ?? words,
      disabled: options.disabled,
      click: options.press,
    },
    options.icon ? icon(options.icon, 'start') : null,
    words,
  );
}
export const setPrimary = (element: HTMLElement, primary: boolean): void =>
  element.setAttribute('appearance', primary ? 'primary' : 'secondary');
export const setDisabled = (element: HTMLElement, disabled: boolean): void => void element.toggleAttribute('disabled', disabled);

export interface Choice {
  readonly value: string;
  readonly words: string;
}
export function dropdown(label: string, chosen: (value: string) => void): HTMLElement {
  const element = h('vscode-dropdown', { 'aria-label': label });
  element.addEventListener('change', () => chosen((element as HTMLElement & { value: string }).value));
  return element;
}
/** Replaces the choices and selects one. */
export function setChoices(element: HTMLElement, choices: readonly Choice[], value: string): void {
  element.replaceChildren(
    ...choices.map(({ value: v, words }): Child & Node => h('vscode-option', { value: v, selected: v === value }, words)),
  );
  // The component picks its selection up after the options have been upgraded.
  queueMicrotask(() => ((element as HTMLElement & { value: string }).value = value));
}
