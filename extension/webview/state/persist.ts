/** What outlives a reload: choices, not results. Results come back by running the same model again. */
import { boolean, number, object, optional, string, type Shape } from '../shape.js';
import type { PlotOptions, ViewState } from './state.js';

export interface KeptState {
  readonly version: 1;
  readonly uri: string;
  readonly study: string | null;
  readonly set: Readonly<Record<string, number>>;
  readonly time: number | null;
  readonly options: Readonly<Record<string, PlotOptions>>;
  /** Parameter values of pinned runs; they are run again when the model is still the same. */
  readonly pinned: readonly { readonly hash: string; readonly set: Readonly<Record<string, number>> }[];
}

export const kept = (state: ViewState): KeptState | null =>
  state.document && {
    version: 1,
    uri: state.document.uri,
    study: state.study,
    set: state.set,
    time: state.time,
    options: state.options,
    pinned: state.pinned.map((run) => ({ hash: run.problem.hash, set: run.set })),
  };

/** Nothing has changed that would have to be written down. */
export function sameMemory(a: KeptState | null, b: KeptState | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.uri === b.uri &&
    a.study === b.study &&
    a.set === b.set &&
    a.time === b.time &&
    a.options === b.options &&
    a.pinned.length === b.pinned.length &&
    a.pinned.every((pin, i) => pin.hash === b.pinned[i]?.hash && pin.set === b.pinned[i]?.set)
  );
}

const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);
const record =
  (shape: Shape): Shape =>
  (value) =>
    typeof value === 'object' && value !== null && Object.values(value).every(shape);
const pair: Shape = (value) => Array.isArray(value) && value.length === 2 && value.every(number);
const strings: Shape = (value) => Array.isArray(value) && value.every(string);
const options = object({
  zoom: optional(object({ x: optional(pair), y: optional(pair) })),
  logX: optional(boolean),
  logY: optional(boolean),
  unitX: optional(string),
  unitY: optional(string),
  hidden: optional(strings),
  a: optional(number),
  b: optional(number),
  table: optional(boolean),
  open: optional(boolean),
});
const shape = object({
  version: (value) => value === 1,
  uri: string,
  study: orNull(string),
  set: record(number),
  time: orNull(number),
  options: record(options),
  pinned: (value) => Array.isArray(value) && value.every(object({ hash: string, set: record(number) })),
});

/** Null when it was written by another version or is damaged. */
export const restored = (value: unknown): KeptState | null => (shape(value) ? (value as KeptState) : null);
