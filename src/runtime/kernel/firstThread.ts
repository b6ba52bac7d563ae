/**
 * The first thread. A thread takes as long to start as Node itself, so it is begun before anything else is loaded, the pool included,
 * which takes it over later in place of one of its own.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { MessageChannel, type ResourceLimits, SHARE_ENV, Worker, type WorkerOptions } from 'node:worker_threads';
import { readBundle } from './codeCache.js';
import type { Bundles, ThreadData } from './messages.js';
import { startWithSettings } from './threadSettings.js';

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

/** Starts a thread on the pool's script in a folder of bundles. What it needs first is read here meanwhile: it starts on another processor. */
export function startFirstThread(folder: string): FirstThread {
  const { port1: ours, port2: theirs } = new MessageChannel();
  const workerData: ThreadData = { bundles: theirs };
  const start = () => new Worker(join(folder, 'worker.js'), { ...THREAD_OPTIONS, workerData, transferList: [theirs] });
  let bundles!: Bundles;
  const read = () => {
    bundles = { runtime: readBundle(join(folder, 'runtime.js')) };
    ours.postMessage(bundles);
    ours.close();
  };
  const worker = startWithSettings({ youngMb: FIRST_YOUNG_MB }, start, read);
  // A command may turn out to have no program to run.
  worker.unref();
  return { worker, bundles };
}

/** As it was before `withOurThreads`. */
const NodeWorker = Worker;

/**
 * Makes a pool whose threads have our settings; the first one may be one that is on its way. The pool makes them itself, of Node's class, in whose place
 * there is another from then on.
 */
export function withOurThreads<Pool>(workerFile: string, first: Worker | undefined, makePool: () => Pool): Pool {
  const threads = createRequire(workerFile)('node:worker_threads') as { Worker: typeof Worker };
  let given = first;
  threads.Worker = function started(file: string, options: WorkerOptions) {
    const worker = given ?? startWithSettings({ compilesItself: true }, () => new NodeWorker(file, options));
    given = undefined;
    return worker;
  } as unknown as typeof Worker;
  return makePool();
}
