/** Nothing to plot: what is missing, what adds it, and a drawing of what will be here. */
import { around, h, s } from '../dom/element.js';
import { button } from '../kit.js';
import { hex } from '../theme/colour.js';
import type { Palette } from '../theme/palette.js';
import type { ViewState } from '../state/state.js';
import type { Actions } from './actions.js';
import { say } from '../words/say.js';

/** Relaxation from flat to a straight line, at these shares of the way. */
const stages = [0, 0.06, 0.2, 0.55, 1];

function drawing(palette: Palette): SVGSVGElement {
  const svg = s('svg', { class: 'art', viewBox: '0 0 260 132', 'aria-hidden': 'true' });
  svg.append(s('path', { d: 'M30 8V112H236', fill: 'none', stroke: hex(palette.muted), 'stroke-width': 1 }));
  for (const [n, stage] of stages.entries()) {
    const width = Math.max(0.03, stage);
    const height = (u: number): number =>
      stage === 0 ? 0 : stage === 1 ? u : (Math.sinh((u / width) * 1.2) / Math.sinh(0.6 / width)) * 0.5 * Math.min(1, 0.25 + stage * 0.85);
    const points = Array.from(
      { length: 61 },
      (_, i) => `${i === 0 ? 'M' : 'L'}${(32 + (i / 60) * 200).toFixed(1)} ${(60 - height(i / 60 - 0.5) * 88).toFixed(1)}`,
    );
    const stroke = hex(palette.time(n / (stages.length - 1)));
    svg.append(s('path', { d: points.join(''), fill: 'none', stroke, 'stroke-width': 1.8, 'stroke-linecap': 'round', opacity: 0.9 }));
  }
  return svg;
}
const mono = (text: string): HTMLElement => h('span', { class: 'mono' }, text);

export class Empty {
  readonly element = h('main', { class: 'empty', hidden: true });

  constructor(private readonly actions: Actions) {}

  update(state: ViewState, palette: Palette, visible: boolean): void {
    this.element.hidden = !visible;
    if (!visible) return;
    const open = state.problem !== null;
    this.element.replaceChildren(
      drawing(palette),
      h('h2', {}, open ? say.nothingToPlot : say.noModel),
      open
        ? h('p', {}, ...around(say.addStudyWords('{0}', '{1}'), mono('steady'), mono('transient')))
        : h('p', {}, ...around(say.openFileWords('{0}'), mono('.soret'))),
      h(
        'div',
        { class: 'acts' },
        open ? button(say.addStudy, { primary: true, press: () => this.actions.addStudy() }) : null,
        button(say.openExample, { primary: !open, press: () => this.actions.openExample() }),
      ),
      h('p', {}, ...around(say.keysWords('{0}', '{1}'), h('kbd', {}, 'R'), h('kbd', {}, '?'))),
    );
  }
}
