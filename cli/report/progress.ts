/** A bar on standard error while a run lasts; nothing where nobody watches. */
import type { Step } from '../../solver/outcome.js';
import type { Terminal } from '../terminal.js';
import { formatDuration } from './number.js';

/** Shorter runs end before a bar would be read. */
const PATIENCE_MS = 300;
const REDRAW_MS = 80;

export interface Progress {
  show(step: Step): void;
  clear(): void;
}

export function progress(terminal: Terminal): Progress {
  const began = performance.now();
  let drawn = 0;
  return {
    show(step) {
      const now = performance.now();
      if (!terminal.watched || now - began < PATIENCE_MS || now - drawn < REDRAW_MS) return;
      drawn = now;
      const width = 24;
      const done = Math.round(Math.min(1, Math.max(0, step.fraction)) * width);
      const time = step.time === undefined ? '' : ` t = ${formatDuration(step.time)}`;
      terminal.note(`\r\u001b[2K${step.study} ${'█'.repeat(done)}${'░'.repeat(width - done)} ${Math.floor(step.fraction * 100)} %${time}`);
    },
    clear() {
      if (drawn > 0) terminal.note('\r\u001b[2K');
    },
  };
}
