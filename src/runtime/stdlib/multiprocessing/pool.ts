/**
 * `multiprocessing.pool`: a pool of worker processes.
 *
 * There are no helper threads: workers take tasks from a ring in the arena by themselves and put results into another, and
 * whoever waits for results reads them. All workers have their pids from the start, but begin when there is work for them.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#module-multiprocessing.pool
 */

import { ControlFlow, toPython } from '../../helpers/exceptions.js';
import {
  armRing,
  block,
  closeRing,
  deadlineAfter,
  disarmRing,
  getRecord,
  readerSource,
  ringItems,
  type WaitSource,
} from '../../mp/index.js';
import { Ring } from '../../mp/ringBlocks.js';
import { getAttr } from '../../object/attributes.js';
import { rt } from '../../object/context.js';
import { AssertionError, ValueError } from '../../object/errors.js';
import { type Py, PyObject } from '../../object/object.js';
import { str } from '../../object/text.js';
import { PyList } from '../../object/values.js';
import { addBackground, type Background, removeBackground, withoutBackground } from '../../threads/background.js';
import type { Sleep, Steps } from '../../threads/steps.js';
import { type Finalize, finalizeAtExit } from './finalize.js';
import { debug, hasLogger } from './log.js';
import { makeRoom } from './crowd.js';
import { notePool } from './forgottenPools.js';
import { PoolCore, type PoolState } from './poolCore.js';
import type { CrewOptions, MakeProcess, Worker } from './poolCrew.js';
import { WorkerLostError } from './poolErrors.js';
import type { PoolLaunch } from './poolLaunch.js';
import { type Outcome, putTask, readResult, type Task } from './poolMessages.js';
import type { Job, PyApplyResult } from './poolResults.js';
import { type PyPopen } from './popen.js';
import { PyProcess, refuseDaemon } from './process.js';
import { mp } from './state.js';
import { arena } from './support.js';

/** Who waits for many results is woken when so many are there. */
const BATCH = 64;
/** Terminating a pool comes before the other things that are done at the end of a process. */
const EXIT_PRIORITY = 15;

export interface PoolOptions extends CrewOptions {
  /** `Pool.Process` as the pool or its context has it. */
  readonly makeProcess: MakeProcess;
  readonly context: Py;
}

export class PyPool extends PyObject implements Background {
  options!: PoolOptions;
  /** Undefined until `begin`: a class of the program's may leave out `__init__`. */
  private core!: PoolCore;
  readonly jobs = new Map<number, Job>();
  private lastJob = 0;
  finalizer: Finalize | null = null;
  /** How many sleep until results come; other threads of the process may run meanwhile. */
  private sleepers = 0;
  /** Workers that ended one after another without having taken a task. */
  private earlyEnds = 0;
  /** What was asked for of its threads and queues, by name. */
  readonly parts = new Map<string, Py>();

  begin(options: PoolOptions): void {
    refuseDaemon();
    this.options = options;
    makeRoom();
    const { processes, initializer, initargs, maxtasks, method } = options;
    const core = new PoolCore({ processes, initializer, initargs, maxtasks, method });
    this.core = core;
    core.begin(options.makeProcess);
    const self = new WeakRef(this);
    this.finalizer = finalizeAtExit(() => {
      const pool = self.deref();
      if (pool === undefined) core.end(0);
      else pool.finalize();
    }, EXIT_PRIORITY);
    notePool(self, core, this.finalizer, `${getAttr(this.c$, '__module__')}.${this.c$.qualname}`);
    // What an initializer does is to be seen even if there is never a task, and what the log says of a worker that begins.
    if (initializer !== null || hasLogger()) core.crew.launch(processes);
  }

  get state(): PoolState {
    return this.core?.state ?? 'RUN';
  }

  set state(state: PoolState) {
    this.core.state = state;
  }

  /** Addresses of the rings for tasks and for results. */
  get tasks(): number {
    return this.core.tasks;
  }

  get results(): number {
    return this.core.results;
  }

  get launch(): PoolLaunch {
    return this.core.launch;
  }

  checkRunning(): void {
    if (this.state !== 'RUN') throw rt.dialect === 2 ? AssertionError() : ValueError('Pool not running');
  }

  newJob(): number {
    return ++this.lastJob;
  }

  addJob(job: Job): void {
    if (job.isDone) return;
    this.jobs.set(job.number, job);
    addBackground(this);
  }

  forget(job: Job): void {
    this.jobs.delete(job.number);
    if (this.jobs.size === 0) removeBackground(this);
  }

  /** Number of tasks that no worker has taken. */
  waitingTasks(): number {
    return this.core.isReleased ? 0 : ringItems(arena(), this.core.tasks);
  }

  queuedBytes(): number {
    return arena().i32[this.core.tasks + Ring.bytes]!;
  }

  /** Puts a task; what cannot be sent is a failure of the task. Returns whether it was put. */
  submit(job: Job, task: Task): boolean {
    try {
      putTask(arena(), this.core.tasks, task);
      return true;
    } catch (error) {
      if (error instanceof ControlFlow) throw error;
      job.finished(task.index, { kind: 'error', error: toPython(error), traceback: null });
      return false;
    }
  }

  waitFor(job: PyApplyResult & Job, limitMs: number): void {
    this.waitUntil(() => job.isDone, limitMs, job);
  }

  /** Reads results until `ready`, at most for `limitMs`. @param job what is waited for, if it is one job. */
  waitUntil(ready: () => boolean, limitMs: number, job: Job | null): void {
    this.pump();
    if (ready() || limitMs <= 0) return;
    withoutBackground(() => this.sleepUntil(ready, deadlineAfter(limitMs), job));
  }

  private sleepUntil(ready: () => boolean, deadline: number, job: Job | null): void {
    const shared = arena();
    const filled = this.core.results + Ring.filled;
    armRing(shared, this.core.results, 'reader');
    try {
      for (;;) {
        const seen = Atomics.load(shared.i32, filled);
        this.pump();
        if (ready()) return;
        if (this.state === 'TERMINATE') {
          if (deadline === Infinity) throw WorkerLostError('the pool was terminated before the task was done');
          return;
        }
        const now = performance.now();
        if (now >= deadline) return;
        const enough = job === null ? 1 : Math.min(job.wanted, BATCH);
        Atomics.store(shared.i32, this.core.results + Ring.wakeAt, enough);
        // Results that came while the threshold was another one have woken nobody.
        if (ringItems(shared, this.core.results) >= enough) continue;
        const patience = now + this.patienceMs;
        if (!this.sleep(filled, seen, Math.min(deadline, patience))) this.launch.late();
      }
    } finally {
      Atomics.store(shared.i32, this.core.results + Ring.wakeAt, 0);
      disarmRing(shared, this.core.results, 'reader');
    }
  }

  private sleep(cell: number, seen: number, until: number): boolean {
    this.sleepers++;
    try {
      return block(arena(), 'pool result', this.core.results, cell, seen, until);
    } finally {
      this.sleepers--;
    }
  }

  get patienceMs(): number {
    const shared = arena();
    // One of the workers has closed what it had open: its end is about to be noted.
    if (Atomics.load(shared.i32, this.core.results + Ring.writeEnds) < this.core.crew.workers.length) return 1;
    return this.launch.patienceMs;
  }

  sources() {
    return [readerSource(arena(), this.core.results)];
  }

  /** For a thread: ready when the pool's work, which goes on meanwhile, has come so far, or is given up. */
  sourceUntil(isReady: () => boolean): WaitSource {
    addBackground(this);
    return { ...this.sources()[0]!, ready: () => isReady() || this.state === 'TERMINATE' };
  }

  /** Reads the results that are there, replaces workers that have ended, puts tasks that were held back. */
  pump(): boolean {
    let worked = this.drain();
    worked = this.reap() || worked;
    for (const job of [...this.jobs.values()]) job.feed?.();
    if (this.jobs.size > 0) this.launch.first();
    if (this.state === 'CLOSE' && !this.core.isReleased) this.closeWhenFed();
    return worked;
  }

  private drain(): boolean {
    if (this.core.isReleased) return false;
    const shared = arena();
    let worked = false;
    while (ringItems(shared, this.core.results) > 0 && getRecord(shared, this.core.results, 0) === 'done') {
      worked = true;
      this.earlyEnds = 0;
      readResult(shared, this.finished, this.unreadable);
    }
    // Another thread of this process has read them: who sleeps counts on a number of results that will not come together any more.
    if (worked && this.sleepers > 0) Atomics.add(shared.i32, this.core.results + Ring.filled, 1);
    return worked;
  }

  private readonly finished = (job: number, index: number, outcome: Outcome): void => {
    this.jobs.get(job)?.finished(index, outcome);
  };

  private readonly unreadable = (job: number, index: number, error: unknown): void => {
    if (error instanceof ControlFlow) throw error;
    this.jobs.get(job)?.finished(index, { kind: 'error', error: toPython(error), traceback: null });
  };

  /** Deals with workers that have ended. Returns whether there were any. */
  private reap(): boolean {
    let worked = false;
    const { workers } = this.core.crew;
    for (let i = workers.length - 1; i >= 0; i--) {
      const ended = workers[i]!;
      if (ended.popen.poll() === null) continue;
      worked = true;
      // What it put before it ended counts.
      this.drain();
      if (this.state === 'RUN') debug(`cleaning up worker ${i}`);
      this.core.crew.remove(ended, this.state !== 'RUN');
      this.loseTask(ended);
      if (!this.wantsWorkers()) continue;
      this.core.crew.replace(this.options.makeProcess);
      if (hasLogger()) this.core.crew.launch(1);
      this.launch.forWaiting();
    }
    return worked;
  }

  private wantsWorkers(): boolean {
    if (this.state === 'TERMINATE') return false;
    return this.state === 'RUN' || ringItems(arena(), this.core.tasks) > 0;
  }

  /** A task that its worker will never finish fails, with an error that says why. */
  private loseTask({ process, popen, slot }: Worker): void {
    const { i32 } = arena();
    const number = Atomics.exchange(i32, slot, 0);
    if (number === 0) {
      if (popen.returncode !== 0) this.endedEarly(process, popen);
      return;
    }
    const job = this.jobs.get(number);
    const index = i32[slot + 1]!;
    if (job?.expects(index)) job.finished(index, lost(`${describe(process, popen)} while it had a task`));
  }

  /** Workers that keep ending before they take a task (a failing initializer) make all tasks fail instead of being replaced for ever. */
  private endedEarly(process: PyProcess, popen: PyPopen): void {
    if (this.state !== 'RUN' || ++this.earlyEnds < 2 * this.options.processes + 2) return;
    const outcome = lost(`${describe(process, popen)} before it took a task, as did those before it`);
    for (const job of [...this.jobs.values()]) job.fail(outcome);
    this.earlyEnds = 0;
  }

  private closeWhenFed(): void {
    for (const job of this.jobs.values()) if (job.feed !== undefined && !job.isDone) return;
    if (arena().i32[this.core.tasks + Ring.closed] === 0) {
      this.launch.forWaiting();
      closeRing(arena(), this.core.tasks);
      this.core.threads?.end(this.jobs.size);
    }
  }

  close(): void {
    debug('closing pool');
    if (this.state !== 'RUN') return;
    this.state = 'CLOSE';
    this.pump();
  }

  join(): void {
    debug('joining pool');
    if (this.core.isReleased) return;
    this.waitUntil(() => this.jobs.size === 0 || this.state === 'TERMINATE', Infinity, null);
    this.core.crew.endHeld(0);
    this.waitUntil(() => this.core.crew.workers.length === 0, Infinity, null);
    this.release();
  }

  /** Closed and without work, or given up. */
  get isThrough(): boolean {
    return this.state === 'TERMINATE' || (this.state === 'CLOSE' && this.jobs.size === 0);
  }

  /** Waits until there is no more work to come, for so long at most. The workers end. */
  awaitThrough(limitMs: number): void {
    this.waitUntil(() => this.isThrough, limitMs, null);
    this.endUnused();
  }

  /** `awaitThrough` in a thread. */
  *throughSteps(limitMs: number): Steps {
    this.pump();
    yield { source: this.sourceUntil(() => this.isThrough), deadline: deadlineAfter(limitMs) };
    this.endUnused();
    return null;
  }

  private endUnused(): void {
    if (this.isThrough && !this.core.isReleased) this.core.crew.endHeld(0);
  }

  terminate(): void {
    debug('terminating pool');
    this.state = 'TERMINATE';
    this.finalize();
  }

  /** Ends what there still is of it, once. */
  private finalize(): void {
    if (this.finalizer === null) return;
    mp().finalizers.delete(this.finalizer.key);
    this.finalizer = null;
    removeBackground(this);
    this.core.end(this.jobs.size);
  }

  /** `join` in a thread. */
  *joinSteps(): Steps {
    if (this.core.isReleased) return null;
    const until = (isReady: () => boolean): Sleep => ({ source: this.sourceUntil(isReady), deadline: Infinity });
    this.pump();
    yield until(() => this.jobs.size === 0);
    this.core.crew.endHeld(0);
    yield until(() => this.core.crew.workers.length === 0);
    this.join();
    return null;
  }

  private release(): void {
    // The log tells of a pool's end even if nothing of it is left.
    if (this.finalizer !== null && !hasLogger()) {
      mp().finalizers.delete(this.finalizer.key);
      this.finalizer = null;
    }
    removeBackground(this);
    this.core.release();
  }

  get size(): number {
    return this.core.crew.workers.length;
  }

  processList(): PyList {
    return new PyList([...this.core.crew.over, ...this.core.crew.workers.map(({ process }) => process)]);
  }
}

const lost = (text: string): Outcome => ({ kind: 'error', error: WorkerLostError(text), traceback: null });

function describe(process: PyProcess, popen: PyPopen): string {
  const code = popen.returncode ?? 0;
  const how = code < 0 ? `ended by signal ${-code}` : `ended with exit code ${code}`;
  return `worker ${str(getAttr(process, 'name'))} (pid ${popen.pid}) ${how}`;
}
