/** The list of keys. It is the one place that says them; the handlers are in `keyboard.ts` and `plotKeys.ts`. */
import { h } from '../dom/element.js';
import { say } from '../words/say.js';

type Keys = readonly (readonly [keys: readonly string[], does: string])[];
const sections: readonly (readonly [where: string, keys: Keys])[] = [
  [
    say.keysEverywhere,
    [
      [['R'], say.keyRun],
      [['Esc'], say.keyCancel],
      [['L'], say.keyLive],
      [['P'], say.keyPin],
      [['E'], say.keyExport],
      [[say.keySpace], say.keyPlay],
      [[',', '.'], say.keyOutputTimes],
      [[say.keyHome, say.keyEnd], say.keyEnds],
      [['1', '…', '9'], say.keyPlot],
      [['F6'], say.keyRegion],
      [['?'], say.keyList],
    ],
  ],
  [
    say.keysInPlot,
    [
      [['←', '→'], say.keyCursor],
      [['↑', '↓'], say.keyCurve],
      [['A', 'B'], say.keyMark],
      [['Backspace'], say.keyClear],
      [['+', '−'], say.keyZoom],
      [['[', ']'], say.keyPan],
      [['0'], say.keyFit],
      [['G'], say.keyLog],
      [['U'], say.keyUnit],
      [['T'], say.keyTable],
      [['H'], say.keyHide],
      [['C'], say.keyCopy],
      [['Enter'], say.keyStatement],
    ],
  ],
  [
    say.keysOnSlider,
    [
      [['←', '→'], say.keyStep],
      [[say.keyPageUp, say.keyPageDown], say.keySteps],
      [['Enter'], say.keyApply],
      [['Esc'], say.keyReset],
    ],
  ],
];

export class Help {
  readonly element: HTMLDialogElement;

  constructor() {
    const close = h('button', { type: 'button', class: 'tool', click: () => this.element.close() }, say.close);
    this.element = h(
      'dialog',
      { class: 'help', 'aria-label': say.keys },
      h('div', { class: 'help-head' }, h('h2', {}, say.keys), close),
      h(
        'div',
        { class: 'help-body', tabindex: 0, role: 'region', 'aria-label': say.listOfKeys },
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
