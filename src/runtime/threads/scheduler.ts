/**
 * Green threads: Python's threads of one process, all on the JavaScript thread of the process.
 *
 * A thread is a JavaScript generator (the threaded form of the functions that it runs), suspended wherever it waits. The
 * main thread runs ordinary code; whenever it would sleep it runs the others instead, until what it waits for has happened.
 *
 * How a thread waits inside a built-in function: the function finds that it must sleep and calls `waitFor`. If it was
 * called directly by threaded code, it is abandoned with {@link WouldBlock} and called again from the start when the
 * wait may be over. So such functions (`BuiltinInfo.blocking`) change nothing before they are sure not to sleep.
 * Properties, special methods and key functions are called so that they suspend the thread (`helpers/threadOperations.ts`); anywhere deeper
 * (`re.sub`'s function) the other threads run on top of the sleeping one's stack.
 */
import { rt } from '../object/context.js';
import { Hooks } from '../object/hooks.js';
import type { Py } from '../object/object.js';
import { type Arena, block, cellSource, Entry, hasInterrupts, type WaitSource, waitAny } from '../mp/index.js';
import type { ForkPoint } from '../helpers/fork.js';
import type { Pace } from './pace.js';
import { setTicks } from './ticks.js';
import { backgroundPark, backgroundSources, pumpBackground } from './background.js';

/** What a thread waits for. */
export interface Wait {
  ready(): boolean;
  /** `performance.now()` time, Infinity for none. */
  readonly deadline: number;
  /** What tells that it may be ready, where that comes from outside of the process. */
  readonly sources?: readonly WaitSource[];
}

/** Thrown out of a blocking built-in that was called by threaded code. */
export class WouldBlock {
  constructor(readonly wait: Wait) {}
}

export class GreenThread {
  wait: Wait | null = null;
  handled: Py = null;
  depth = 0;
  /** Its innermost function whose text is watched, and who watches it. */
  frame: Py = null;
  hooks: Hooks | null = null;
  /** Where its functions are that may fork the process. */
  forkPoints: ForkPoint[] | null = null;
  /** The context (of `contextvars`) that it runs in, once it has one. */
  context: object | null = null;
  /** Values of `threading.local` objects in this thread. */
  readonly locals = new Map<object, Py>();
  /** Calls of the kernel that a built-in function has begun and is waiting for, by what they are about. */
  readonly calls = new Map<object, unknown>();
  done = false;
  /** It has run for the first time. */
  begun = false;
  /** Makes what another thread wants raised in this one as soon as it goes on. */
  raised: (() => Py) | null = null;
  /** Runs, or sleeps in a nested call, on the JavaScript stack: it cannot be resumed from above. */
  onStack = false;
  constructor(
    readonly ident: number,
    public daemon: boolean,
    public body: Generator<undefined, Py, undefined> | null,
  ) {}

  /** `sys.settrace` or `sys.setprofile` for this thread, which does not run now. */
  watch(which: 'trace' | 'profile', f: Py): void {
    this.hooks ??= new Hooks();
    this.hooks[which] = f;
  }
}

/** How long a thread may run while others wait: CPython's switch interval. */
export const SLICE_MS = 5;
/** Loop turns and calls between two looks at the clock. */
const FUEL = 500;
/** How often waits on what other processes do are looked at. */
const POLL_MS = 1;

/** Lets a thread run until it waits. Its name tells in a JavaScript stack where the frames of the thread end: as that of a property it is never shortened. */
const running = {
  greenThreadStep: (body: NonNullable<GreenThread['body']>, raised: Py): IteratorResult<undefined, Py> =>
    raised === null ? body.next() : body.throw(raised),
};
export const GREEN_STEP = running.greenThreadStep.name;

export class Scheduler {
  readonly main: GreenThread;
  current: GreenThread;
  readonly threads: GreenThread[] = [];
  private next = 0;
  /** Set while threaded code calls a blocking built-in directly. */
  restart = false;
  /** The deadline of the call that is being made again. */
  retryDeadline: number | null = null;
  private sliceEnd = 0;
  /** Of the function that the thread runs as ordinary code. */
  quick: Pace | null = null;
  /** Waits of the main thread and of nested calls that are under way. */
  private nesting = 0;
  constructor(private readonly arena: Arena | null) {
    this.main = new GreenThread(mainIdent(), false, undefined as never);
    this.current = this.main;
  }

  add(thread: GreenThread): void {
    this.threads.push(thread);
    setTicks(true);
    if (this.arena !== null)
      this.arena.hooks.park = (cell, expected, remainingMs) => this.park(cell, expected, remainingMs);
  }

  /** Runs a new thread at once, up to where it first waits. */
  begin(thread: GreenThread): void {
    this.add(thread);
    this.resume(thread);
  }

  /** The main thread computes: lets the others go on for a while. */
  interruptMain(): void {
    if (this.current !== this.main || this.nesting > 0) return;
    if (this.threads.length === 0) {
      setTicks(false);
      return;
    }
    this.nesting++;
    try {
      this.pump();
      const end = performance.now() + SLICE_MS;
      do {
        const thread = this.pick(this.main);
        if (thread === null) break;
        this.resume(thread);
      } while (performance.now() < end);
    } finally {
      this.nesting--;
      this.current = this.main;
      this.remindMain();
    }
  }

  /** Has something raised in a thread as soon as that goes on; null takes it back. Returns whether there is such a thread. */
  raiseIn(ident: number, make: (() => Py) | null): boolean {
    const thread = [this.main, ...this.threads].find((each) => each.ident === ident);
    if (thread === undefined) return false;
    thread.raised = make;
    this.remindMain();
    return true;
  }

  /** The main thread goes on: another one may want something raised in it. */
  private remindMain(): void {
    if (this.main.raised !== null && this.nesting === 0) rt.pending = true;
  }

  /** Raises what another thread wants raised in the main thread, which runs. */
  raiseInMain(): void {
    const error = this.nesting === 0 ? takeRaised(this.main) : null;
    if (error !== null) throw error;
  }

  /** Whoever runs has kept others waiting for long: they are next. */
  giveWay(): void {
    if (this.current === this.main) this.interruptMain();
    else {
      rt.fuel = 0;
      this.sliceEnd = 0;
    }
  }

  /** Lets one thread that can go on do so, for a caller that is busy for long. */
  turn(): void {
    const thread = this.threads.length === 0 ? null : this.pick(this.current);
    if (thread !== null) this.resume(thread);
  }

  /** Waits; see the head of this file. Returns false when the deadline has passed. */
  waitFor(wait: Wait): boolean {
    if (wait.ready()) return true;
    if (this.restart) {
      this.restart = false;
      const deadline = this.retryDeadline ?? wait.deadline;
      if (performance.now() >= deadline) return false;
      throw new WouldBlock({ ready: () => wait.ready(), deadline, sources: wait.sources ?? [] });
    }
    return this.runUntil(() => wait.ready(), wait.deadline, wait.sources);
  }

  /** The deadline for a timeout of this call; that of the first try when the call is being made again. */
  deadlineAfter(timeoutMs: number): number {
    if (this.restart && this.retryDeadline !== null) return this.retryDeadline;
    return timeoutMs === Infinity ? Infinity : performance.now() + timeoutMs;
  }

  /** Runs other threads until `ready`, or the deadline. Returns whether it is ready. */
  runUntil(ready: () => boolean, deadline: number, own: readonly WaitSource[] = []): boolean {
    const self = this.current;
    const { quick } = this;
    quick?.waits();
    this.quick = null;
    this.nesting++;
    try {
      for (;;) {
        if (ready()) return true;
        if (performance.now() >= deadline) return false;
        const thread = this.pick(self);
        if (thread !== null) {
          this.resume(thread);
          // Threads that always have something to do keep nobody's results waiting.
          if (performance.now() >= this.nextPump) this.pump();
        } else if (!this.pump()) this.idle(deadline, own);
        if (this.arena !== null && self === this.main && (rt.pending || hasInterrupts(this.arena)))
          this.arena.hooks.interrupt();
      }
    } finally {
      this.nesting--;
      this.current = self;
      this.quick = quick;
      if (self === this.main) this.remindMain();
      // Those that wait below on this stack have been kept from going on: they are next.
      if (self !== this.main) {
        rt.fuel = 0;
        this.sliceEnd = 0;
      }
    }
  }

  private nextPump = 0;
  private pump(): boolean {
    this.nextPump = performance.now() + SLICE_MS;
    return pumpBackground();
  }

  /**
   * The next thread that can go on. One that sleeps below on this very stack cannot. To look at a wait may itself be a short sleep (the kernel
   * is asked about a socket): no thread runs meanwhile.
   */
  private pick(self: GreenThread): GreenThread | null {
    const { arena } = this;
    if (arena === null || arena.isParked) return this.firstReady(self);
    arena.isParked = true;
    try {
      return this.firstReady(self);
    } finally {
      arena.isParked = false;
    }
  }

  private firstReady(self: GreenThread): GreenThread | null {
    const { threads } = this;
    const now = performance.now();
    for (let i = 0; i < threads.length; i++) {
      const thread = threads[(this.next + i) % threads.length]!;
      if (thread === self || thread.onStack) continue;
      const { wait } = thread;
      if (wait !== null && !wait.ready() && now < wait.deadline) continue;
      this.next = (this.next + i + 1) % threads.length;
      return thread;
    }
    return null;
  }

  private resume(thread: GreenThread): void {
    const outer = this.current;
    const { handled, depth, frame, hooks } = rt;
    this.current = thread;
    thread.onStack = true;
    rt.handled = thread.handled;
    rt.depth = thread.depth;
    rt.frame = thread.frame;
    rt.hooks = thread.hooks;
    rt.fuel = FUEL;
    this.sliceEnd = performance.now() + SLICE_MS;
    try {
      const step = running.greenThreadStep(thread.body!, thread.begun ? takeRaised(thread) : null);
      thread.begun = true;
      if (step.done === true) this.remove(thread);
    } catch (error) {
      this.remove(thread);
      throw error;
    } finally {
      thread.onStack = false;
      thread.handled = rt.handled;
      thread.depth = rt.depth;
      thread.frame = rt.frame;
      thread.hooks = rt.hooks;
      rt.handled = handled;
      rt.depth = depth;
      rt.frame = frame;
      rt.hooks = hooks;
      this.current = outer;
      this.restart = false;
    }
  }

  private remove(thread: GreenThread): void {
    thread.done = true;
    // It would keep what its variables were last.
    thread.body = null;
    const at = this.threads.indexOf(thread);
    if (at >= 0) this.threads.splice(at, 1);
    if (this.threads.length === 0 && this.arena !== null && this.nesting <= 1) this.arena.hooks.park = backgroundPark();
  }

  /** Nothing can run: sleeps until the next deadline, or a moment when something depends on other processes. */
  private idle(deadline: number, own: readonly WaitSource[]): void {
    let until = deadline;
    const { sources, patienceMs } = backgroundSources();
    sources.push(...own);
    for (const thread of this.threads) {
      if (thread.onStack || thread.wait === null) continue;
      until = Math.min(until, thread.wait.deadline);
      if (thread.wait.sources !== undefined) sources.push(...thread.wait.sources);
      if (thread.wait instanceof ArenaWait) until = Math.min(until, performance.now() + POLL_MS);
    }
    const { arena } = this;
    if (arena === null) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(0, until - performance.now()));
      return;
    }
    const bell = arena.self + Entry.doorbell;
    const parked = arena.isParked;
    arena.isParked = true;
    try {
      const rung = Atomics.load(arena.i32, bell);
      if (sources.length === 0) block(arena, 'thread', 0, bell, rung, until);
      else
        waitAny(
          arena,
          [cellSource(arena, bell, rung), ...sources],
          Math.min(until, performance.now() + patienceMs),
          'thread',
        );
    } finally {
      arena.isParked = parked;
    }
  }

  /** Called where a primitive of the arena is about to sleep. */
  private park(cell: number, expected: number, remainingMs: number): boolean | 'timeout' {
    const { i32 } = this.arena!;
    const deadline = performance.now() + remainingMs;
    if (this.restart) {
      const first = this.retryDeadline ?? deadline;
      if (performance.now() >= first) return 'timeout';
      this.restart = false;
      throw new WouldBlock(new ArenaWait(i32, cell, expected, first));
    }
    this.arena!.isParked = false;
    try {
      this.runUntil(() => Atomics.load(i32, cell) !== expected, deadline, [cellSource(this.arena!, cell, expected)]);
    } finally {
      this.arena!.isParked = true;
    }
    return true;
  }

  /** Lets a thread that has used up its fuel go on, or asks it to yield. */
  sliceOver(): boolean {
    rt.fuel = FUEL;
    return performance.now() >= this.sliceEnd;
  }

  /** Waits until all threads that are no daemons have ended. */
  joinAll(): void {
    this.runUntil(() => this.threads.every((thread) => thread.daemon), Infinity);
  }
}

/** A wait on a cell that others change. Wakers may skip who has gone away meanwhile, so it is tried again now and then. */
class ArenaWait implements Wait {
  private readonly since = performance.now();
  constructor(
    private readonly i32: Int32Array,
    private readonly cell: number,
    private readonly expected: number,
    readonly deadline: number,
  ) {}
  ready(): boolean {
    return Atomics.load(this.i32, this.cell) !== this.expected || performance.now() - this.since >= POLL_MS;
  }
}

/** What is to be raised in the thread now, or null. What it has waited for is over. */
function takeRaised(thread: GreenThread): Py {
  const { raised } = thread;
  if (raised === null) return null;
  thread.raised = null;
  thread.wait = null;
  thread.calls.clear();
  return raised();
}

/** Looks like a pthread's address, as `get_ident()` does. A forked process has that of its parent. */
const mainIdent = () => 0x7f0000000000 + process.pid * 0x1000;

export function scheduler(): Scheduler {
  rt.scheduler ??= new Scheduler((rt.host as { arena: Arena } | undefined)?.arena ?? null);
  return rt.scheduler as Scheduler;
}

/** The scheduler if the program has ever used threads. */
export const existingScheduler = (): Scheduler | undefined => rt.scheduler as Scheduler | undefined;

/** Sleeps for a time, letting other threads run. */
export function sleepThread(ms: number): void {
  const s = scheduler();
  s.waitFor({ ready: () => false, deadline: s.deadlineAfter(ms) });
}
