/** The keys of a plot. */
export interface PlotActions {
  moveCursor(steps: number): void;
  cursorToEnd(last: boolean): void;
  nextCurve(by: number): void;
  mark(name: 'a' | 'b'): void;
  clearMarks(): void;
  zoom(factor: number, axis: 'x' | 'y'): void;
  pan(share: number): void;
  fitAll(): void;
  toggleLog(axis: 'x' | 'y'): void;
  changeUnit(axis: 'x' | 'y'): void;
  toggleTable(): void;
  hideCurve(): void;
  copyValue(): void;
  showSource(): void;
  /** False when there was nothing to leave. */
  leave(): boolean;
}

type Action = (actions: PlotActions, shift: boolean) => void;
const zoomIn = 0.7;

const keys: Readonly<Record<string, Action>> = {
  ArrowRight: (a, shift) => a.moveCursor(shift ? 10 : 1),
  ArrowLeft: (a, shift) => a.moveCursor(shift ? -10 : -1),
  ArrowUp: (a) => a.nextCurve(-1),
  ArrowDown: (a) => a.nextCurve(1),
  Home: (a) => a.cursorToEnd(false),
  End: (a) => a.cursorToEnd(true),
  a: (a) => a.mark('a'),
  b: (a) => a.mark('b'),
  Backspace: (a) => a.clearMarks(),
  '+': (a, shift) => a.zoom(zoomIn, shift ? 'y' : 'x'),
  '=': (a) => a.zoom(zoomIn, 'x'),
  '*': (a) => a.zoom(zoomIn, 'y'),
  '-': (a, shift) => a.zoom(1 / zoomIn, shift ? 'y' : 'x'),
  _: (a) => a.zoom(1 / zoomIn, 'y'),
  '[': (a) => a.pan(-0.25),
  ']': (a) => a.pan(0.25),
  '0': (a) => a.fitAll(),
  g: (a, shift) => a.toggleLog(shift ? 'x' : 'y'),
  u: (a, shift) => a.changeUnit(shift ? 'x' : 'y'),
  t: (a) => a.toggleTable(),
  h: (a) => a.hideCurve(),
  c: (a) => a.copyValue(),
  Enter: (a) => a.showSource(),
};

export function plotKeys(event: KeyboardEvent, actions: PlotActions): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    if (actions.leave()) event.stopPropagation();
    return;
  }
  const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action(actions, event.shiftKey);
}
