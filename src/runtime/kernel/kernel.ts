/**
 * The kernel: the thread that Node started. It runs no program code and never blocks; it starts and ends processes, and does
 * for them what needs an event loop.
 *
 * Threads: everything here runs on the kernel's thread. A process ends either by itself (its thread has then already marked its entry)
 * or by force: its task is aborted, and when the thread is gone, the kernel frees what it held.
 */
import { MessageChannel, receiveMessageOnPort, type Worker } from 'node:worker_threads';
import {
  type Arena,
  createArena,
  createEntry,
  Entry,
  Header,
  hasEnded,
  keepStats,
  type ProcessStats,
  pidOf,
  processName,
  statsOf,
  tellEnd,
} from '../mp/index.js';
import { type BlockedProcess, DeadlockWatch } from './deadlock.js';
import { clearCpuTimers, setCpuTimer } from './cpuTimers.js';
import { Delivery } from './delivery.js';
import { endBySignal } from './endBySignal.js';
import { errorData, KernelError } from './errors.js';
import { beginSession, enterGroup, knownAs, numbered } from './groups.js';
import { Halting } from './halting.js';
import { removeLeftMemory } from './leftovers.js';
import { ownNumbers } from './ownNumbers.js';
import { RealSignals } from './realSignals.js';
import type { CallRequest, ExitStatus, ProcessInit, Reply, Request, StartRequest, ThreadData } from './messages.js';
import type { Handlers, ProcessMethods } from './methods.js';
import { type OpenCall, type ProcessRecord, ProcessTable } from './processes.js';
import { bury } from './remains.js';
import { Services } from './services.js';
import { isValidSignal, signalNumber } from './signals.js';
import { closeOutput, detachStdio, OUTPUTS } from './stdio.js';
import { processorCount, Threads } from './threads.js';
import { clearProcessTimer, setProcessTimer } from './timers.js';

/** The exit code after a deadlock. */
export const DEADLOCK_EXIT = 70;
const SIGKILL = 9;
/** How long a process computes before its green threads get a turn. */
const TICK_MS = 20;

export interface KernelOptions {
  /** Module that a thread loads; its default export takes each `ThreadTask` and returns the process's exit status. */
  readonly workerFile: string;
  readonly threadData?: ThreadData;
  /** A thread that has been started already, with `startFirstThread`. */
  readonly firstThread?: Worker;
  /** Sizes of each thread's stack and heap; the defaults allow deep recursion and what Node itself would. */
  readonly stackMb?: number;
  readonly heapMb?: number;
  /** Told when the processes are in a deadlock, before they are ended. */
  readonly onDeadlock: (blocked: BlockedProcess[]) => void;
  /** What is the main program's parent to it, where that is not Node's; the processes then have pids by which others reach Node. */
  readonly parentPid?: number;
  /** Told when the main program has ended and left others running. */
  readonly onMainEnd?: (status: ExitStatus) => void;
  /** Told when a thread fails in a way that the process could not report itself, such as its heap being full. */
  readonly onThreadFailure: (name: string, error: Error) => void;
}

/** The statistics of one process. */
export interface NamedStats extends ProcessStats {
  readonly name: string;
  readonly pid: number;
}

export class Kernel {
  readonly arena: Arena;
  readonly #threads: Threads;
  readonly #processes = new ProcessTable();
  readonly #services: Services;
  readonly #deadlock: DeadlockWatch;
  readonly #delivery: Delivery;
  readonly #realSignals: RealSignals;
  readonly #halting: Halting;
  /** Names at which processes take connections. */
  readonly #offers = new Map<string, { ring: number; owner: ProcessRecord }>();
  #main: ProcessRecord | null = null;
  /** Entries of all processes, while statistics are kept. */
  #counted: number[] | null = null;
  #status: ExitStatus = 0;
  #finish: (status: ExitStatus) => void = () => {};

  /** Starts the first thread at once, if it is not given. */
  constructor(readonly options: KernelOptions) {
    detachStdio();
    this.#threads = new Threads(options);
    this.arena = createArena({ firstPid: process.pid, processors: processorCount() });
    this.#services = new Services(this.arena, (starter, ended) => this.#tellEnd(starter, ended));
    this.#delivery = new Delivery(
      this.arena,
      (program, signal) => this.#services.kill(program, signal),
      (target, status) => this.#end(target, status),
      (target) => this.#halting.report(target),
    );
    this.#realSignals = new RealSignals(this.#processes, this.#delivery, () => this.#addressee());
    this.#halting = new Halting(this.arena, this.#processes, this.#delivery, {
      mainLives: () => this.#processes.get(this.#main!.pid) !== undefined,
      awaitGoOn: () => this.#realSignals.watch('SIGCONT'),
    });
    this.#deadlock = new DeadlockWatch(
      this.arena,
      () => Array.from(this.#processes, ({ entry }) => entry),
      () => this.#mayBeWoken(),
      (blocked) => this.#endDeadlock(blocked),
    );
  }

  /** Runs the main program. Fulfilled with its exit status when it and everything that it started has ended. */
  run(payload: unknown, name = 'MainProcess'): Promise<ExitStatus> {
    this.#realSignals.watch('SIGINT');
    const parentPid = this.options.parentPid ?? process.ppid;
    const entry = createEntry(this.arena, name, parentPid);
    if (this.options.parentPid !== undefined) Atomics.store(this.arena.i32, Header.nextPid, ownNumbers(process.pid));
    return new Promise((resolve) => {
      this.#finish = resolve;
      this.#main = this.#start({ type: 'start', entry, kind: 'main', payload, transfer: [] }, parentPid);
      this.#deadlock.start();
    });
  }

  /** Starts threads until so many are idle. */
  prewarm(threads: number): void {
    this.#threads.prewarm(threads);
  }

  /** From now on, what each process does with its time is counted. */
  keepStats(): void {
    this.#counted = [];
    keepStats(this.arena);
  }

  /** What was counted of each process, in the order of their starts. */
  stats(): NamedStats[] {
    const { arena } = this;
    arena.refreshIfGrown();
    return (this.#counted ?? []).flatMap((entry) => {
      const stats = statsOf(arena, entry);
      return stats === null ? [] : [{ name: processName(arena, entry), pid: pidOf(arena, entry), ...stats }];
    });
  }

  /** Ends Node with a program's status; by the signal itself if one ended the program, so that a shell sees it. */
  exit(status: ExitStatus): void {
    removeLeftMemory(this.arena);
    if (status >= 0) {
      const unsent = this.#services.unsent();
      if (unsent === null) process.exit(status & 0xff);
      // What the system would go on sending after a process has ended.
      unsent.then(() => process.exit(status & 0xff));
      return;
    }
    // A signal ends Node without further ado.
    this.#services.close();
    endBySignal(-status);
  }

  #start({ entry, kind, payload, transfer }: StartRequest, parentPid: number): ProcessRecord {
    const { port1, port2 } = new MessageChannel();
    this.arena.reach(entry, Entry.files + 1);
    const pid = this.arena.i32[entry + Entry.pid]!;
    const init: ProcessInit = { kind, pid, parentPid, entry, arena: this.arena.buffer, port: port2, payload };
    const task = this.#threads.run(init, [port2, ...transfer], {
      isOver: () => hasEnded(this.arena, entry),
      isWaiting: () => Atomics.load(this.arena.i32, entry + Entry.waiting) !== 0,
    });
    const timer = { handle: null, dueMs: 0, intervalMs: 0 };
    const parent = this.#processes.get(parentPid);
    const record: ProcessRecord = {
      pid,
      parentPid,
      entry,
      kind,
      askedMs: Date.now(),
      port: port1,
      calls: new Map(),
      timer,
      cpuTimers: new Map(),
      task,
      held: new Set(),
      program: null,
      programLeads: false,
      doom: null,
      ticker: null,
      isAbandoned: false,
      group: parent?.group ?? 0,
      session: parent?.session ?? 0,
      interruptedMs: Number.NEGATIVE_INFINITY,
      watched: 0,
      streams: new Set(parent?.streams ?? OUTPUTS),
    };
    port1.on('message', (request: Request) => this.#receive(record, request));
    this.#processes.add(record);
    this.#counted?.push(entry);
    task.ended.then((error) => this.#threadDone(record, error));
    return record;
  }

  #receive(caller: ProcessRecord, request: Request): void {
    switch (request.type) {
      case 'start': {
        const child = this.#start(request, caller.pid);
        if (request.kind !== 'fork') return;
        this.#services.inherit(caller, child);
        return;
      }
      case 'cancel': {
        const call = caller.calls.get(request.id);
        if (call !== undefined) call.cancelled = true;
        caller.calls.delete(request.id);
        return;
      }
      case 'call':
        this.#call(caller, request);
    }
  }

  async #call(caller: ProcessRecord, { id, method, args }: CallRequest): Promise<void> {
    const call: OpenCall = { process: caller, method, cancelled: false };
    if (id !== 0) caller.calls.set(id, call);
    let reply: Reply;
    try {
      const own = (this.#methods as Record<string, (call: OpenCall, ...args: any[]) => unknown>)[method];
      const handler = own ?? (await this.#services.handler(method));
      const result = handler(call, ...args);
      reply = { id, ok: true, value: result instanceof Promise ? await result : result };
    } catch (error) {
      reply = { id, ok: false, error: errorData(error) };
    }
    caller.calls.delete(id);
    if (id === 0) return;
    // Also to a cancelled call: the process is waiting to forget it.
    caller.port.postMessage(reply);
    const cell = caller.entry + Entry.replies;
    Atomics.add(this.arena.i32, cell, 1);
    Atomics.notify(this.arena.i32, cell);
    this.#ring(caller);
  }

  /** Wakes a process that is, or is about to be, waiting for several things. */
  #ring({ entry }: ProcessRecord): void {
    Atomics.add(this.arena.i32, entry + Entry.doorbell, 1);
    Atomics.notify(this.arena.i32, entry + Entry.doorbell);
  }

  readonly #methods: Handlers<ProcessMethods, OpenCall> = {
    kill: ({ process }, pid, signal) => this.#kill(process, pid, signal),
    groupOf: ({ process }, pid) => {
      const found = pid === 0 ? process : (this.#living(pid) ?? this.#services.membership(pid));
      if (found === undefined && this.#wasOurs(pid)) throw new KernelError('ESRCH', 'no such process');
      return found === undefined ? null : numbered(found);
    },
    setGroup: ({ process }, pid, group) => enterGroup(this.#processes, process, pid, group),
    setSession: ({ process }) => beginSession(process),
    watchSignals: ({ process }, mask) => {
      process.watched = mask;
      if (process === this.#addressee()) this.#realSignals.watchAll(mask);
    },
    setTimer: ({ process }, delayMs, intervalMs) =>
      setProcessTimer(process, delayMs, intervalMs, () => this.#delivery.send(process, signalNumber('SIGALRM'))),
    setCpuTimer: ({ process }, signal, thread, delayMs, intervalMs) =>
      setCpuTimer(process, signal, thread, delayMs, intervalMs, () => this.#delivery.send(process, signal)),
    offerRing: ({ process }, name, ring) => {
      this.#offers.set(name, { ring, owner: process });
    },
    findRing: (_call, name) => this.#offers.get(name)?.ring ?? 0,
    withdrawRing: (_call, name) => {
      this.#offers.delete(name);
    },
    setTicks: ({ process }, on) => {
      clearInterval(process.ticker ?? undefined);
      process.ticker = on ? setInterval(() => this.#delivery.tick(process), TICK_MS).unref() : null;
    },
    stopped: ({ process }) => this.#halting.stopped(process),
    leaveStream: ({ process }, fd) => this.#leaveStreams(process, [fd]),
    prewarm: (_call, threads) => this.prewarm(threads),
    listProcesses: () => Array.from(this.#processes, ({ pid, parentPid, entry }) => ({ pid, parentPid, entry })),
    findProcess: (_call, pid) => this.#processes.get(pid)?.entry ?? 0,
  };

  #kill(caller: ProcessRecord, pid: number, signal: number): void | Promise<void> {
    if (!isValidSignal(signal)) throw new KernelError('EINVAL', 'invalid signal');
    if (pid === 0 || pid < -1) {
      const group = pid === 0 ? caller.group : knownAs(-pid);
      const isSent = this.#services.killGroup(group, signal);
      const members = [...this.#processes].filter((p) => p.group === group && !hasEnded(this.arena, p.entry));
      const sent = signal === 0 ? [] : members.map((member) => this.#delivery.sendFrom(caller, member, signal, true));
      if (sent.some((later) => later !== undefined)) return Promise.all(sent).then(() => {});
      if (isSent || members.length > 0) return;
    }
    const target = this.#living(pid);
    if (target !== undefined) return signal === 0 ? undefined : this.#delivery.sendFrom(caller, target, signal);
    if (pid === process.pid) throw new KernelError('ESRCH', 'no such process');
    if (this.#services.kill(pid, signal)) return;
    if (this.#wasOurs(pid)) throw new KernelError('ESRCH', 'no such process');
    process.kill(pid, signal);
  }

  /** Who is meant by a signal for the program: its main process, and when that has ended, the first that it has left. */
  #addressee(): ProcessRecord | null {
    const main = this.#main;
    return main === null || this.#processes.get(main.pid) !== undefined ? main : this.#processes.firstOrphan();
  }

  #living(pid: number): ProcessRecord | undefined {
    const found = this.#processes.get(pid);
    return found !== undefined && !hasEnded(this.arena, found.entry) ? found : undefined;
  }

  /** The number of a process of ours that has ended, or of its group (negative), may be another program's real one. */
  #wasOurs(pid: number): boolean {
    const number = Math.abs(pid);
    return number > process.pid && number < Atomics.load(this.arena.i32, Header.nextPid);
  }

  /** Ends a process by force. */
  #end(target: ProcessRecord, status: ExitStatus): void {
    if (target.doom !== null || hasEnded(this.arena, target.entry)) return;
    target.doom = status;
    target.task.abort();
  }

  /** The thread of a process is free again, or gone. */
  #threadDone(record: ProcessRecord, error: Error | null): void {
    const { arena } = this;
    if (!hasEnded(arena, record.entry)) {
      const status = record.doom ?? -SIGKILL;
      if (!bury(arena, record.entry, status)) {
        setImmediate(() => this.#threadDone(record, error));
        return;
      }
      if (record.doom === null && error !== null) {
        this.options.onThreadFailure(arena.stringAt(arena.i32[record.entry + Entry.name]!), error);
      }
    }
    this.#forget(record);
  }

  #forget(record: ProcessRecord): void {
    const { arena } = this;
    // What it sent last, such as the start of a child, may not have been seen yet.
    for (let got = receiveMessageOnPort(record.port); got !== undefined; got = receiveMessageOnPort(record.port)) {
      this.#receive(record, got.message as Request);
    }
    clearCpuTimers(record);
    clearProcessTimer(record);
    clearInterval(record.ticker ?? undefined);
    this.#services.forget(record);
    for (const [name, { owner }] of this.#offers) if (owner === record) this.#offers.delete(name);
    record.port.close();
    this.#processes.remove(record);
    this.#processes.orphan(record, arena);
    const parent = this.#processes.get(record.parentPid);
    if (parent !== undefined) this.#tellEnd(parent, record.entry);
    if (this.#processes.size > 0) this.#leaveStreams(record, OUTPUTS);
    if (record === this.#main) this.#mainEnded(record);
    else this.#endAbandoned();
    this.#halting.lookAtAll();
    if (this.#processes.size === 0) this.#finish(this.#status);
  }

  #tellEnd(parent: ProcessRecord, entry: number): void {
    tellEnd(this.arena, entry, () => this.#delivery.send(parent, signalNumber('SIGCHLD')));
  }

  #mainEnded({ entry }: ProcessRecord): void {
    this.#status = this.arena.i32[entry + Entry.exitCode]!;
    // After an ordinary end, what it left running goes on, as orphans do; after a fatal signal nothing is left.
    if (this.#status < 0) this.#endAll(this.#status);
    else this.#endAbandoned();
    if (this.#processes.size === 0) return;
    this.#realSignals.watchAll(this.#addressee()?.watched ?? 0);
    this.options.onMainEnd?.(this.#status);
  }

  /** Once the main program has ended, nobody ends what killed processes have left. */
  #endAbandoned(): void {
    if (this.#processes.get(this.#main!.pid) !== undefined) return;
    for (const process of this.#processes) if (process.isAbandoned) this.#end(process, -signalNumber('SIGTERM'));
  }

  #endAll(status: ExitStatus): void {
    for (const process of this.#processes) this.#end(process, status);
  }

  #leaveStreams({ streams }: ProcessRecord, left: readonly number[]): void {
    for (const fd of left) if (streams.delete(fd) && !this.#processes.anyHasStream(fd)) closeOutput(fd);
  }

  #mayBeWoken(): boolean {
    if (this.#services.runningPrograms > 0) return true;
    for (const { calls, timer } of this.#processes) if (calls.size > 0 || timer.handle !== null) return true;
    return false;
  }

  #endDeadlock(blocked: BlockedProcess[]): void {
    // Orphans that wait for a main program that is gone are no news.
    if (this.#processes.get(this.#main!.pid) !== undefined) {
      this.options.onDeadlock(blocked);
      this.#endAll(DEADLOCK_EXIT);
    } else {
      this.#endAll(-signalNumber('SIGTERM'));
    }
  }
}
