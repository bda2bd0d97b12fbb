/** What the host may say. A message that does not fit is refused and reported back, never half obeyed. */
import type { HostMessage } from './messages.js';
import { boolean, count, either, listOf, number, object, oneOf, optional, type Shape, sourceRange, string } from './shape.js';

const summary = object({ message: string, code: string, range: sourceRange, fix: optional(string) });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const named =
  (...members: readonly string[]): Shape =>
  (value) =>
    isObject(value) && members.every((member) => Array.isArray(value[member]));

/** The outline of a model. Its formulas are judged by the solver, which answers with a reason and not with an exception. */
const problem: Shape = (value) =>
  isObject(value) &&
  string(value['title']) &&
  string(value['hash']) &&
  isObject(value['geometry']) &&
  named('parameters', 'substances', 'media', 'studies', 'measures', 'data', 'plots', 'expectations')(value) &&
  listOf((p) => isObject(p) && string(p['name']) && number(p['value']) && isObject(p['written']))(value['parameters']) &&
  listOf((s) => isObject(s) && string(s['name']) && string(s['kind']))(value['studies']);

type Members<K extends HostMessage['type']> = Readonly<Record<Exclude<keyof Extract<HostMessage, { type: K }>, 'type'>, Shape>>;
/** The members beside `type`; a kind of message without an entry does not compile. */
const shapes: { readonly [K in HostMessage['type']]: Members<K> } = {
  model: { fileName: string, uri: string, problem, run: boolean, warnings: listOf(summary), source: optional(string) },
  broken: { fileName: string, uri: string, errors: listOf(summary), source: optional(string) },
  empty: {},
  settings: { mode: oneOf('onType', 'onSave', 'manual'), pause: either(number, count) },
  command: { command: oneOf('run', 'cancel', 'pin', 'export'), study: optional(string) },
  cursor: { range: sourceRange },
  notice: { severity: oneOf('info', 'error'), message: string },
};

/** The message, or undefined when it is not one. */
export function hostMessage(message: unknown): HostMessage | undefined {
  if (!isObject(message) || typeof message['type'] !== 'string' || !Object.hasOwn(shapes, message['type'])) return undefined;
  const type = message['type'] as HostMessage['type'];
  return object({ type: string, ...shapes[type] })(message) ? (message as HostMessage) : undefined;
}
