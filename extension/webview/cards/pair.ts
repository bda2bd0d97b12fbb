/** The two cursors A and B: values, difference, slope of one curve. */
import { h } from '../dom/element.js';
import { minus, nbsp, significant } from '../format/number.js';
import { nodes, type Text } from '../format/text.js';
import { unitSuffix } from '../format/unit.js';
import { valueAt } from '../chart/align.js';
import type { ChartModel, ShownCurve } from '../chart/model.js';
import { readout } from '../chart/scale.js';
import { say } from '../words/say.js';

const spaced = (unit: string): string => (unit === '' ? '' : nbsp + unit);

export class CursorPair {
  readonly element = h('div', { class: 'ab', hidden: true });

  update(model: ChartModel, curve: ShownCurve | undefined): void {
    const { a, b } = model;
    this.element.hidden = curve === undefined || (a === undefined && b === undefined);
    if (!curve || this.element.hidden) return;
    const ux = spaced(unitSuffix(model.x.unit));
    const uy = spaced(unitSuffix(model.y.unit));
    const at = (value: number | undefined): number | null => (value === undefined ? null : valueAt(curve, value));
    const point = (name: string, x: number | undefined, y: number | null): Text[] =>
      x === undefined
        ? []
        : [
            [
              `${name}${nbsp}${nbsp}`,
              ...model.x.axis.symbol,
              `${nbsp}${readout(model.x, x)}${ux}${nbsp}${nbsp}`,
              ...model.y.axis.symbol,
              y === null ? nbsp + say.outside : `${nbsp}${readout(model.y, y, model.rangeY)}${uy}`,
            ],
          ];
    const ya = at(a);
    const yb = at(b);
    const rows = [row(curve.name, [...point('A', a, ya), ...point('B', b, yb)])];
    if (a !== undefined && b !== undefined && ya !== null && yb !== null) {
      const dx = b - a;
      const dy = yb - ya;
      const per = unitSuffix(model.x.unit);
      const slope = significant(dy / dx, 4) + spaced(slopeUnit(unitSuffix(model.y.unit), per));
      rows.push(
        row(`B ${minus} A`, [
          ['Δ', ...model.x.axis.symbol, `${nbsp}${readout(model.x, dx)}${spaced(model.x.unit.offset !== 0 ? 'K' : per)}`],
          [
            'Δ',
            ...model.y.axis.symbol,
            `${nbsp}${readout(model.y, dy, model.rangeY)}${spaced(model.y.unit.offset !== 0 ? 'K' : unitSuffix(model.y.unit))}`,
          ],
          ...(dx === 0 ? [] : [[say.slope + nbsp + slope]]),
        ]),
      );
    }
    this.element.replaceChildren(...rows);
  }
}

function slopeUnit(y: string, x: string): string {
  const up = y === '°C' ? 'K' : y;
  const down = x === '°C' ? 'K' : x;
  if (down === '') return up;
  if (up === '' && !/[·/ ]/.test(down)) return `${down}⁻¹`;
  return `${up === '' ? '1' : up}/${/[·/ ]/.test(down) ? `(${down})` : down}`;
}

const row = (name: string, parts: readonly Text[]): HTMLElement =>
  h('div', {}, h('b', {}, name), ...parts.map((part) => h('span', {}, ...nodes(part))));
