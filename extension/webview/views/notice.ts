/** A passing word of the editor, such as "Saved" or why saving failed. */
import { h } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import type { ViewState } from '../state/state.js';
import { say } from '../words/say.js';

const stays = 6000;

export class Notice {
  readonly element: HTMLElement;
  private readonly words = h('span');
  private readonly mark = h('span', { class: 'mark' });
  private shown: ViewState['notice'] = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly dismiss: () => void) {
    const close = h('button', { type: 'button', class: 'tool', 'aria-label': say.dismiss, click: () => dismiss() }, '×');
    this.element = h('div', { class: 'notice', hidden: true }, this.mark, this.words, close);
  }

  /** Good news goes by itself; bad news stays until it is dismissed. */
  update(state: ViewState): void {
    if (state.notice === this.shown) return;
    this.shown = state.notice;
    clearTimeout(this.timer);
    this.element.hidden = state.notice === null;
    if (!state.notice) return;
    const { severity, message } = state.notice;
    this.element.dataset['severity'] = severity;
    this.mark.replaceChildren(icon(severity === 'error' ? 'error' : 'pass'));
    this.words.textContent = message;
    if (severity === 'info') this.timer = setTimeout(() => this.dismiss(), stays);
  }
}
