/** The words of an axis with the unit as a button. */
import { h } from '../dom/element.js';
import { nodes, plain } from '../format/text.js';
import type { AxisScale } from '../chart/scale.js';
import type { Text } from '../format/text.js';
import type { CardServices } from './card.js';
import { say } from '../words/say.js';

export class AxisWords {
  readonly element = h('span', { class: 'axis-words' });
  private readonly words = h('span');
  private readonly unit = h('button', { type: 'button', class: 'unit', title: say.changeUnitKey, 'aria-haspopup': 'menu' });
  private readonly fixedUnit = h('span', { class: 'unit-fixed' });
  private scale: AxisScale | null = null;
  private key = '';

  constructor(
    private readonly services: CardServices,
    private readonly chosen: (unit: string) => void,
  ) {
    this.unit.addEventListener('click', () => this.choose());
    this.element.append(this.words);
  }

  update(title: Text, scale: AxisScale): void {
    this.scale = scale;
    const { text } = scale.unit;
    const switchable = scale.choices.length > 1;
    const key = plain(title) + text + switchable;
    if (key === this.key) return;
    this.key = key;
    this.words.replaceChildren(...nodes(title), ' (');
    const place = switchable ? this.unit : this.fixedUnit;
    place.textContent = text;
    if (switchable) this.unit.setAttribute('aria-label', say.unitOf(plain(title), text));
    this.element.replaceChildren(this.words, place, ')');
  }

  choose(): void {
    const { scale } = this;
    if (!scale || scale.choices.length < 2) return;
    const items = scale.choices.map((unit) => ({ value: unit.text, words: unit.text, checked: scale.unit.text.endsWith(unit.text) }));
    this.services.menu(this.unit, items, (value) => this.chosen(value));
  }

  /** The next unit of the list. */
  next(): void {
    const { scale } = this;
    if (!scale || scale.choices.length < 2) return;
    const at = scale.choices.findIndex((unit) => scale.unit.text === unit.text);
    const unit = scale.choices[(at + 1) % scale.choices.length];
    if (unit) this.chosen(unit.text);
  }
}
