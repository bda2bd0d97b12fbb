/** The results view: builds the page once, then lets the store tell its parts what to show. */
import workerSource from 'soret:worker';
import type { FromWorker } from './running/workerMessages.js';
import { Controller } from './controller.js';
import { h, setText } from './dom/element.js';
import { exportChoices } from './export/index.js';
import type { Figure } from './figures/figure.js';
import { sourceOf } from './figures/statement.js';
import { connectHost } from './host.js';
import { registerKit } from './kit.js';
import { figuresOf } from './plots/index.js';
import { Runner, type WorkerLike } from './running/runner.js';
import { restored } from './state/persist.js';
import { initialState, phaseOf, type ViewState } from './state/state.js';
import { Store } from './state/store.js';
import { currentPalette, onThemeChange } from './theme/theme.js';
import type { Palette } from './theme/palette.js';
import { hostMessage } from './validate.js';
import { Announcer } from './views/announcer.js';
import { Banner } from './views/banner.js';
import { Empty } from './views/empty.js';
import { FitResult } from './views/fitResult.js';
import { Help } from './views/help.js';
import { listenToKeys } from './views/keyboard.js';
import { plotHeight } from './views/layout.js';
import { Menu } from './views/menu.js';
import { Notice } from './views/notice.js';
import { Parameters } from './views/parameters.js';
import { Plots, shownFigures } from './views/plots.js';
import { Report } from './views/report.js';
import { SensitivityReport } from './views/sensitivity.js';
import { TimeBar } from './views/timeBar.js';
import { Toolbar } from './views/toolbar.js';
import { say } from './words/say.js';

registerKit();
const host = connectHost();
const store = new Store<ViewState>(initialState, (callback) => requestAnimationFrame(callback));
const announcer = new Announcer();
const menu = new Menu();
const help = new Help();

const workerUrl = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
const runner = new Runner(
  () => {
    const worker = new Worker(workerUrl);
    const like: WorkerLike = {
      postMessage: (message, transfer) => worker.postMessage(message, transfer ?? []),
      terminate: () => worker.terminate(),
      onmessage: null,
      onerror: null,
    };
    worker.onmessage = (event: MessageEvent<FromWorker>) => like.onmessage?.(event);
    worker.onerror = (event) => like.onerror?.(event);
    return like;
  },
  {
    step: (step) => controller.progress(step),
    done: (result, milliseconds, cancelled, request) => controller.done(result, milliseconds, cancelled, request),
    broken: (message) => controller.broken(message),
  },
);

let figures: readonly Figure[] = [];
let palette: Palette = currentPalette();

const controller: Controller = new Controller({
  store,
  host,
  runner,
  announce: (text) => announcer.say(text),
  showHelp: () => help.open(),
  exportAnchor: () => toolbar.exportTool,
  chooseExport(figure, anchor, chosen) {
    const choices = exportChoices(store.state, figures, figure, palette);
    const items = choices.map(({ key, words, detail }) => ({ value: key, words, detail }));
    menu.open(anchor, say.export, items, (key) => {
      const choice = choices.find((c) => c.key === key);
      if (choice) chosen(choice);
    });
  },
});

const toolbar = new Toolbar(controller);
const banner = new Banner(controller);
const notice = new Notice(() => store.set((state) => ({ ...state, notice: null })));
const parameters = new Parameters(controller);
const fitResult = new FitResult(controller);
const plots = new Plots({
  options: (figure, change) => controller.options(figure, change),
  reveal: (range) => controller.reveal(range),
  export: (figure, anchor) => controller.export(figure, anchor),
  menu: (anchor, items, chosen) => menu.open(anchor, say.unit, items, chosen),
  announce: (text) => announcer.say(text),
  copy: (text) => controller.copy(text),
  keep: (curve, x, y) => runner.keep(curve, x, y),
  drop: (curve) => runner.drop(curve),
  window: (curve, from, to, buckets) => runner.window(curve, from, to, buckets),
});
const report = new Report(controller);
const sensitivity = new SensitivityReport(controller);
const empty = new Empty(controller);
const timeBar = new TimeBar(controller);

const root = document.getElementById('root') ?? document.body.appendChild(h('div', { id: 'root' }));
root.classList.add('view');
const heading = h('h1', { class: 'sr' }, say.results);
toolbar.element.append(heading, menu.element);
root.append(
  toolbar.element,
  banner.element,
  notice.element,
  parameters.element,
  fitResult.element,
  plots.element,
  empty.element,
  report.element,
  sensitivity.element,
  timeBar.element,
  help.element,
  announcer.element,
);

const regions = [toolbar.element, banner.element, parameters.element, plots.element, report.element, sensitivity.element, timeBar.element];
listenToKeys(document.body, controller, {
  plot: (number) => plots.focus(number),
  exportAnchor: () => toolbar.exportTool,
  focusedFigure: () => plots.focusedFigure(),
  live: () => controller.setMode(store.state.mode === 'manual' ? 'onType' : 'manual'),
  nextRegion(back) {
    const visible = regions.filter((region) => !region.hidden && region.querySelector('button, input, vscode-button, [tabindex="0"]'));
    const at = visible.findIndex((region) => region.contains(document.activeElement));
    const next = visible[(at + (back ? -1 : 1) + visible.length) % visible.length];
    next
      ?.querySelector<HTMLElement>(
        'vscode-button:not([hidden]):not([disabled]), button:not([hidden]):not([disabled]), input, [tabindex="0"]',
      )
      ?.focus();
  },
});

/** Figures are made anew only when something that they show has changed. */
function refigure(state: ViewState, before: ViewState | null): void {
  if (
    before &&
    before.shown === state.shown &&
    before.pinned === state.pinned &&
    before.time === state.time &&
    before.study === state.study &&
    before.document === state.document
  )
    return;
  const { shown, study, document } = state;
  figures =
    shown && study !== null
      ? figuresOf({
          run: shown,
          study,
          pinned: state.pinned.filter((run) => run !== shown),
          source: document?.source ? sourceOf(document.uri, document.source) : null,
          time: state.time,
        })
      : [];
}

const isEmpty = (state: ViewState): boolean =>
  phaseOf(state) === 'empty' || (state.shown === null && state.errors.length === 0 && state.progress === null && state.problem === null);

store.listen((state, before) => {
  if (before === null) palette = currentPalette();
  refigure(state, before);
  const nothing = isEmpty(state);
  setText(heading, state.problem?.title || say.results);
  toolbar.update(state);
  banner.update(state);
  notice.update(state);
  parameters.update(state);
  fitResult.update(state);
  empty.update(state, palette, nothing);
  plots.update(state, nothing ? [] : figures, palette, plotHeight.current);
  report.update(state);
  sensitivity.update(state);
  timeBar.update(state);
});

/** The free height is looked for when a part of the page has taken another size, not at every change of what the parts say. */
const parts = new ResizeObserver(() =>
  plotHeight.measure(root, shownFigures(store.state, figures), () =>
    plots.update(store.state, isEmpty(store.state) ? [] : figures, palette, plotHeight.current),
  ),
);
for (const part of [root, ...root.children]) parts.observe(part);

onThemeChange(() => store.again());
new ResizeObserver(() => store.again()).observe(root);
window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = hostMessage(event.data);
  if (message) controller.receive(message);
  else if (isForUs(event.data))
    host.send({ type: 'problem', message: `A message of the editor was not understood: ${describe(event.data)}` });
});
/** Frames of the editor also get messages that are meant for others. */
const isForUs = (data: unknown): data is { readonly type: unknown } => typeof data === 'object' && data !== null && 'type' in data;
const describe = (data: { readonly type: unknown }): string => String(data.type).slice(0, 40);

controller.restore(restored(host.restore()));
store.again();
runner.warm();
host.send({ type: 'ready' });
