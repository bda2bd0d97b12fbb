/** The readout above the plot: nearest curve, position, value. It never covers what is being read. */
import { h } from '../dom/element.js';
import { nbsp } from '../format/number.js';
import { nodes, plain } from '../format/text.js';
import { unitSuffix } from '../format/unit.js';
import type { ChartModel, ShownCurve } from '../chart/model.js';
import { readout } from '../chart/scale.js';
import { legendKey } from './key.js';

export interface Reading {
  readonly curve: ShownCurve;
  readonly x: number;
  readonly y: number;
}
const spaced = (unit: string): string => (unit === '' ? '' : nbsp + unit);

export class Flag {
  readonly element = h('div', { class: 'flag', hidden: true });

  update(model: ChartModel, reading: Reading | null): void {
    this.element.hidden = reading === null;
    if (!reading) return;
    const { curve, x, y } = reading;
    this.element.replaceChildren(
      legendKey(curve.colour, curve.role === 'pinned' ? 'dashed' : 'line'),
      h('b', {}, curve.name),
      h('span', {}, ...nodes(model.x.axis.symbol), `${nbsp}${readout(model.x, x)}${spaced(unitSuffix(model.x.unit))}`),
      h('span', {}, ...nodes(model.y.axis.symbol), `${nbsp}${readout(model.y, y, model.rangeY)}${spaced(unitSuffix(model.y.unit))}`),
    );
  }
}

/** The same in one sentence. */
export function readingSentence(model: ChartModel, { curve, x, y }: Reading): string {
  const xs = `${plain(model.x.axis.symbol)} ${readout(model.x, x)} ${unitSuffix(model.x.unit)}`.trim();
  const ys = `${plain(model.y.axis.symbol)} ${readout(model.y, y, model.rangeY)} ${unitSuffix(model.y.unit)}`.trim();
  return `${curve.name}: ${xs}, ${ys}`;
}
