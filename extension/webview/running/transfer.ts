/** Buffers of a result that can change hands without a copy. */
import type { RunResult } from '../../../solver/outcome.js';

/** Every distinct buffer that is wholly covered by one array; views into larger buffers are copied by the clone. */
export function transferables(result: RunResult): ArrayBuffer[] {
  const whole = new Set<ArrayBuffer>();
  const partial = new Set<ArrayBufferLike>();
  const visit = (value: unknown): void => {
    if (value instanceof Float64Array) {
      if (value.byteLength === value.buffer.byteLength && value.buffer instanceof ArrayBuffer) whole.add(value.buffer);
      else partial.add(value.buffer);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(result.outcomes);
  return [...whole].filter((buffer) => !partial.has(buffer));
}
