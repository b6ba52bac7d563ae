/**
 * Signals of this process: what arrives is noted in its entry in the arena, and handled here, in the main Python thread.
 *
 * When handlers run: at each blocking call, at calls of `os.kill` and the like, and in running code when `rt.pending` is set, which loops
 * look at. Another thread cannot set it, so the kernel asks V8 to run `noticeInterrupts` on this thread between two instructions.
 */

import { stackFrames } from '../builtins/frame.js';
import { fileAtOrUndefined } from '../io/descriptors.js';
import { host as fileHost } from '../io/host.js';
import { actionOf, isValidSignal } from '../kernel/signals.js';
import {
  discardOutputs,
  hasEnded,
  hasInterrupts,
  noticesEnd,
  setSignals,
  stopIfTold,
  takeInterrupts,
} from '../mp/index.js';
import { call } from '../object/call.js';
import { moduleState, rt } from '../object/context.js';
import { KeyboardInterrupt, tooMuchRecursion } from '../object/errors.js';
import { PyLater } from '../fork/later.js';
import { registerForkState } from '../fork/state.js';
import type { KernelError } from '../kernel/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyTuple } from '../object/values.js';
import { existingScheduler } from '../threads/scheduler.js';
import { host } from './host.js';

export const SIGINT = 2;
export const SIGPIPE = 13;
export const SIGSTOP = 19;
export const SIGCHLD = 17;
const SIGXFSZ = 25;
/** Signals beyond have no bit in the masks. */
export const LAST_SIGNAL = 31;

export const SIG_DFL = 0;
export const SIG_IGN = 1;

export interface SignalState {
  /** What `signal.signal` was told: a callable, or one of the two numbers above; or what comes to that (`handlerOf`). */
  readonly handlers: Map<number, Py>;
  /** Arrived and not handled yet; bit n-1 for signal n, as in all masks. */
  pending: number;
  blocked: number;
  /** What a `sigwait` is waiting for. */
  awaited: number;
  /** Counts calls of handlers, so that who waits for one can see that it came. */
  handled: number;
  /** Those whose handlers are running. */
  running: number;
  /** Descriptor that gets a byte for each signal, -1 for none. */
  wakeupFd: number;
  /** Handlers have to wait while this is not 0. */
  deferred: number;
  /** Signals that the kernel has been asked to look out for. */
  watched: number;
  /** The recursion limit while `rt.recursionLimit` is lowered so that the next call notices. */
  limit: number | null;
}

export const bitOf = (signal: number): number => (signal <= LAST_SIGNAL ? 1 << (signal - 1) : 0);

export const defaultIntHandler = fn(
  '(signalnum, frame, /)',
  () => {
    throw KeyboardInterrupt();
  },
  'default_int_handler',
);

const defaultHandlers = (): Map<number, Py> =>
  new Map<number, Py>([
    [SIGINT, defaultIntHandler],
    [SIGPIPE, SIG_IGN],
    [SIGXFSZ, SIG_IGN],
  ]);

export const signals = (): SignalState =>
  moduleState('signals', () => ({
    handlers: defaultHandlers(),
    pending: 0,
    blocked: 0,
    awaited: 0,
    handled: 0,
    running: 0,
    wakeupFd: -1,
    deferred: 0,
    watched: 0,
    limit: null,
  }));

/** What is done about a signal: a callable, or one of the two numbers. */
export function handlerOf(signal: number): Py {
  const { handlers } = signals();
  let handler = handlers.get(signal) ?? SIG_DFL;
  if (handler instanceof PyLater) handlers.set(signal, (handler = handler.make()));
  return handler;
}

/** Tells the kernel which signals are to be left to the process. */
export function publishSignals(): void {
  const state = signals();
  const masks = { handled: state.blocked | state.awaited, awaited: state.awaited, ignored: 0 };
  for (const [signal, handler] of state.handlers) {
    if (handler === SIG_IGN) masks.ignored |= bitOf(signal);
    else if (handler !== SIG_DFL) {
      masks.handled |= bitOf(signal);
      if (handler !== defaultIntHandler) masks.awaited |= bitOf(signal);
    }
  }
  const { arena, client } = host();
  setSignals(arena, masks);
  const real = (masks.handled | masks.ignored) & ~(bitOf(SIGINT) | bitOf(SIGPIPE) | bitOf(SIGXFSZ));
  if ((real & ~state.watched) === 0) return;
  state.watched |= real;
  client.post('watchSignals', real);
}

/** A forked process has the handlers of its parent, and what that blocks. */
registerForkState('signals', {
  save() {
    const { handlers, blocked, wakeupFd } = signals();
    const entries = [...handlers].filter(([signal, handler]) => defaultHandlers().get(signal) !== handler);
    const dropped = [...defaultHandlers().keys()].filter((signal) => !handlers.has(signal));
    if (entries.length + dropped.length === 0 && blocked === 0 && wakeupFd < 0) return undefined;
    const all = new PyDict();
    for (const [signal] of entries) {
      const handler = handlerOf(signal);
      all.set(signal, typeof handler === 'number' ? handler : PyLater.of(handler));
    }
    for (const signal of dropped) all.set(signal, SIG_DFL);
    return new PyTuple([all, blocked, wakeupFd]);
  },
  restore(saved: PyTuple) {
    const [handlers, blocked, wakeupFd] = saved.items;
    const state = signals();
    for (const [signal, handler] of handlers.entryList()) state.handlers.set(signal, handler);
    Object.assign(state, { blocked, wakeupFd });
    publishSignals();
  },
});

/** Lets signals reach the process. To be called when it starts. */
export function prepareSignals(): void {
  const { arena } = host();
  publishSignals();
  arena.hooks.interrupt = runInterrupts;
  fileHost().pipeBroke = sendBrokenPipe;
}

/** Runs on this thread in the middle of anything: only leaves word that there is something to look at. */
export function noticeInterrupts(): void {
  rt.pending = true;
  const state = signals();
  if (state.limit !== null) return;
  state.limit = rt.recursionLimit;
  rt.recursionLimit = -1;
}

/** The limit that the program set. */
export const recursionLimit = (): number => signals().limit ?? rt.recursionLimit;

/** A call went beyond the recursion limit, perhaps because it was lowered for it to notice a signal. */
export function limitReached(): void {
  const { limit } = signals();
  if (limit !== null) {
    runInterrupts();
    // It may have been lowered again meanwhile.
    if (rt.depth <= recursionLimit()) return;
  }
  throw tooMuchRecursion();
}

/** True if a signal may have arrived. */
export const mayBeInterrupted = (): boolean => rt.pending || hasInterrupts(host().arena);

/** Runs something in whose middle no handler may be called. */
export function withoutHandlers<T>(run: () => T): T {
  const state = signals();
  state.deferred++;
  try {
    return run();
  } finally {
    state.deferred--;
  }
}

/** As if a signal had arrived, if there is a handler for it: it runs at once in the main thread, else as soon as that goes on. */
export function simulateSignal(signal: number): void {
  const state = signals();
  const handler = handlerOf(signal);
  if (handler === SIG_DFL || handler === SIG_IGN) return;
  state.pending |= bitOf(signal);
  rt.pending = true;
  runInterrupts();
}

/**
 * A child that has ended was waited for: the handler of SIGCHLD runs before the program knows, unless it has run before,
 * or is what waits.
 */
export function noteChildEnd(entry: number): void {
  if (noticesEnd(host().arena, entry) && (signals().running & bitOf(SIGCHLD)) === 0) simulateSignal(SIGCHLD);
  else if (mayBeInterrupted()) runInterrupts();
}

/** Handles what has arrived, in the main thread; in another one leaves it to that. */
export function runInterrupts(): void {
  const state = signals();
  rt.pending = false;
  if (state.limit !== null) {
    rt.recursionLimit = state.limit;
    state.limit = null;
  }
  const { arena, client } = host();
  stopIfTold(arena, () => client.post('stopped'));
  if (hasInterrupts(arena)) {
    const arrived = takeInterrupts(arena) & ~bitOf(SIGSTOP);
    state.pending |= arrived;
    if (arrived !== 0 && state.wakeupFd >= 0) writeWakeup(state.wakeupFd, arrived);
  }
  const s = existingScheduler();
  if (state.deferred > 0 || (s !== undefined && s.current !== s.main)) {
    rt.pending = ready(state) !== 0;
    return;
  }
  try {
    for (let bits = ready(state); bits !== 0; bits = ready(state)) deliverAll(state, bits);
  } finally {
    if (ready(state) !== 0) rt.pending = true;
  }
  s?.interruptMain();
  s?.raiseInMain();
}

const ready = (state: SignalState): number => state.pending & ~state.blocked & ~state.awaited;

/** Handles what arrived together, one after the other: what interrupts a handler finds only what has come since. */
function deliverAll(state: SignalState, arrived: number): void {
  let left = arrived;
  state.pending &= ~arrived;
  try {
    while (left !== 0) {
      const signal = 32 - Math.clz32(left & -left);
      left &= left - 1;
      deliver(state, signal);
    }
  } finally {
    state.pending |= left;
  }
}

function deliver(state: SignalState, signal: number): void {
  const handler = handlerOf(signal);
  if (handler === SIG_IGN) return;
  if (handler === SIG_DFL) {
    sendSignal(rt.pid!, signal);
    return;
  }
  state.handled++;
  const { handled } = rt;
  const { running } = state;
  state.running |= bitOf(signal);
  try {
    call(handler, [signal, stackFrames(0)]);
  } finally {
    state.running = running;
    rt.handled = handled;
  }
}

/** A byte for each signal to the descriptor that `set_wakeup_fd` named; one that is full or gone does not matter. */
function writeWakeup(fd: number, arrived: number): void {
  const file = fileAtOrUndefined(fd);
  if (file === undefined) return;
  const numbers = Array.from({ length: LAST_SIGNAL }, (_, i) => i + 1).filter((n) => (arrived & bitOf(n)) !== 0);
  try {
    file.write(Uint8Array.from(numbers));
  } catch {
    // As CPython without a warning: the reader has enough to wake up for.
  }
}

/** Whether this process ends when it gets the signal. */
const endsBy = (signal: number): boolean => {
  const { arena } = host();
  return isValidSignal(signal) && signal > 0 && actionOf(arena, arena.self, signal) === 'end';
};

/** SIGPIPE, which Python ignores as long as the program does not say otherwise. */
export function sendBrokenPipe(): void {
  const handler = handlerOf(SIGPIPE);
  if (handler === SIG_DFL) sendSignal(rt.pid!, SIGPIPE);
  else if (handler !== SIG_IGN) simulateSignal(SIGPIPE);
}

/** Sends a signal to a process, real or virtual; one to this process is handled before it returns. Errors: `KernelError`. */
export function sendSignal(pid: number, signal: number): void {
  const { client, arena } = host();
  const child = client.children.get(pid);
  // A child that has ended is there until somebody has waited for it.
  if (child !== undefined && isValidSignal(signal) && hasEnded(arena, child)) return;
  // What a process that ends itself has not written is lost, as the buffers of CPython are.
  if (pid === rt.pid && endsBy(signal)) discardOutputs(arena);
  client.unstarted.get(pid)?.();
  try {
    client.call('kill', pid, signal);
  } catch (error) {
    // It may have ended meanwhile.
    if (child === undefined || (error as KernelError).code !== 'ESRCH' || !hasEnded(arena, child)) throw error;
  }
  if (hasInterrupts(arena)) runInterrupts();
}
