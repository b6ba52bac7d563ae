/** The kernel's record of a process, and the table of all that live. */
import type { MessagePort } from 'node:worker_threads';
import { type Arena, Entry, ORPHANS_PARENT } from '../mp/index.js';
import type { CpuTimer } from './cpuTimers.js';
import type { ExitStatus, StartKind } from './messages.js';
import type { Task } from './threads.js';

/** A call that a process has made and that is not answered. */
export interface OpenCall {
  readonly process: ProcessRecord;
  readonly method: string;
  /** The process no longer wants the result: nothing may be taken for it any more. */
  cancelled: boolean;
}

export interface ProcessRecord {
  readonly pid: number;
  parentPid: number;
  /** Address of its entry. */
  readonly entry: number;
  readonly kind: StartKind;
  /** When its starter asked for it, in ms since the epoch. */
  readonly askedMs: number;
  readonly port: MessagePort;
  readonly calls: Map<number, OpenCall>;
  readonly timer: { handle: NodeJS.Timeout | null; dueMs: number; intervalMs: number };
  /** Its timers of processor time, by signal. */
  readonly cpuTimers: Map<number, CpuTimer>;
  task: Task;
  /** Pid of the program that has taken its place (`exec`) and gets its signals. */
  program: number | null;
  /** That program has a group of its own, whose number is its pid. */
  programLeads: boolean;
  /** Signals that would have ended it while it is stopped. */
  readonly held: Set<number>;
  /** Set when the kernel has decided to end it: the status it then has. */
  doom: ExitStatus | null;
  /** Interrupts it now and then; null if it has not asked for that. */
  ticker: NodeJS.Timeout | null;
  /** Its parent, or that one's, was ended by a signal: it does not outlive the main program. */
  isAbandoned: boolean;
  /** Its process group and its session (groups.ts). */
  group: number;
  session: number;
  /** When the oldest signal arrived that it may not have looked at yet. */
  interruptedMs: number;
  /** Signals that it handles or ignores, a bit for each. */
  watched: number;
  /** The standard streams that it has not closed. */
  readonly streams: Set<number>;
}

export class ProcessTable {
  readonly #byPid = new Map<number, ProcessRecord>();

  add(process: ProcessRecord): void {
    this.#byPid.set(process.pid, process);
  }

  remove(process: ProcessRecord): void {
    this.#byPid.delete(process.pid);
  }

  /** The children of a process that has ended have another parent; those of one that was killed are abandoned. */
  orphan(parent: ProcessRecord, arena: Arena): void {
    const isKilled = arena.i32[parent.entry + Entry.exitCode]! < 0;
    for (const child of this.#byPid.values()) {
      if (child.parentPid !== parent.pid) continue;
      child.parentPid = ORPHANS_PARENT;
      child.isAbandoned ||= isKilled || parent.isAbandoned;
      // One that is another's child, as far as it sees, stays that.
      Atomics.compareExchange(arena.i32, child.entry + Entry.parentPid, parent.pid, ORPHANS_PARENT);
    }
  }

  /** Whether any has this standard stream. */
  anyHasStream(fd: number): boolean {
    for (const { streams } of this.#byPid.values()) if (streams.has(fd)) return true;
    return false;
  }

  /** The oldest one whose parent has ended. */
  firstOrphan(): ProcessRecord | null {
    for (const process of this.#byPid.values()) if (process.parentPid === ORPHANS_PARENT) return process;
    return null;
  }

  get(pid: number): ProcessRecord | undefined {
    return this.#byPid.get(pid);
  }

  get size(): number {
    return this.#byPid.size;
  }

  [Symbol.iterator](): IterableIterator<ProcessRecord> {
    return this.#byPid.values();
  }
}
