/**
 * The first thread. A thread takes as long to start as Node itself, so it is begun before anything else is loaded, the pool included,
 * which takes it over later in place of one of its own.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { MessageChannel, type ResourceLimits, SHARE_ENV, Worker } from 'node:worker_threads';
import { readBundle } from './codeCache.js';
import type { Bundles, ThreadData } from './messages.js';

/** Deep recursion of a Python program is recursion here. */
const STACK_MB = 256;
const HEAP_MB = 4096;
/** Short-lived boxes and iterators are what a Python program makes most of: room for them means fewer collections. */
const YOUNG_MB = 96;
/** What the first thread has of it at once: with V8's own megabyte it would stop six times while it starts, a millisecond each, and with 8 once more in a program that imports a little. */
const FIRST_YOUNG_MB = 16;

/** What every thread is started with. */
export const THREAD_OPTIONS = {
  env: SHARE_ENV as typeof SHARE_ENV,
  trackUnmanagedFds: false,
  // Python's streams are the descriptors. Node would open those of this thread for a thread that has none of its own, and for one
  // without a stream to read from it would make all three as it starts, to close that one.
  stdin: true,
  stdout: true,
  stderr: true,
  resourceLimits: {
    stackSizeMb: STACK_MB,
    maxOldGenerationSizeMb: HEAP_MB,
    maxYoungGenerationSizeMb: YOUNG_MB,
  } satisfies ResourceLimits,
};

/** A thread on its way, and what it runs: other threads can be given it too. */
export interface FirstThread {
  readonly worker: Worker;
  readonly bundles: Bundles;
}

/**
 * Starts a thread on the pool's script in a folder of bundles. What it needs first is read here meanwhile: it starts on another processor.
 *
 * Its heap is made a moment later, with the settings of that moment. They must not last: V8 takes code from a cache only under those that it
 * was made with. Should the reading take less than that moment, the thread has a usual heap.
 */
export function startFirstThread(folder: string): FirstThread {
  const { port1: ours, port2: theirs } = new MessageChannel();
  const workerData: ThreadData = { bundles: theirs };
  setFlagsFromString(`--min-semi-space-size=${FIRST_YOUNG_MB}`);
  const worker = new Worker(join(folder, 'worker.js'), { ...THREAD_OPTIONS, workerData, transferList: [theirs] });
  const bundles = { runtime: readBundle(join(folder, 'runtime.js')) };
  ours.postMessage(bundles);
  ours.close();
  setFlagsFromString('--min-semi-space-size=0');
  // A command may turn out to have no program to run.
  worker.unref();
  return { worker, bundles };
}

/** Makes a pool whose first thread is the one given. The pool makes its threads itself, so for a moment Node's class is another. */
export function adopting<Pool>(first: Worker, makePool: () => Pool): Pool {
  const threads = createRequire(import.meta.url)('node:worker_threads') as { Worker: typeof Worker };
  const usual = threads.Worker;
  threads.Worker = function adopted() {
    threads.Worker = usual;
    return first;
  } as unknown as typeof Worker;
  try {
    return makePool();
  } finally {
    threads.Worker = usual;
  }
}
