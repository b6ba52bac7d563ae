/** The workers of a pool: which there are, which have begun, and how another one comes to be. */
import { Entry, openHandle, reasons } from '../../mp/index.js';
import { ProcessState } from '../../mp/layout.js';
import { getAttr, setAttr } from '../../object/attributes.js';
import type { Keywords } from '../../object/binding.js';
import { callMethod } from '../../object/call.js';
import type { Py } from '../../object/object.js';
import { str } from '../../object/text.js';
import { PyTuple } from '../../object/values.js';
import type { ChildPayload } from '../../process/payload.js';
import { debug } from './log.js';
import { PyPoolLink, worker } from './poolWorker.js';
import { type PyPopen, startProcess } from './popen.js';
import { PyProcess } from './process.js';
import type { StartMethod } from './state.js';
import { mp } from './state.js';
import { arena } from './support.js';

/** A worker's two cells: job and index of its task. */
const SLOT_CELLS = 2;
const SLOT_BYTES = SLOT_CELLS * 4;
const SIGTERM = 15;

/** Makes a process of the pool's class, given its arguments. */
export type MakeProcess = (keywords: Keywords) => Py;

export interface CrewOptions {
  readonly processes: number;
  readonly initializer: Py;
  readonly initargs: Py;
  readonly maxtasks: Py;
  /** How the workers are started. */
  readonly method: StartMethod;
}

export interface Worker {
  readonly process: PyProcess;
  readonly popen: PyPopen;
  /** Address of its two cells. */
  readonly slot: number;
}

/** Bytes that the cells of a pool's workers take in the arena. */
export const slotsSize = (processes: number): number => processes * SLOT_BYTES;

/** How many of the processes have not begun: a signal from anybody lets one begin. */
export function heldAmong(processes: readonly { readonly popen: PyPopen }[]): number {
  let count = 0;
  for (const { popen } of processes) if (popen.isHeld) count++;
  return count;
}

export class PoolCrew {
  readonly workers: Worker[] = [];
  /** Those that ended once no others were to follow. */
  readonly over: PyProcess[] = [];
  /** When a worker was last told to begin, in `performance.now()`. */
  launchedMs = 0;
  private readonly freeSlots: number[];
  /** What the first worker was started with; the others differ in their names only. */
  private template: ChildPayload | null = null;
  /** Processes of a class that is none of this package's: they can only be started and ended. */
  private readonly strangers: Py[] = [];

  /**
   * @param tasks @param results addresses of the rings that the workers use
   * @param slots address of `slotsSize` bytes for the workers' cells
   */
  constructor(
    private readonly options: CrewOptions,
    private readonly tasks: number,
    private readonly results: number,
    slots: number,
  ) {
    this.freeSlots = Array.from({ length: options.processes }, (_, i) => slots + i * SLOT_CELLS).reverse();
  }

  /** Number of workers that a pool begins with. */
  get size(): number {
    return this.options.processes;
  }

  /** Number of workers that have not begun. */
  get held(): number {
    return heldAmong(this.workers);
  }

  /** Number of workers that have been told to begin. */
  get launched(): number {
    return this.workers.length - this.held;
  }

  /** Number of workers that have a task. */
  atWork(): number {
    const { i32 } = arena();
    let count = 0;
    for (const { slot } of this.workers) if (Atomics.load(i32, slot) !== 0) count++;
    return count;
  }

  /** Makes the workers that a pool begins with. */
  fill(make: MakeProcess): void {
    while (this.freeSlots.length > 0) this.add(make);
    this.template = null;
  }

  /** A worker for one that has ended: it inherits what is so now. */
  replace(make: MakeProcess): void {
    this.add(make);
    this.template = null;
  }

  private add(makeProcess: MakeProcess): void {
    const slot = this.freeSlots.pop()!;
    const process = this.newProcess(slot, makeProcess);
    if (!(process instanceof PyProcess)) {
      this.strangers.push(process);
      callMethod(process, 'start');
      return;
    }
    const popen = startProcess(process, this.options.method, {
      held: true,
      payload: (make) => {
        // A message holds what it brings until it arrives: each worker that is spawned needs its own.
        if (this.options.method !== 'fork' || this.template === null) this.template = make();
        const identity = (process.$_identity as PyTuple).items as number[];
        return { ...this.template, worker: { name: str(getAttr(process, 'name')), identity, slot } };
      },
    });
    // Tells whoever waits for results that the worker has ended.
    openHandle(arena(), 'writer', this.results, popen.entry);
    setAttr(process, '_popen', popen);
    mp().children.set(process, true);
    this.workers.push({ process, popen, slot });
    debug('added worker');
  }

  private newProcess(slot: number, makeProcess: MakeProcess): Py {
    const { initializer, initargs, maxtasks } = this.options;
    const link = Object.assign(new PyPoolLink(), { tasks: this.tasks, results: this.results, slot });
    const args = new PyTuple([link, initializer, initargs, maxtasks]);
    const keywords: [string, Py][] = [
      ['target', worker],
      ['args', args],
    ];
    const process = makeProcess(new Map(keywords));
    setAttr(process, 'name', str(getAttr(process, 'name')).replace('Process', 'PoolWorker'));
    setAttr(process, 'daemon', true);
    return process;
  }

  /** Takes a worker that has ended out of the crew. @param isLast whether there is to be none in its place */
  remove(ended: Worker, isLast: boolean): void {
    this.workers.splice(this.workers.indexOf(ended), 1);
    mp().children.delete(ended.process);
    if (isLast) this.over.push(ended.process);
    this.freeSlots.push(ended.slot);
  }

  /** Number of workers that were launched and do not run yet. */
  starting(): number {
    const { i32 } = arena();
    let count = 0;
    for (const { popen } of this.workers) {
      if (!popen.isHeld && i32[popen.entry + Entry.state] === ProcessState.created) count++;
    }
    return count;
  }

  /** Lets up to `count` more workers begin. */
  launch(count: number): void {
    let left = count;
    if (left > 0) this.launchedMs = performance.now();
    for (const { popen } of this.workers) {
      if (left <= 0) return;
      if (!popen.isHeld) continue;
      popen.launch();
      left--;
    }
  }

  /** Ends those that have not begun, with an exit code (negative: a signal). */
  endHeld(code: number): void {
    for (const { popen } of this.workers) if (popen.isHeld) popen.drop(code);
  }

  /** A worker could not be made: those that were are forgotten. */
  abandon(): void {
    this.endHeld(0);
    for (const { process } of this.workers) mp().children.delete(process);
    this.workers.length = 0;
    this.endStrangers();
  }

  /** Ends all of them. @param graceMs how long a worker without a task gets to end by itself */
  terminate(graceMs: number): void {
    const patience = performance.now() + graceMs;
    for (const worker of this.workers) if (!endsByItself(worker, patience)) worker.popen.signal(SIGTERM);
    for (const { process, popen } of this.workers) {
      popen.wait(Infinity);
      mp().children.delete(process);
      this.over.push(process);
    }
    this.workers.length = 0;
  }

  endStrangers(): void {
    for (const process of this.strangers) if (getAttr(process, 'exitcode') === null) callMethod(process, 'terminate');
    for (const process of this.strangers) callMethod(process, 'join');
    this.strangers.length = 0;
  }
}

/** Whether a worker finds out, until a point in time, that there will be no more tasks. */
function endsByItself({ popen, slot }: Worker, deadline: number): boolean {
  const { i32 } = arena();
  const isRunning = Atomics.load(i32, popen.entry + Entry.state) === ProcessState.running;
  if (isRunning) popen.wait(Math.max(0, deadline - performance.now()));
  if (popen.poll() !== null) return true;
  const reason = reasons[Atomics.load(i32, popen.entry + Entry.waiting)];
  return Atomics.load(i32, slot) === 0 && reason === 'pool task';
}
