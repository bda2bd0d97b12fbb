/** The list of keys. It is the one place that says them; the handlers are in `keyboard.ts` and `plotKeys.ts`. */
import { h } from '../dom/element.js';

type Keys = readonly (readonly [keys: readonly string[], does: string])[];
const sections: readonly (readonly [where: string, keys: Keys])[] = [
  [
    'Everywhere',
    [
      [['R'], 'run'],
      [['Esc'], 'cancel'],
      [['L'], 'live on or off'],
      [['P'], 'pin this run'],
      [['E'], 'export'],
      [['Space'], 'play or pause'],
      [[',', '.'], 'one output time back, forth'],
      [['Home', 'End'], 'first, last time'],
      [['1', '…', '9'], 'plot by number'],
      [['F6'], 'next region'],
      [['?'], 'this list'],
    ],
  ],
  [
    'In a plot',
    [
      [['←', '→'], 'move the cursor, with Shift ten times'],
      [['↑', '↓'], 'next curve'],
      [['A', 'B'], 'set a cursor'],
      [['Backspace'], 'clear both'],
      [['+', '−'], 'zoom, with Shift the value axis'],
      [['[', ']'], 'move the window'],
      [['0'], 'fit all'],
      [['G'], 'logarithmic axis, with Shift the other one'],
      [['U'], 'next unit, with Shift of the other axis'],
      [['T'], 'data table'],
      [['H'], 'hide the curve'],
      [['C'], 'copy the value'],
      [['Enter'], 'show the statement'],
    ],
  ],
  [
    'On a slider',
    [
      [['←', '→'], 'one step'],
      [['Page Up', 'Page Down'], 'ten steps'],
      [['Enter'], 'apply to the file'],
      [['Esc'], 'back to the file’s value'],
    ],
  ],
];

export class Help {
  readonly element: HTMLDialogElement;

  constructor() {
    const close = h('button', { type: 'button', class: 'tool', click: () => this.element.close() }, 'Close');
    this.element = h(
      'dialog',
      { class: 'help', 'aria-label': 'Keys' },
      h('div', { class: 'help-head' }, h('h2', {}, 'Keys'), close),
      h(
        'div',
        { class: 'help-body', tabindex: 0, role: 'region', 'aria-label': 'List of keys' },
        ...sections.map(([where, keys]) =>
          h(
            'section',
            {},
            h('h3', {}, where),
            h(
              'dl',
              {},
              ...keys.map(([names, does]) =>
                h('div', {}, h('dt', {}, ...names.map((name) => (name === '…' ? ' … ' : h('kbd', {}, name)))), h('dd', {}, does)),
              ),
            ),
          ),
        ),
      ),
    );
    this.element.addEventListener('keydown', (event) => event.stopPropagation());
  }

  open(): void {
    if (!this.element.open) this.element.showModal();
  }
}
