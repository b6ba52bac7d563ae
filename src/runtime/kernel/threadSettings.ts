/**
 * Settings of V8 that a thread is started with.
 *
 * They are the whole process's, but V8 reads these only while it makes the heap of a thread, which is a moment after the thread was asked
 * for. They must not last: V8 takes code from a cache only under the settings that it was made with.
 *
 * A thread compiles its hot functions itself, at once. V8 would have it done on another thread, while this one goes on in slow code: where
 * every processor has something to do anyway that costs a tenth to a third more of processor time, and longer to the end.
 */
import { setFlagsFromString } from 'node:v8';
import type { Worker } from 'node:worker_threads';

const OWN_COMPILER = { on: '--no-concurrent-recompilation', off: '--concurrent-recompilation' };

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
 * @param young megabytes that its young generation has at once, or 0 for V8's own beginning.
 * @param meanwhile what there is to do until the heap is made; nothing that takes code from a cache.
 */
export function startWithSettings(start: () => Worker, young = 0, meanwhile = () => {}): Worker {
  setFlagsFromString(OWN_COMPILER.on);
  setFlagsFromString(`--min-semi-space-size=${young}`);
  try {
    const worker = start();
    const since = performance.now();
    meanwhile();
    while (!hasBegun(worker) && performance.now() - since < LIMIT_MS) sleep(LOOK_AGAIN_MS);
    if (performance.now() - since < LIMIT_MS) sleep(HEAP_MS);
    return worker;
  } finally {
    setFlagsFromString('--min-semi-space-size=0');
    setFlagsFromString(OWN_COMPILER.off);
  }
}
