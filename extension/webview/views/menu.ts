/** A small menu under the control that opened it, with the keys that menus have. */
import { h } from '../dom/element.js';
import { icon } from '../dom/icons.js';

export interface MenuItem {
  readonly value: string;
  readonly words: string;
  /** Said after the words, muted. */
  readonly detail?: string;
  readonly checked?: boolean;
}

export class Menu {
  readonly element = h('div', { class: 'menu', role: 'menu', hidden: true });
  private anchor: HTMLElement | null = null;
  private chosen: (value: string) => void = () => {};

  constructor() {
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) this.close(false);
    });
  }

  open(anchor: HTMLElement, label: string, items: readonly MenuItem[], chosen: (value: string) => void): void {
    this.anchor = anchor;
    this.chosen = chosen;
    const radio = items.some((item) => item.checked !== undefined);
    this.element.setAttribute('aria-label', label);
    this.element.replaceChildren(
      ...items.map((item) =>
        h(
          'button',
          {
            type: 'button',
            role: radio ? 'menuitemradio' : 'menuitem',
            tabindex: -1,
            'aria-checked': radio ? String(item.checked ?? false) : null,
            click: () => this.pick(item.value),
          },
          radio ? h('span', { class: 'tick' }, item.checked ? icon('check') : null) : null,
          h('span', {}, item.words),
          item.detail ? h('span', { class: 'muted' }, item.detail) : null,
        ),
      ),
    );
    this.element.hidden = false;
    anchor.setAttribute('aria-expanded', 'true');
    this.place(anchor);
    const buttons = this.buttons();
    (buttons.find((b) => b.getAttribute('aria-checked') === 'true') ?? buttons[0])?.focus();
  }

  /** Inside of the view, below the anchor or above it when there is no room. */
  private place(anchor: HTMLElement): void {
    const at = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const x = Math.max(4, Math.min(at.left, document.documentElement.clientWidth - width - 4));
    const below = at.bottom + 2;
    const y = below + height > innerHeight && at.top > height ? at.top - height - 2 : below;
    this.element.style.left = `${x}px`;
    this.element.style.top = `${y}px`;
  }

  private buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')];
  }
  private pick(value: string): void {
    this.close(true);
    this.chosen(value);
  }
  private close(refocus: boolean): void {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.anchor?.setAttribute('aria-expanded', 'false');
    if (refocus) this.anchor?.focus();
  }

  private key(event: KeyboardEvent): void {
    const buttons = this.buttons();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 };
    const next = to[event.key];
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      this.close(true);
      if (event.key === 'Escape') event.preventDefault();
    } else if (next !== undefined) {
      event.preventDefault();
      buttons[(next + buttons.length) % buttons.length]?.focus();
    }
  }
}
