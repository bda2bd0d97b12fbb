/** Worker threads that solve chunks of a sweep side by side. */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { solveChunk, type ChunkResult, type Job } from './chunk.js';

interface PoolData {
  readonly serves: 'sweep';
  readonly job: Job;
}

/** The bundle starts itself again as its own worker; sources (in tests) cannot be loaded by a thread. */
const bundle = (): URL | undefined => (import.meta.url.endsWith('.ts') ? undefined : new URL(import.meta.url));

/** True when this thread is a worker; it then answers until its parent is done. */
export function servesAsWorker(): boolean {
  const data = workerData as Partial<PoolData> | null;
  if (isMainThread || !parentPort || data?.serves !== 'sweep' || !data.job) return false;
  const port = parentPort;
  const { job } = data;
  port.on('message', (indices: readonly number[]) => port.postMessage(solveChunk(job, indices)));
  return true;
}

/** Solves all chunks; `onResult` is told each as it comes and says whether to go on. One thread when `workers` is 1. */
export async function solveAll(
  job: Job,
  chunks: readonly (readonly number[])[],
  workers: number,
  onResult: (result: ChunkResult) => boolean,
): Promise<void> {
  const file = workers > 1 ? bundle() : undefined;
  if (!file) {
    for (const chunk of chunks) {
      if (!onResult(solveChunk(job, chunk))) return;
      await new Promise((resume) => setImmediate(resume));
    }
    return;
  }
  let next = 0;
  let going = true;
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(file, { workerData: { serves: 'sweep', job } satisfies PoolData });
      const feed = () => {
        if (going && next < chunks.length) worker.postMessage(chunks[next++]);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', (result: ChunkResult) => {
        going = going && onResult(result);
        feed();
      });
      worker.on('error', reject);
      feed();
    });
  await Promise.all(Array.from({ length: Math.min(workers, chunks.length) }, work));
}
