/** Names of the curves with their values at the cursor; a press shows or hides. */
import { h, replaceWhenChanged, setText } from '../dom/element.js';
import { hex, type Rgb } from '../theme/colour.js';
import type { LineFigure } from '../figures/figure.js';
import type { ChartModel } from '../chart/model.js';
import { legendKey, type KeyShape } from './key.js';
import { say } from '../words/say.js';

interface Entry {
  /** Ids of curves and points that this entry shows or hides; none for a note. */
  readonly ids: readonly string[];
  readonly name: string;
  readonly colour: Rgb;
  readonly shape: KeyShape;
  readonly hidden: boolean;
  /** Whether a value at the cursor belongs to it. */
  readonly valued: boolean;
}

/** With pinned runs the legend says what differs and which line style means which run, once. */
function entriesOf(figure: LineFigure, model: ChartModel): readonly Entry[] {
  const own = model.curves.filter((curve) => curve.role === 'run');
  const pinned = model.curves.filter((curve) => curve.role === 'pinned');
  const compared = pinned.length > 0 && figure.pinnedNote !== undefined;
  const entries: Entry[] = [];
  const ink = own.length === 1 ? (own[0]?.colour ?? model.palette.ink) : model.palette.ink;
  if (compared) {
    const list = (curves: typeof own): Pick<Entry, 'ids' | 'hidden'> => ({
      ids: curves.map((c) => c.id),
      hidden: curves.every((c) => c.hidden),
    });
    entries.push({ ...list(own), name: figure.runNote ?? say.thisRun, colour: ink, shape: 'line', valued: own.length === 1 });
    const dashed = own.length === 1 ? (pinned[0]?.colour ?? ink) : ink;
    entries.push({ ...list(pinned), name: figure.pinnedNote ?? say.pinned, colour: dashed, shape: 'dashed', valued: pinned.length === 1 });
  } else
    for (const curve of own) {
      entries.push({
        ids: [curve.id],
        name: curve.name,
        colour: curve.colour,
        shape: curve.dashed ? 'dashed' : 'line',
        hidden: curve.hidden,
        valued: true,
      });
    }
  // After the curves, so that these stay in their columns; the strong one's band stands for all.
  const banded = own.find((curve) => curve.band && curve.strong) ?? own.find((curve) => curve.band);
  if (banded && !compared)
    entries.push({ ids: [], name: banded.bandName ?? say.band, colour: banded.colour, shape: 'band', hidden: false, valued: false });
  for (const points of model.points)
    entries.push({
      ids: [points.id],
      name: points.name,
      colour: points.colour,
      shape: points.stems ? 'dot' : 'circle',
      hidden: points.hidden,
      valued: false,
    });
  return entries;
}

export class Legend {
  readonly element = h('ul', { class: 'legend' });
  private values: { readonly id: string; readonly node: HTMLElement }[] = [];

  constructor(private readonly toggle: (ids: readonly string[], hide: boolean) => void) {}

  update(figure: LineFigure, model: ChartModel): void {
    const entries = entriesOf(figure, model);
    const alone = entries.length === 1 && model.curves.length === 1;
    this.element.hidden = alone || entries.length === 0;
    this.element.classList.toggle('grid', entries.filter((e) => e.valued).length > 3);
    this.element.classList.toggle('four', entries.length === 4);
    const key = JSON.stringify(entries.map((e) => [e.ids, e.name, hex(e.colour), e.shape, e.hidden]));
    replaceWhenChanged(this.element, key, () => {
      this.values = [];
      return entries.map((entry) => h('li', {}, this.entry(entry)));
    });
  }

  private entry(entry: Entry): HTMLElement {
    const words = h('span', { class: 'n' }, entry.name);
    const value = h('span', { class: 'v' });
    const first = entry.ids[0];
    if (entry.valued && first !== undefined) this.values.push({ id: first, node: value });
    const key = legendKey(entry.colour, entry.shape);
    if (entry.ids.length === 0) return h('span', { class: 'entry' }, key, words);
    return h(
      'button',
      {
        type: 'button',
        class: 'entry',
        'aria-pressed': String(!entry.hidden),
        title: say.showOrHide,
        click: () => this.toggle(entry.ids, !entry.hidden),
      },
      key,
      words,
      value,
    );
  }

  /** Text per curve id; an empty one where there is none. */
  showValues(text: (id: string) => string): void {
    for (const { id, node } of this.values) setText(node, text(id));
  }
}
