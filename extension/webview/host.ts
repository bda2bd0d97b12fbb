/** The editor at the other end: messages out, and the small state that outlives a reload. */
import type { ViewMessage } from './messages.js';

interface EditorApi {
  postMessage(message: ViewMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): EditorApi;

export interface Host {
  send(message: ViewMessage): void;
  restore(): unknown;
  keep(state: unknown): void;
}

/** May be called once per page. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return { send: (message) => api.postMessage(message), restore: () => api.getState(), keep: (state) => api.setState(state) };
}
