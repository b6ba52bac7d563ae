/**
 * The threads: one Piscina pool, one task a thread, a task per process.
 *
 * An idle thread takes a task in microseconds, a new one needs about 20 ms to start. So a task is held back for a moment
 * when a thread is known to become idle at once.
 */
import { availableParallelism } from 'node:os';
import { SHARE_ENV, type TransferListItem, type Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { ThreadTask } from './messages.js';

/** Deep recursion of a Python program is recursion here. */
const STACK_MB = 256;
const HEAP_MB = 4096;
/** Short-lived boxes and iterators are what a Python program makes most of: room for them means fewer collections. */
const YOUNG_MB = 96;
const MAX_THREADS = 4096;

/** A task on its way: it is waiting for a thread, or runs. */
export interface Task {
  /** Fulfilled once the thread no longer runs it: with null, or with why the thread failed. */
  readonly ended: Promise<Error | null>;
  /** Ends the thread that runs it, or takes it from the queue. */
  abort(): void;
}

interface Held {
  start(): void;
  dropped: boolean;
}

export interface ThreadOptions {
  readonly workerFile: string;
  readonly stackMb?: number;
  readonly heapMb?: number;
}

export class Threads {
  readonly #pool: Piscina;
  readonly #exits = new WeakMap<Worker, Promise<void>>();
  readonly #held: Held[] = [];
  readonly #running = new Set<{ isOver: () => boolean }>();
  #warming = 0;

  /** @param options.workerFile module whose default export is called with each task. The first thread starts now. */
  constructor({ workerFile, stackMb = STACK_MB, heapMb = HEAP_MB }: ThreadOptions) {
    this.#pool = new Piscina({
      filename: workerFile,
      minThreads: 1,
      maxThreads: MAX_THREADS,
      idleTimeout: Number.POSITIVE_INFINITY,
      recordTiming: false,
      trackUnmanagedFds: false,
      env: SHARE_ENV,
      resourceLimits: { stackSizeMb: stackMb, maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // A thread that fails without a task (it cannot load the module) fails again with the next task.
    this.#pool.on('error', () => {});
  }

  /**
   * Runs a task on an idle thread, or on a new one.
   * @param isOver whether the process has ended, which is known before the thread is idle again.
   */
  run(task: ThreadTask, transfer: TransferListItem[], isOver: () => boolean): Task {
    const controller = new AbortController();
    const running = { isOver };
    let gone: Promise<void> = Promise.resolve();
    let begin!: () => void;
    const ended = new Promise<Error | null>((resolve) => {
      begin = () => {
        this.#running.add(running);
        const settle = (error: Error | null) => {
          this.#running.delete(running);
          this.#startHeld();
          gone.then(() => resolve(error));
        };
        this.#pool.run(task, { signal: controller.signal, transferList: transfer }).then(
          () => settle(null),
          (error: Error) => settle(error),
        );
      };
    });
    const held: Held = { start: begin, dropped: false };
    if (this.#soonIdle() > this.#held.length && this.#pool.idleThreads === 0) this.#held.push(held);
    else begin();
    return {
      ended,
      abort: () => {
        const before = this.#pool.threads;
        // Known before the abort, since a Worker that has ended has no 'exit' to come.
        for (const worker of before) this.#exitOf(worker);
        if (this.#running.has(running)) controller.abort();
        else {
          held.dropped = true;
          controller.abort();
          begin();
        }
        const after = new Set(this.#pool.threads);
        gone = Promise.all(before.filter((worker) => !after.has(worker)).map((worker) => this.#exitOf(worker))).then();
      },
    };
  }

  /** Starts threads until so many are idle or on their way. */
  prewarm(threads: number): void {
    for (let missing = threads - this.#pool.idleThreads - this.#warming; missing > 0; missing--) {
      this.#warming++;
      const settle = () => {
        this.#warming--;
        this.#startHeld();
      };
      this.#pool.run({ kind: 'warm' }).then(settle, settle);
    }
  }

  /** Number of threads, working or idle. */
  get size(): number {
    return this.#pool.threads.length;
  }

  #soonIdle(): number {
    let count = this.#warming;
    for (const { isOver } of this.#running) if (isOver()) count++;
    return count;
  }

  #startHeld(): void {
    for (let next = this.#held.shift(); next !== undefined; next = this.#held.shift()) {
      if (next.dropped) continue;
      next.start();
      return;
    }
  }

  #exitOf(worker: Worker): Promise<void> {
    let exit = this.#exits.get(worker);
    if (exit === undefined) {
      exit = new Promise((resolve) => worker.once('exit', () => resolve()));
      this.#exits.set(worker, exit);
    }
    return exit;
  }
}

export function processorCount(): number {
  return availableParallelism();
}
