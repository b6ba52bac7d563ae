/** Threads that run the program's own file again, each with the data that all share and its number. */
import { once } from 'node:events';
import { Worker, workerData } from 'node:worker_threads';

/** In a thread: what it was started with. */
export const { shared, me } = workerData ?? {};

/** @param url the program, `import.meta.url`; @returns a promise of the thread's exit code. */
export async function startThread(url, shared, me = 0) {
  const [code] = await once(new Worker(new URL(url), { workerData: { shared, me } }), 'exit');
  return code;
}

/** Resolves when all have ended. */
export function startThreads(url, count, shared) {
  return Promise.all(Array.from({ length: count }, (_, me) => startThread(url, shared, me)));
}
