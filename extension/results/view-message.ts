/** What the results view may say. A message that does not fit is refused and logged, never half obeyed. */
import type { ViewMessage } from '../webview/messages.js';
import {
  boolean,
  bytes,
  count,
  either,
  listOf,
  number,
  object,
  oneOf,
  optional,
  type Shape,
  sourceRange,
  string,
} from '../webview/shape.js';

const measures = listOf(object({ name: string, study: string, text: string }));
const expectations = listOf(object({ line: count, ok: boolean, message: string }));
const values = listOf(object({ name: string, value: number, standardError: optional(number) }));
const pair: Shape = (value) => listOf(string)(value) && (value as readonly string[]).length === 2;
const correlations = listOf(object({ between: pair, value: number }));
const fits = listOf(object({ study: string, text: string, values, correlations }));
const fit = object({ study: string, correlations });

/** The members beside `type`; a kind of message without an entry does not compile. */
const shapes: { readonly [K in ViewMessage['type']]: Readonly<Record<Exclude<keyof Extract<ViewMessage, { type: K }>, 'type'>, Shape>> } = {
  ready: {},
  status: {
    state: oneOf('empty', 'idle', 'running', 'done', 'stale', 'failed', 'cancelled'),
    text: string,
    fraction: optional(number),
  },
  result: { hash: string, measures, expectations, fits: optional(fits) },
  reveal: { range: sourceRange },
  apply: { values, fit: optional(fit) },
  fix: { range: sourceRange, code: string },
  save: {
    format: oneOf('csv', 'json', 'svg', 'png', 'vtk', 'python', 'bibtex'),
    suggestedName: string,
    content: either(string, bytes),
  },
  openExample: {},
  addStudy: {},
  setMode: { mode: oneOf('onType', 'onSave', 'manual') },
  problem: { message: string },
};

/** The message, or undefined when it is not one. */
export function viewMessage(message: unknown): ViewMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type } = message as { readonly type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return undefined;
  const shape = object({ type: string, ...shapes[type as ViewMessage['type']] });
  return shape(message) ? (message as ViewMessage) : undefined;
}
