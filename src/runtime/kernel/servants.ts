/**
 * Processes that have no thread, since what they are there for the kernel does: they have a pid, they get signals, and whoever started them can
 * wait for their end.
 */
import { type Arena, createEntry, Entry, markProgramEnded, ProcessState } from '../mp/index.js';
import { untilFree } from './busy.js';
import { KernelError } from './errors.js';
import type { Membership } from './groups.js';
import type { Handlers } from './methods.js';
import type { OpenCall, ProcessRecord } from './processes.js';
import { actionOf } from './signals.js';

export interface ServantMethods {
  /** Starts one that ignores some signals (bit n-1 for signal n); its entry, which says its pid and how it ended. */
  servantStart(name: string, ignoredSignals: number): number;
  /** It ends by itself. Errors: ESRCH. */
  servantEnd(pid: number, exitCode: number): void;
}

interface Servant extends Membership {
  readonly entry: number;
  readonly starter: ProcessRecord;
}

export class Servants {
  readonly #running = new Map<number, Servant>();

  /** @param ended called when one has ended, with the process that started it and its entry. */
  constructor(
    readonly arena: Arena,
    readonly ended: (starter: ProcessRecord, entry: number) => void,
  ) {}

  readonly methods: Handlers<ServantMethods, OpenCall> = {
    servantStart: async ({ process }, name, ignoredSignals) => {
      const entry = await untilFree(() => createEntry(this.arena, name, process.pid));
      const { i32 } = this.arena;
      i32[entry + Entry.ignored] = ignoredSignals;
      Atomics.store(i32, entry + Entry.state, ProcessState.running);
      this.#running.set(i32[entry + Entry.pid]!, {
        entry,
        starter: process,
        group: process.group,
        session: process.session,
      });
      return entry;
    },
    servantEnd: (_call, pid, exitCode) => {
      if (!this.#running.has(pid)) throw new KernelError('ESRCH', 'no such process');
      this.#end(pid, exitCode);
    },
  };

  /** Sends a signal (0: none) if `pid` is one of these. Returns whether it is. */
  kill(pid: number, signal: number): boolean {
    const servant = this.#running.get(pid);
    if (servant === undefined) return false;
    if (signal !== 0 && actionOf(this.arena, servant.entry, signal) === 'end') this.#end(pid, -signal);
    return true;
  }

  /** Sends a signal to those of a group. Returns whether there are any. */
  killGroup(group: number, signal: number): boolean {
    const members = [...this.#running].filter(([, servant]) => servant.group === group);
    for (const [pid] of members) this.kill(pid, signal);
    return members.length > 0;
  }

  membership(pid: number): Membership | undefined {
    return this.#running.get(pid);
  }

  #end(pid: number, exitCode: number): void {
    const { entry, starter } = this.#running.get(pid)!;
    this.#running.delete(pid);
    markProgramEnded(this.arena, entry, exitCode);
    this.ended(starter, entry);
  }
}
