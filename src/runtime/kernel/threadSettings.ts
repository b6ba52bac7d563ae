/**
 * Settings of V8 that a thread is started with.
 *
 * They are the whole process's, but V8 reads these only while it makes the heap of a thread, which is a moment after the thread was asked
 * for. They must not last: V8 takes code from a cache only under the settings that it was made with.
 *
 * V8 compiles a thread's hot functions on threads of its own, while this one goes on in slow code. Where every processor has something to do
 * anyway, that costs a tenth to a fifth more of processor time, and longer to the end: a thread can do it itself, at once. The first thread is
 * often the only one, or waits for the others, and leaves it to the processors that are free then.
 */
import { setFlagsFromString } from 'node:v8';
import type { Worker } from 'node:worker_threads';

/** What a thread's heap is made with. */
export interface ThreadSettings {
  /** Megabytes that its young generation has at once; V8 begins with one. */
  readonly youngMb?: number;
  readonly compilesItself?: boolean;
}

/** How long a thread may take to begin with its heap, and how long it is looked away between. */
const LIMIT_MS = 5;
const LOOK_AGAIN_MS = 0.1;
/** From where the thread sets its limits until it has read the settings. */
const HEAP_MS = 2;

const nothing = new Int32Array(new SharedArrayBuffer(4));
const sleep = (ms: number) => Atomics.wait(nothing, 0, 0, ms);

/** The thread writes down here what it has of each limit that was left to V8, just before it makes its heap. */
const hasBegun = (worker: Worker): boolean => worker.resourceLimits?.codeRangeSizeMb !== -1;

/**
 * Starts a thread with the settings.
 * @param meanwhile what there is to do until the heap is made; nothing that takes code from a cache.
 */
export function startWithSettings(settings: ThreadSettings, start: () => Worker, meanwhile = () => {}): Worker {
  setFlagsFromString(`--min-semi-space-size=${settings.youngMb ?? 0}`);
  if (settings.compilesItself === true) setFlagsFromString('--no-concurrent-recompilation');
  try {
    const worker = start();
    const since = performance.now();
    meanwhile();
    while (!hasBegun(worker) && performance.now() - since < LIMIT_MS) sleep(LOOK_AGAIN_MS);
    if (performance.now() - since < LIMIT_MS) sleep(HEAP_MS);
    return worker;
  } finally {
    setFlagsFromString('--min-semi-space-size=0');
    setFlagsFromString('--concurrent-recompilation');
  }
}
