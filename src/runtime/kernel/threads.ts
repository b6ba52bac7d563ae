/**
 * The threads: one Piscina pool, one task a thread, a task per process.
 *
 * An idle thread takes a task in microseconds; a new one costs 40 ms of a processor. So a task is held back while every processor has
 * something to do anyway: a thread may become idle meanwhile, and short processes that are started together take turns on few threads.
 * When none becomes idle, new ones are started, more and more of them, since the processes may be waiting for each other.
 */
import { availableParallelism } from 'node:os';
import type { TransferListItem, Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { THREAD_OPTIONS, withOurThreads } from './firstThread.js';
import type { ThreadData, ThreadTask } from './messages.js';

const MAX_THREADS = 4096;
const PROCESSORS = availableParallelism();

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

/** What is known of the process that a task runs. */
export interface TaskState {
  /** It has ended, which is known before its thread is idle again. */
  isOver(): boolean;
  /** It sleeps, so that its processor is free for others. */
  isWaiting(): boolean;
}

/** How often it is looked at whether a processor is free for a held task. */
const LOOK_AGAIN_MS = 1;
/** How long held tasks wait for a thread to become idle; then new ones are started, and again after half of it. */
const PATIENCE_MS = 40;

export interface ThreadOptions {
  readonly workerFile: string;
  /** What each thread is given (`workerData`); properties may be computed for each. */
  readonly threadData?: ThreadData;
  /** A thread that has been started already, with `startFirstThread`. */
  readonly firstThread?: Worker;
  readonly stackMb?: number;
  readonly heapMb?: number;
}

export class Threads {
  readonly #pool: Piscina;
  readonly #exits = new WeakMap<Worker, Promise<void>>();
  readonly #held: Held[] = [];
  readonly #running = new Set<TaskState>();
  #warming = 0;
  #timer: NodeJS.Timeout | null = null;
  /** When patience ends, and how many threads are started then. */
  #patienceEnds = 0;
  #startAtOnce = 1;

  /** @param options.workerFile module whose default export is called with each task. The first thread starts now. */
  constructor({ workerFile, threadData, firstThread, stackMb, heapMb }: ThreadOptions) {
    const { resourceLimits, ...options } = THREAD_OPTIONS;
    const { stackSizeMb, maxOldGenerationSizeMb } = resourceLimits;
    const makePool = () =>
      new Piscina({
        ...options,
        resourceLimits: {
          ...resourceLimits,
          stackSizeMb: stackMb ?? stackSizeMb,
          maxOldGenerationSizeMb: heapMb ?? maxOldGenerationSizeMb,
        },
        filename: workerFile,
        workerData: threadData,
        minThreads: 1,
        maxThreads: MAX_THREADS,
        idleTimeout: Number.POSITIVE_INFINITY,
        recordTiming: false,
      });
    this.#pool = withOurThreads(workerFile, firstThread, makePool);
    // A thread that fails without a task (it cannot load the module) fails again with the next task.
    this.#pool.on('error', () => {});
  }

  /** Runs a task on an idle thread, on one that is about to be idle, or on a new one. */
  run(task: ThreadTask, transfer: TransferListItem[], running: TaskState): Task {
    const controller = new AbortController();
    let gone: Promise<void> = Promise.resolve();
    let begin!: () => void;
    const ended = new Promise<Error | null>((resolve) => {
      begin = () => {
        this.#running.add(running);
        const settle = (error: Error | null) => {
          this.#running.delete(running);
          this.#proceed();
          gone.then(() => resolve(error));
        };
        this.#pool.run(task, { signal: controller.signal, transferList: transfer }).then(
          () => settle(null),
          (error: Error) => settle(error),
        );
      };
    });
    const held: Held = { start: begin, dropped: false };
    if (this.#pool.idleThreads > 0 || (this.#held.length === 0 && this.#soonIdle() === 0 && this.#hasFreeProcessor()))
      begin();
    else this.#hold(held);
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
        this.#proceed();
      };
      this.#pool.run({ kind: 'warm' }).then(settle, settle);
    }
  }

  /** Number of threads, working or idle. */
  get size(): number {
    return this.#pool.threads.length;
  }

  #hold(held: Held): void {
    this.#held.push(held);
    if (this.#timer !== null) return;
    this.#patienceEnds = performance.now() + PATIENCE_MS;
    this.#startAtOnce = 1;
    this.#timer = setInterval(() => this.#lookAgain(), LOOK_AGAIN_MS);
  }

  /** Starts threads for held tasks: while processors are free for them, and when it has been too long. */
  #lookAgain(): void {
    if (this.#soonIdle() === 0) {
      if (this.#hasFreeProcessor()) this.#startHeld();
      else if (performance.now() >= this.#patienceEnds) {
        for (let count = this.#startAtOnce; count > 0; count--) this.#startHeld();
        this.#startAtOnce *= 2;
        this.#patienceEnds = performance.now() + PATIENCE_MS / 2;
      }
    }
    if (this.#held.length > 0) return;
    clearInterval(this.#timer!);
    this.#timer = null;
  }

  /** Threads that will take a task without being started for it. */
  #soonIdle(): number {
    let count = this.#warming;
    for (const process of this.#running) if (process.isOver()) count++;
    return count;
  }

  #hasFreeProcessor(): boolean {
    let busy = this.#warming;
    for (const process of this.#running) if (!process.isWaiting()) busy++;
    return busy < PROCESSORS;
  }

  /** A thread has become idle. */
  #proceed(): void {
    this.#patienceEnds = performance.now() + PATIENCE_MS;
    this.#startHeld();
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
