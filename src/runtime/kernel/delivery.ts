/** Signals on their way to processes. */
import { type Arena, begunAt, Entry, hasEnded, isHalted, tellToGoOn, tellToStop } from '../mp/index.js';
import { Interrupter } from './interrupter.js';
import type { ExitStatus } from './messages.js';
import type { ProcessRecord } from './processes.js';
import { actionOf, raiseInterrupt, signalNumber, withdrawInterrupt } from './signals.js';

const KILL = signalNumber('SIGKILL');
const STOP = signalNumber('SIGSTOP');
const CONT = signalNumber('SIGCONT');
/** How soon a process that computes is made to look at its signals, and how often again. */
const INTERRUPT_AFTER_MS = 1;
const INTERRUPT_AGAIN_MS = 50;
/** A second Ctrl-C ends a process that has not looked at the first one for so long: it is somewhere deep in a built-in function. */
const PATIENCE_MS = 1000;
/** How long a process of CPython takes, about, from the call that starts it to its own first line. */
const STARTING_MS = { fork: 2, spawn: 60 } as const;
/** What has run for so long has done what a start is followed by, and gets signals at once. */
const MOST_OWED_MS = 100;
/**
 * Ctrl-C reaches all processes at once, and what a parent does about it ends its children: by then they have said what they have to say of
 * it. Ours take longer for that, so for this long after an interrupt they are not ended by another process.
 */
const REACTING_MS = 60;
/** A process that takes longer than that to begin is ended without having begun. */
const LATEST_START_MS = 2000;
const LOOK_AGAIN_MS = 2;

export class Delivery {
  readonly #interrupter = new Interrupter();

  constructor(
    readonly arena: Arena,
    readonly toProgram: (program: number, signal: number) => void,
    readonly end: (target: ProcessRecord, status: ExitStatus) => void,
    readonly report: (target: ProcessRecord) => void,
  ) {}

  /**
   * Delivers a signal that a process sends. One that has begun later than CPython's would have has done less by now: it gets the time first,
   * and the sender goes on when the signal is there.
   */
  sendFrom(sender: ProcessRecord, target: ProcessRecord, signal: number, toGroup = false): undefined | Promise<void> {
    if (sender !== target && target.kind !== 'main') {
      const owedMs = Math.min(Date.now() - target.askedMs - STARTING_MS[target.kind], MOST_OWED_MS);
      if (this.#owes(target, owedMs) || this.#isReacting(target, signal))
        return this.#sendLater(owedMs, target, signal, toGroup);
    }
    this.send(target, signal, toGroup);
    return undefined;
  }

  async #sendLater(owedMs: number, target: ProcessRecord, signal: number, toGroup: boolean): Promise<void> {
    while (this.#owes(target, owedMs) || this.#isReacting(target, signal))
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    if (!hasEnded(this.arena, target.entry)) this.send(target, signal, toGroup);
  }

  /** Whether a process has not had so much time yet. */
  #owes({ entry, askedMs, program }: ProcessRecord, owedMs: number): boolean {
    if (owedMs <= 0 || program !== null || hasEnded(this.arena, entry)) return false;
    const begun = begunAt(this.arena, entry);
    return begun === 0 ? Date.now() - askedMs < LATEST_START_MS : Date.now() - begun < owedMs;
  }

  /** Whether a process that the signal would end has got an interrupt just now. */
  #isReacting({ entry, interruptedMs, program }: ProcessRecord, signal: number): boolean {
    if (performance.now() - interruptedMs > REACTING_MS || program !== null || hasEnded(this.arena, entry))
      return false;
    return actionOf(this.arena, entry, signal) === 'end';
  }

  /**
   * Delivers a signal: to the program in its place, by ending the process, or to its handlers.
   * @param toGroup it is for all processes of the target's group
   */
  send(target: ProcessRecord, signal: number, toGroup = false): void {
    if (target.program !== null) {
      this.toProgram(toGroup && target.programLeads ? -target.program : target.program, signal);
      return;
    }
    const action = actionOf(this.arena, target.entry, signal);
    const first = signal === CONT ? () => this.#goOn(target) : undefined;
    if (action !== 'handle') first?.();
    if (action === 'stop') this.#stop(target, signal);
    else if (action === 'end') this.#endBy(target, signal);
    else if (action === 'handle') this.#interruptBy(target, signal, first);
  }

  /** Ends a process; one that is stopped only when it goes on, but for SIGKILL. */
  #endBy(target: ProcessRecord, signal: number): void {
    if (signal !== KILL && isHalted(this.arena, target.entry)) target.held.add(signal);
    else this.end(target, -signal);
  }

  /** Tells a process to stop, which it does as soon as it looks at its signals. */
  #stop(target: ProcessRecord, signal: number): void {
    if (!tellToStop(this.arena, target.entry, signal)) return;
    raiseInterrupt(this.arena, target.entry, STOP);
    setTimeout(() => this.#interrupt(target), INTERRUPT_AFTER_MS);
  }

  /** Lets a process go on that is stopped, or end by what has come for it meanwhile. */
  #goOn(target: ProcessRecord): void {
    const { arena } = this;
    if (target.held.size > 0) {
      this.end(target, -Math.min(...target.held));
      return;
    }
    withdrawInterrupt(arena, target.entry, STOP);
    if (tellToGoOn(arena, target.entry)) this.report(target);
  }

  /** Delivers SIGCHLD for what `report` leaves for a waiting parent: that comes first, and the signal is there when the wait is over. */
  sendWith(target: ProcessRecord, signal: number, report: () => void): void {
    const isHandled = target.program === null && actionOf(this.arena, target.entry, signal) === 'handle';
    if (isHandled) this.#interruptBy(target, signal, report);
    else {
      report();
      this.send(target, signal);
    }
  }

  #interruptBy(target: ProcessRecord, signal: number, first?: () => void): void {
    const now = performance.now();
    if (!this.#isInterrupted(target)) target.interruptedMs = now;
    else if (signal === signalNumber('SIGINT') && now - target.interruptedMs > PATIENCE_MS && !this.#halts(target)) {
      this.end(target, -signal);
      return;
    }
    raiseInterrupt(this.arena, target.entry, signal, first);
    if (target.interruptedMs === now) setTimeout(() => this.#interrupt(target), INTERRUPT_AFTER_MS);
  }

  #halts({ entry }: ProcessRecord): boolean {
    return isHalted(this.arena, entry);
  }

  /** Signals have arrived that the process has not looked at. */
  #isInterrupted({ entry }: ProcessRecord): boolean {
    return Atomics.load(this.arena.i32, entry + Entry.interrupts) !== 0;
  }

  /** Makes a process that computes look at its signals; one that sleeps wakes by itself. */
  #interrupt(target: ProcessRecord): void {
    const { i32 } = this.arena;
    if (hasEnded(this.arena, target.entry) || !this.#isInterrupted(target)) return;
    const threadId = i32[target.entry + Entry.threadId]!;
    if (threadId !== 0 && Atomics.load(i32, target.entry + Entry.waiting) === 0) this.#interrupter.interrupt(threadId);
    setTimeout(() => this.#interrupt(target), INTERRUPT_AGAIN_MS).unref();
  }

  /** Interrupts a process that computes. */
  tick({ entry }: ProcessRecord): void {
    const { i32 } = this.arena;
    const threadId = i32[entry + Entry.threadId]!;
    if (threadId !== 0 && Atomics.load(i32, entry + Entry.waiting) === 0) this.#interrupter.interrupt(threadId, true);
  }
}
