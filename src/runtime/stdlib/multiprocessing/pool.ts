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
  closeHandle,
  closeRing,
  createRing,
  deadlineAfter,
  disarmRing,
  getRecord,
  openHandle,
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
import { debug, hasLogger, noteSemLocks } from './log.js';
import { PoolCrew, type PoolOptions, slotsSize, type Worker } from './poolCrew.js';
import { WorkerLostError } from './poolErrors.js';
import { PoolLaunch } from './poolLaunch.js';
import { noteFinalizing, PoolHandlers, poolSemaphores } from './poolLog.js';
import { type Outcome, putTask, readResult, type Task } from './poolMessages.js';
import type { Job, PyApplyResult } from './poolResults.js';
import { type PyPopen } from './popen.js';
import { PyProcess, refuseDaemon } from './process.js';
import { mp } from './state.js';
import { arena } from './support.js';

const SIGTERM = 15;
/** How long workers without a task have to end by themselves: a thread that is ended from outside has to be made anew. */
const GRACE_MS = 5;
/** The same where they write into the log that they end. */
const LOGGED_GRACE_MS = 200;
/** Who waits for many results is woken when so many are there. */
const BATCH = 64;
/** Terminating a pool comes before the other things that are done at the end of a process. */
const EXIT_PRIORITY = 15;

export type PoolState = 'RUN' | 'CLOSE' | 'TERMINATE';

export class PyPool extends PyObject implements Background {
  state: PoolState = 'RUN';
  options!: PoolOptions;
  private crew!: PoolCrew;
  launch!: PoolLaunch;
  readonly jobs = new Map<number, Job>();
  tasks = 0;
  results = 0;
  private handles: number[] = [];
  /** The rings are given back. */
  private isReleased = false;
  private lastJob = 0;
  private threads: PoolHandlers | null = null;
  finalizer: Finalize | null = null;
  /** How many sleep until results come; other threads of the process may run meanwhile. */
  private sleepers = 0;
  /** Workers that ended one after another without having taken a task. */
  private earlyEnds = 0;
  /** What was asked for of its threads and queues, by name. */
  readonly parts = new Map<string, Py>();

  begin(options: PoolOptions): void {
    refuseDaemon();
    const shared = arena();
    this.options = options;
    this.tasks = createRing(shared);
    this.results = createRing(shared);
    const slots = shared.alloc(slotsSize(options.processes));
    this.handles = [
      openHandle(shared, 'ring', this.tasks),
      openHandle(shared, 'ring', this.results),
      openHandle(shared, 'block', slots),
    ];
    for (const address of [this.tasks, this.results, slots]) shared.release(address);
    this.crew = new PoolCrew(options, this.tasks, this.results, slots);
    this.launch = new PoolLaunch(this.crew, this.tasks);
    noteSemLocks(this.tasks, poolSemaphores());
    try {
      this.crew.fill();
    } catch (error) {
      this.state = 'TERMINATE';
      this.crew.abandon();
      this.release();
      throw error;
    }
    this.threads = new PoolHandlers();
    this.finalizer = finalizeAtExit(() => this.finalize(), EXIT_PRIORITY);
    // What an initializer does is to be seen even if there is never a task, and what the log says of a worker that begins.
    if (options.initializer !== null || hasLogger()) this.crew.launch(options.processes);
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
    return this.isReleased ? 0 : ringItems(arena(), this.tasks);
  }

  queuedBytes(): number {
    return arena().i32[this.tasks + Ring.bytes]!;
  }

  /** Puts a task; what cannot be sent is a failure of the task. Returns whether it was put. */
  submit(job: Job, task: Task): boolean {
    try {
      putTask(arena(), this.tasks, task);
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
    const filled = this.results + Ring.filled;
    armRing(shared, this.results, 'reader');
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
        Atomics.store(shared.i32, this.results + Ring.wakeAt, enough);
        // Results that came while the threshold was another one have woken nobody.
        if (ringItems(shared, this.results) >= enough) continue;
        const patience = now + this.patienceMs;
        if (!this.sleep(filled, seen, Math.min(deadline, patience))) this.launch.late();
      }
    } finally {
      Atomics.store(shared.i32, this.results + Ring.wakeAt, 0);
      disarmRing(shared, this.results, 'reader');
    }
  }

  private sleep(cell: number, seen: number, until: number): boolean {
    this.sleepers++;
    try {
      return block(arena(), 'pool result', this.results, cell, seen, until);
    } finally {
      this.sleepers--;
    }
  }

  get patienceMs(): number {
    const shared = arena();
    // One of the workers has closed what it had open: its end is about to be noted.
    if (Atomics.load(shared.i32, this.results + Ring.writeEnds) < this.crew.workers.length) return 1;
    return this.launch.patienceMs;
  }

  sources() {
    return [readerSource(arena(), this.results)];
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
    if (this.state === 'CLOSE' && !this.isReleased) this.closeWhenFed();
    return worked;
  }

  private drain(): boolean {
    if (this.isReleased) return false;
    const shared = arena();
    let worked = false;
    while (ringItems(shared, this.results) > 0 && getRecord(shared, this.results, 0) === 'done') {
      worked = true;
      this.earlyEnds = 0;
      readResult(shared, this.finished, this.unreadable);
    }
    // Another thread of this process has read them: who sleeps counts on a number of results that will not come together any more.
    if (worked && this.sleepers > 0) Atomics.add(shared.i32, this.results + Ring.filled, 1);
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
    const { workers } = this.crew;
    for (let i = workers.length - 1; i >= 0; i--) {
      const ended = workers[i]!;
      if (ended.popen.poll() === null) continue;
      worked = true;
      // What it put before it ended counts.
      this.drain();
      if (this.state === 'RUN') debug(`cleaning up worker ${i}`);
      this.crew.remove(ended, this.state !== 'RUN');
      this.loseTask(ended);
      if (!this.wantsWorkers()) continue;
      this.crew.replace();
      if (hasLogger()) this.crew.launch(1);
      this.launch.forWaiting();
    }
    return worked;
  }

  private wantsWorkers(): boolean {
    if (this.state === 'TERMINATE') return false;
    return this.state === 'RUN' || ringItems(arena(), this.tasks) > 0;
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
    if (arena().i32[this.tasks + Ring.closed] === 0) {
      this.launch.forWaiting();
      closeRing(arena(), this.tasks);
      this.threads?.end(this.jobs.size);
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
    if (this.isReleased) return;
    this.waitUntil(() => this.jobs.size === 0 || this.state === 'TERMINATE', Infinity, null);
    this.crew.endHeld(0);
    this.waitUntil(() => this.crew.workers.length === 0, Infinity, null);
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
    if (this.isThrough && !this.isReleased) this.crew.endHeld(0);
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
    noteFinalizing();
    this.state = 'TERMINATE';
    this.threads?.end(this.jobs.size);
    // After a join there is nothing left, and what the rings were may be something else by now.
    if (this.isReleased) return;
    const shared = arena();
    removeBackground(this);
    this.crew.endStrangers();
    while (getRecord(shared, this.tasks, 0) === 'done') {}
    closeRing(shared, this.tasks);
    this.crew.endHeld(-SIGTERM);
    // When all results are there, a worker may be on its way from the last one. It gets a moment.
    this.crew.terminate(this.jobs.size === 0 ? (hasLogger() ? LOGGED_GRACE_MS : GRACE_MS) : 0);
    this.release();
  }

  /** `join` in a thread. */
  *joinSteps(): Steps {
    if (this.isReleased) return null;
    const until = (isReady: () => boolean): Sleep => ({ source: this.sourceUntil(isReady), deadline: Infinity });
    this.pump();
    yield until(() => this.jobs.size === 0);
    this.crew.endHeld(0);
    yield until(() => this.crew.workers.length === 0);
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
    for (const handle of this.handles) closeHandle(arena(), handle);
    this.handles = [];
    this.isReleased = true;
  }

  get size(): number {
    return this.crew.workers.length;
  }

  processList(): PyList {
    return new PyList([...this.crew.over, ...this.crew.workers.map(({ process }) => process)]);
  }
}

const lost = (text: string): Outcome => ({ kind: 'error', error: WorkerLostError(text), traceback: null });

function describe(process: PyProcess, popen: PyPopen): string {
  const code = popen.returncode ?? 0;
  const how = code < 0 ? `ended by signal ${-code}` : `ended with exit code ${code}`;
  return `worker ${str(getAttr(process, 'name'))} (pid ${popen.pid}) ${how}`;
}
