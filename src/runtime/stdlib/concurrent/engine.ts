/**
 * The processes behind a `ProcessPoolExecutor`, and the calls under way in them.
 *
 * CPython has a thread that hands calls to the workers and results to the futures. Here workers take calls from a ring in the
 * arena by themselves, and results are looked at whenever the program waits for something (threads/background.ts).
 * Spec: https://docs.python.org/3/library/concurrent.futures.html#processpoolexecutor
 */
import { ControlFlow, toPython } from '../../helpers/exceptions.js';
import {
  closeHandle,
  closeRing,
  createRing,
  getRecord,
  openHandle,
  patchRecord,
  processSource,
  readerSource,
  ringItems,
  type WaitSource,
} from '../../mp/index.js';
import { Ring } from '../../mp/ringBlocks.js';
import { getAttr, setAttr } from '../../object/attributes.js';
import { callKw, callMethod } from '../../object/call.js';
import type { PyBaseException } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { truthy } from '../../object/truth.js';
import { PyTuple } from '../../object/values.js';
import { addBackground, type Background, removeBackground } from '../../threads/background.js';
import { scheduler } from '../../threads/scheduler.js';
import { formatTraceback } from '../../traceback/format.js';
import { PyPartial } from '../functools/partial.js';
import { type Outcome, putTask, readResult, type Task, TaskKind } from '../multiprocessing/poolMessages.js';
import { makeRoom } from '../multiprocessing/crowd.js';
import { heldAmong } from '../multiprocessing/poolCrew.js';
import { type PyPopen, startProcess } from '../multiprocessing/popen.js';
import { type PyProcess, refuseDaemon } from '../multiprocessing/process.js';
import { mp, type StartMethod } from '../multiprocessing/state.js';
import { arena } from '../multiprocessing/support.js';
import { hasLogger, noteSemLocks } from '../multiprocessing/log.js';
import { ExecutorThreads } from './threads.js';
import { CALL, CANCELLED, EXECUTOR_SEMAPHORES, PyExecutorLink, processChunk } from './worker.js';

const SIGTERM = 15;
/** So many calls beyond one for each worker count as running and cannot be cancelled while none of them has been taken, as in CPython. */
const EXTRA_RUNNING = 1;
/** Another worker begins when calls have waited so long. */
const PATIENCE_MS = 2;

export interface EngineOptions {
  readonly workers: number;
  readonly initializer: Py;
  readonly initargs: Py;
  /** Calls of one worker before it is replaced; 0 is no limit. */
  readonly callsPerWorker: number;
  readonly processType: Py;
  readonly method: StartMethod;
}

/** What the module gives: how its exceptions are made. */
export interface EngineErrors {
  broken(text: string): PyBaseException;
  /** Told why nothing can be submitted any more. */
  noteBroken(text: string): void;
  /** Gives an exception the text of its traceback in the worker as its cause. */
  withRemoteTraceback(error: PyBaseException, text: string): PyBaseException;
}

interface Worker {
  readonly process: PyProcess;
  readonly popen: PyPopen;
}

interface Call {
  readonly future: Py;
  /** Which of the calls in the ring it is, from 1 on. */
  place: number;
  isRunning: boolean;
  /** The future is being told that it runs, which may let other threads run. */
  isBeingTold?: boolean;
  /** What came of it meanwhile. */
  afterwards?: () => void;
}

export class Engine implements Background {
  readonly processes = new PyDict();
  /** Why nothing can be submitted any more, once workers have died. */
  brokenText: string | null = null;
  isShutDown = false;
  private readonly calls = new Map<number, Call>();
  private lastCall = 0;
  /** How many calls have been put into the ring. */
  private placed = 0;
  /** How many of them had been taken when it last looked: whoever submits many at once finds the workers as they were before. */
  private taken = 0;
  /** How many results there have been. */
  private done = 0;
  private workers: Worker[] = [];
  /** How many calls have been done that no later one has taken the worker of: so many need no new worker. */
  private idle = 0;
  private ring = 0;
  private results = 0;
  private handles: number[] = [];
  private threads: ExecutorThreads | null = null;

  constructor(
    private readonly options: EngineOptions,
    private readonly errors: EngineErrors,
  ) {
    noteSemLocks(0, EXECUTOR_SEMAPHORES);
  }

  /** Puts a call. What cannot be sent is the failure of its future. */
  submit(future: Py, func: Py, args: readonly Py[], kwds: PyDict | null): void {
    if (this.ring === 0) this.begin();
    // What cannot start a process raises that, and nobody waits for the call.
    this.provideWorker();
    const index = ++this.lastCall;
    const call: Call = { future, place: this.placed + 1, isRunning: false };
    this.calls.set(index, call);
    future.$cancel = this.cancelLater(index, call);
    this.markNextRunning();
    try {
      putTask(arena(), this.ring, { job: CALL, index, ...taskOf(func, args, kwds) });
    } catch (error) {
      if (error instanceof ControlFlow) throw error;
      this.fail(index, call, this.errors.withRemoteTraceback(toPython(error), remoteText(toPython(error))));
      return;
    }
    this.placed++;
    addBackground(this);
    this.encourage();
  }

  /** `Future.cancel` of a call that waits: no worker gets it. Those who wait for it hear of it when it would have been its turn. */
  private cancelLater(index: number, call: Call): Py {
    const original = getAttr(call.future, 'cancel');
    return cancelFunction(() => {
      const waits = !call.isRunning && this.calls.has(index) && this.ring !== 0;
      if (waits && !patchRecord(arena(), this.ring, CALL, index, CANCELLED)) return false;
      delete call.future.$cancel;
      return callKw(original, [], null);
    });
  }

  /** A call is about to run; a future that was cancelled before is left alone. */
  private markRunning(index: number, call: Call): boolean {
    // Noted first: its lock may have to be waited for, and other threads run meanwhile.
    call.isRunning = true;
    call.isBeingTold = true;
    const isRunning = truthy(callMethod(call.future, 'set_running_or_notify_cancel'));
    call.isBeingTold = false;
    if (isRunning) call.afterwards?.();
    else this.forget(index, call);
    return isRunning;
  }

  /** So many count as running beside those that a worker has taken. */
  private markNextRunning(): void {
    let left = this.options.workers + EXTRA_RUNNING;
    for (const [index, call] of this.calls) {
      if (left === 0) return;
      if ((call.isRunning || this.markRunning(index, call)) && call.place > this.taken) left--;
    }
  }

  private forget(index: number, call: Call): void {
    if (!this.calls.delete(index)) return;
    delete call.future.$cancel;
    if (this.calls.size === 0) removeBackground(this);
  }

  private fail(index: number, call: Call, error: PyBaseException): void {
    if (!call.isRunning && !this.markRunning(index, call)) return;
    this.settle(index, call, () => callMethod(call.future, 'set_exception', error));
  }

  /** The call is over; its future is told once it knows that it runs. */
  private settle(index: number, call: Call, tell: () => void): void {
    this.forget(index, call);
    if (call.isBeingTold === true) call.afterwards = tell;
    else tell();
  }

  // ---------------------------------------------------------------- workers

  private begin(): void {
    makeRoom();
    const shared = arena();
    this.ring = createRing(shared);
    this.results = createRing(shared);
    this.handles = [openHandle(shared, 'ring', this.ring), openHandle(shared, 'ring', this.results)];
    for (const address of [this.ring, this.results]) shared.release(address);
    // By fork all workers come at once, so that they do not inherit what happens later.
    const count = this.options.method === 'fork' ? this.options.workers : 0;
    try {
      while (this.workers.length < count) this.addWorker();
    } catch (error) {
      this.leaveRings();
      throw error;
    }
    this.threads = new ExecutorThreads();
    // Of each worker the log says that it begins.
    if (hasLogger()) this.launch(count);
  }

  private addWorker(): void {
    const { initializer, initargs, callsPerWorker, processType, method } = this.options;
    const link = Object.assign(new PyExecutorLink(), {
      calls: this.ring,
      results: this.results,
      limit: callsPerWorker,
    });
    const keywords = new Map<string, Py>([
      ['target', link],
      ['args', new PyTuple([initializer, initargs])],
    ]);
    const process: PyProcess = callKw(processType, [], keywords);
    refuseDaemon();
    const popen = startProcess(process, method, { held: true });
    const shared = arena();
    if (method !== 'fork') {
      for (const ring of [this.ring, this.results]) openHandle(shared, 'ring', ring, popen.entry);
    }
    setAttr(process, '_popen', popen);
    mp().children.set(process, true);
    this.processes.set(popen.pid, process);
    this.workers.push({ process, popen });
  }

  /** For one more call, as in CPython: a new worker, unless one has done a call and not been counted on since, or there are enough. */
  private provideWorker(): void {
    if (this.options.method === 'fork') return;
    if (this.idle > 0) this.idle--;
    else if (this.workers.length < this.options.workers) this.addWorker();
  }

  /** Lets as many workers begin as there are calls that nobody is about to take. */
  private encourage(): void {
    const { workers } = this;
    const held = heldAmong(workers);
    if (held === 0) return;
    const waiting = this.waitingCalls() - arena().i32[this.ring + Ring.readers]!;
    if (held === workers.length || waiting > workers.length - held) this.launch(1);
  }

  private launch(count: number): void {
    let left = count;
    for (const { popen } of this.workers) {
      if (left === 0) return;
      if (!popen.isHeld) continue;
      popen.launch();
      left--;
    }
  }

  // ---------------------------------------------------------------- results

  /** Number of calls that no worker has taken. */
  waitingCalls(): number {
    return this.ring === 0 ? 0 : ringItems(arena(), this.ring);
  }

  /** Number of calls so far. */
  get submitted(): number {
    return this.lastCall;
  }

  /** The futures of the calls that are not done, by number. */
  pending(): [number: number, future: Py][] {
    this.pump();
    return [...this.calls].map(([index, { future }]) => [index - 1, future]);
  }

  pump(): boolean {
    this.taken = Math.max(this.taken, this.placed - this.waitingCalls());
    let worked = this.drain();
    worked = this.reap() || worked;
    if (this.calls.size > 0) this.encourage();
    return worked;
  }

  get patienceMs(): number {
    return this.waitingCalls() > 0 && heldAmong(this.workers) > 0 ? PATIENCE_MS : Infinity;
  }

  sources(): readonly WaitSource[] {
    if (this.ring === 0) return [];
    const shared = arena();
    return [
      readerSource(shared, this.results),
      ...this.workers.filter(({ popen }) => !popen.isHeld).map(({ popen }) => processSource(shared, popen.entry)),
    ];
  }

  private drain(): boolean {
    if (this.ring === 0) return false;
    const shared = arena();
    let worked = false;
    while (this.ring !== 0 && ringItems(shared, this.results) > 0 && getRecord(shared, this.results, 0) === 'done') {
      worked = true;
      readResult(shared, this.finished, this.unreadable);
    }
    if (worked) {
      // Who has sent a result takes the next call, if he has not yet.
      const awake = this.workers.length - heldAmong(this.workers);
      this.taken = Math.min(this.placed, Math.max(this.taken, this.done + awake));
      this.markNextRunning();
    }
    return worked;
  }

  private readonly finished = (_job: number, index: number, outcome: Outcome): void => {
    const call = this.calls.get(index);
    if (call === undefined) return;
    if (!call.isRunning && !this.markRunning(index, call)) return;
    this.idle++;
    this.done++;
    this.settle(index, call, () => {
      if (outcome.kind === 'value') callMethod(call.future, 'set_result', outcome.value);
      else if (outcome.kind === 'error') {
        callMethod(call.future, 'set_exception', this.errors.withRemoteTraceback(outcome.error, outcome.traceback!));
      }
    });
  };

  private readonly unreadable = (_job: number, _index: number, error: unknown): void => {
    if (error instanceof ControlFlow) throw error;
    this.breakDown(remoteText(toPython(error)));
  };

  /** Looks for workers that have ended: one that was not to breaks the executor. */
  private reap(): boolean {
    const ended = this.workers.filter(({ popen }) => popen.poll() !== null);
    if (ended.length === 0) return false;
    this.drain();
    for (const worker of ended) {
      this.workers = this.workers.filter((each) => each !== worker);
      this.processes.delete(worker.popen.pid);
      mp().children.delete(worker.process);
      const isExpected = worker.popen.returncode === 0 && (this.isShutDown || this.options.callsPerWorker > 0);
      if (!isExpected && this.brokenText === null) {
        this.breakDown(null);
        return true;
      }
    }
    // Nobody can count on one that is gone.
    this.idle = Math.min(this.idle, this.workers.length);
    if (this.calls.size > 0 && this.workers.length === 0 && this.brokenText === null) this.addWorker();
    return true;
  }

  /** A worker has died: no call can be relied on any more. */
  private breakDown(cause: string | null): void {
    this.brokenText = 'A child process terminated abruptly, the process pool is not usable anymore';
    this.isShutDown = true;
    this.errors.noteBroken(this.brokenText);
    const error = this.errors.broken(
      'A process in the process pool was terminated abruptly while the future was running or pending.',
    );
    if (cause !== null) this.errors.withRemoteTraceback(error, cause);
    for (const { popen } of this.workers) popen.signal(SIGTERM);
    for (const [index, call] of [...this.calls]) this.fail(index, call, error);
    this.endWorkers();
  }

  // ---------------------------------------------------------------- the end

  /** Takes no more calls; the workers end when they have done those that are there. */
  shutDown(cancelsFutures: boolean): void {
    this.isShutDown = true;
    if (cancelsFutures) {
      for (const [index, call] of [...this.calls])
        if (callMethod(call.future, 'cancel') === true) this.forget(index, call);
    }
    if (this.ring !== 0 && this.brokenText === null) closeRing(arena(), this.ring);
  }

  /** Nobody has the executor any more: what was submitted is still done. */
  forgotten(): void {
    this.shutDown(false);
    if (this.calls.size === 0 && this.ring !== 0) this.endWorkers();
  }

  /** Everything is done, and nothing more can be submitted. */
  get isOver(): boolean {
    return this.isShutDown && this.calls.size === 0 && this.workers.length === 0;
  }

  /** Waits until everything is done and all workers have ended. */
  join(): void {
    if (this.ring === 0) return;
    this.runUntil(() => this.calls.size === 0, Infinity);
    this.endWorkers();
  }

  /** Waits until somebody has shut it down and everything is done. */
  waitUntilOver(limitMs: number): void {
    this.runUntil(() => this.isShutDown && this.calls.size === 0, limitMs);
    if (this.isShutDown && this.calls.size === 0) this.endWorkers();
  }

  private runUntil(isDone: () => boolean, limitMs: number): void {
    addBackground(this);
    const pumped = () => {
      this.pump();
      return isDone();
    };
    scheduler().runUntil(pumped, limitMs === Infinity ? Infinity : performance.now() + limitMs);
  }

  private endWorkers(): void {
    for (const { popen } of this.workers) if (popen.isHeld) popen.drop(0);
    for (const { popen, process } of this.workers) {
      popen.wait(Infinity);
      mp().children.delete(process);
    }
    this.workers = [];
    removeBackground(this);
    this.threads?.end();
    this.threads = null;
    this.leaveRings();
  }

  private leaveRings(): void {
    if (this.ring === 0) return;
    for (const handle of this.handles) closeHandle(arena(), handle);
    this.ring = 0;
  }
}

/** A call as it travels; several that `map` has put together go as what they are, without the function that does them. */
function taskOf(func: Py, args: readonly Py[], kwds: PyDict | null): Pick<Task, 'kind' | 'func' | 'args' | 'kwds'> {
  if (func instanceof PyPartial && func.func === processChunk && kwds === null && args.length === 1)
    return { kind: TaskKind.starmap, func: func.args.items[0], args: args[0], kwds };
  return { kind: TaskKind.apply, func, args: new PyTuple([...args]), kwds };
}

function remoteText(e: PyBaseException): string {
  const text = formatTraceback(e);
  return `\n"""\n${e.tb === null ? `Traceback (most recent call last):\n${text}` : text}"""`;
}

import { fn } from '../../object/fn.js';

const cancelFunction = (run: () => Py): Py => fn('()', run, 'cancel');
