/** One way to take a result away. */
import type { ExportFormat } from '../messages.js';

export interface ExportChoice {
  readonly key: string;
  readonly words: string;
  readonly detail: string;
  readonly format: ExportFormat;
  /** Suggested file name; the save dialog has the last word. */
  readonly name: string;
  readonly content: () => string | Uint8Array | Promise<string | Uint8Array>;
}
