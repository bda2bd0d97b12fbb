/** Solves the cases of a sweep: in this thread, or side by side in several. */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { solveChunk, type ChunkEnd, type Job } from './chunk.js';
import type { Row } from './table.js';

interface PoolData {
  readonly serves: 'sweep';
  readonly job: Job;
}
type FromWorker = { readonly row: Row } | { readonly end: ChunkEnd };

/** Told of everything as it comes. */
export interface Listener {
  row(row: Row): void;
  end(end: ChunkEnd): void;
  /** False ends the work soon. */
  going(): boolean;
}

/** Work this long, then let Ctrl-C and the progress bar have their turn [ms]. */
const TURN_MS = 40;

/** The bundle starts itself again as its own worker; sources (in tests) cannot be loaded by a thread. */
const bundle = (): URL | undefined => (import.meta.url.endsWith('.ts') ? undefined : new URL(import.meta.url));

/** True when this thread is a worker; it then answers until its parent is done. */
export function servesAsWorker(): boolean {
  const data = workerData as Partial<PoolData> | null;
  if (isMainThread || !parentPort || data?.serves !== 'sweep' || !data.job) return false;
  const port = parentPort;
  const { job } = data;
  const tell = (message: FromWorker) => port.postMessage(message);
  port.on('message', (indices: readonly number[]) => {
    const solving = solveChunk(job, indices);
    for (;;) {
      const next = solving.next();
      if (next.done) return tell({ end: next.value });
      if (next.value) tell({ row: next.value });
    }
  });
  return true;
}

/** Solves all chunks. One thread when `workers` is 1. */
export async function solveAll(job: Job, chunks: Iterable<readonly number[]>, workers: number, listener: Listener): Promise<void> {
  const file = workers > 1 ? bundle() : undefined;
  if (file) await sideBySide(file, job, chunks[Symbol.iterator](), workers, listener);
  else await inThisThread(job, chunks, listener);
}

async function inThisThread(job: Job, chunks: Iterable<readonly number[]>, listener: Listener): Promise<void> {
  let last = performance.now();
  for (const chunk of chunks) {
    const solving = solveChunk(job, chunk);
    for (;;) {
      const next = solving.next();
      if (next.done) {
        listener.end(next.value);
        break;
      }
      if (next.value) listener.row(next.value);
      if (performance.now() - last > TURN_MS) {
        await new Promise((resume) => setImmediate(resume));
        last = performance.now();
      }
      if (!listener.going()) return;
    }
  }
}

async function sideBySide(file: URL, job: Job, chunks: Iterator<readonly number[]>, workers: number, listener: Listener): Promise<void> {
  const all: Worker[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(file, { workerData: { serves: 'sweep', job } satisfies PoolData });
      all.push(worker);
      const leave = () => void worker.terminate().then(() => resolve());
      const feed = () => {
        const next = chunks.next();
        if (next.done || !listener.going()) leave();
        else worker.postMessage(next.value);
      };
      const hear = (message: FromWorker) => {
        if ('row' in message) {
          listener.row(message.row);
          if (!listener.going()) leave();
        } else {
          listener.end(message.end);
          feed();
        }
      };
      worker.on('message', (message: FromWorker) => {
        try {
          hear(message);
        } catch (error) {
          reject(error as Error);
        }
      });
      worker.on('error', reject);
      feed();
    });
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    // One that fails ends the others.
    await Promise.all(all.map((worker) => worker.terminate()));
  }
}
