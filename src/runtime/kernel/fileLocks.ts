/**
 * Locks on files between processes (`flock`, `lockf`): they are the kernel's, since all processes are one to the operating system.
 *
 * A lock belongs to an owner: for `flock` an open file, which several processes may share; for `lockf` a process. It ends when
 * the last process that has the owner ends, or gives it up.
 */
import type { Handlers } from './methods.js';
import type { OpenCall, ProcessRecord } from './processes.js';
import { Waits } from './waits.js';

export type LockMode = 'shared' | 'exclusive' | 'none';

export interface FileLockMethods {
  /**
   * Locks bytes `start` to `end` (exclusive) of a file for an owner, or gives them up. Waits for other owners at most `timeoutMs`
   * (negative: no limit). Returns whether it was done.
   */
  fileLock(file: string, owner: string, mode: LockMode, start: number, end: number, timeoutMs: number): boolean;
  /** This process no longer has the owner. */
  fileLockClose(owner: string): void;
}

interface Lock {
  readonly owner: string;
  readonly isExclusive: boolean;
  readonly start: number;
  readonly end: number;
}

export class FileLocks {
  readonly #locks = new Map<string, Lock[]>();
  /** Processes that have an owner. */
  readonly #holders = new Map<string, Set<ProcessRecord>>();
  readonly #waits = new Waits();
  readonly #hasEnded: (process: ProcessRecord) => boolean;

  /** @param hasEnded whether a process has ended, of which `forget` may not know yet. */
  constructor(hasEnded: (process: ProcessRecord) => boolean) {
    this.#hasEnded = hasEnded;
  }

  readonly methods: Handlers<FileLockMethods, OpenCall> = {
    fileLock: async (call, file, owner, mode, start, end, timeoutMs) => {
      const isFree = () => mode === 'none' || !this.#conflicts(file, owner, mode === 'exclusive', start, end);
      if (!(await this.#waits.until(call, isFree, timeoutMs))) return false;
      this.#set(file, owner, mode, start, end);
      this.#hold(owner, call.process);
      this.#waits.poke();
      return true;
    },
    fileLockClose: ({ process }, owner) => this.#release(owner, process),
  };

  /** A forked child has the open files of its parent. */
  inherit(parent: ProcessRecord, child: ProcessRecord): void {
    for (const [owner, holders] of this.#holders) {
      if (holders.has(parent) && !isProcess(owner)) holders.add(child);
    }
  }

  forget(process: ProcessRecord): void {
    for (const owner of [...this.#holders.keys()]) this.#release(owner, process);
  }

  #conflicts(file: string, owner: string, isExclusive: boolean, start: number, end: number): boolean {
    const locks = this.#locks.get(file) ?? [];
    return locks.some(
      (lock) =>
        lock.owner !== owner &&
        (lock.isExclusive || isExclusive) &&
        lock.start < end &&
        start < lock.end &&
        this.#isHeld(lock.owner),
    );
  }

  #isHeld(owner: string): boolean {
    for (const process of this.#holders.get(owner) ?? []) if (!this.#hasEnded(process)) return true;
    return false;
  }

  /** Replaces what the owner has of the range. */
  #set(file: string, owner: string, mode: LockMode, start: number, end: number): void {
    const kept: Lock[] = [];
    for (const lock of this.#locks.get(file) ?? []) {
      if (lock.owner !== owner || lock.end <= start || end <= lock.start) kept.push(lock);
      else {
        if (lock.start < start) kept.push({ ...lock, end: start });
        if (lock.end > end) kept.push({ ...lock, start: end });
      }
    }
    if (mode !== 'none') kept.push({ owner, isExclusive: mode === 'exclusive', start, end });
    if (kept.length === 0) this.#locks.delete(file);
    else this.#locks.set(file, kept);
  }

  #hold(owner: string, process: ProcessRecord): void {
    const holders = this.#holders.get(owner);
    if (holders === undefined) this.#holders.set(owner, new Set([process]));
    else holders.add(process);
  }

  #release(owner: string, process: ProcessRecord): void {
    const holders = this.#holders.get(owner);
    if (holders === undefined || !holders.delete(process) || holders.size > 0) return;
    this.#holders.delete(owner);
    for (const file of [...this.#locks.keys()]) this.#set(file, owner, 'none', 0, Infinity);
    this.#waits.poke();
  }
}

/** Owners that are processes are not inherited. */
const isProcess = (owner: string): boolean => owner.startsWith('pid');
