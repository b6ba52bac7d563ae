/**
 * The `_signal` module (in Python 2 `signal` itself): handlers, timers and waiting for signals.
 *
 * Missing: real-time signals. Timers of processor time count what the process's thread uses, in user code and in the system alike.
 * Spec: https://docs.python.org/3/library/signal.html
 */
import { readlinkSync } from 'node:fs';
import { constants } from 'node:os';
import { ioError2, osError, system } from '../builtins/osError.js';
import { fileAtOrUndefined } from '../io/descriptors.js';
import { errnoOf } from '../io/errnoTable.js';
import { block, deadlineAfter, Entry } from '../mp/index.js';
import { special } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { OSError, RuntimeError, TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { PyFunction } from '../object/function.js';
import { toArray } from '../object/iterate.js';
import { asDouble, asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { structSequence } from '../builtins/structseq.js';
import { PySet } from '../object/table.js';
import { builtinType, type PyType } from '../object/type.js';
import { PyFloat, PyTuple } from '../object/values.js';
import { host } from '../process/host.js';
import {
  bitOf,
  defaultIntHandler,
  LAST_SIGNAL,
  mayBeInterrupted,
  publishSignals,
  runInterrupts,
  SIG_DFL,
  SIG_IGN,
  sendSignal,
  handlerOf,
  signals,
} from '../process/signals.js';
import { intArg } from './posix/arguments.js';
import { existingScheduler } from '../threads/scheduler.js';

const NSIG = 65;
const UNCATCHABLE: readonly number[] = [constants.signals.SIGKILL, constants.signals.SIGSTOP];
/** Signals that the C library keeps for itself. */
const RESERVED: readonly number[] = [32, 33];
const ITIMER = { ITIMER_REAL: 0, ITIMER_VIRTUAL: 1, ITIMER_PROF: 2 } as const;
const HOW = { SIG_BLOCK: 0, SIG_UNBLOCK: 1, SIG_SETMASK: 2 } as const;

const isTwo = (): boolean => rt.dialect === 2;
const int = (o: Py): number => (isTwo() ? intArg(o) : Number(asIndex(o)));
const invalid = () => osError(errnoOf('EINVAL')!);

function signalNumber(o: Py): number {
  const signal = int(o);
  if (signal < 1 || signal >= NSIG) throw ValueError('signal number out of range');
  return signal;
}

function onlyInMainThread(what: string): void {
  const s = existingScheduler();
  if (s === undefined || s.current === s.main) return;
  throw ValueError(
    isTwo() ? `${what} only works in main thread` : `${what} only works in main thread of the main interpreter`,
  );
}

/** `signal(signalnum, handler)`. Returns the handler before. */
function setHandler(signalnum: Py, handler: Py): Py {
  const signal = int(signalnum);
  onlyInMainThread('signal');
  if (signal < 1 || signal >= NSIG) throw ValueError('signal number out of range');
  const isAction = handler === SIG_DFL || handler === SIG_IGN;
  if (!isAction && typeof handler !== 'function' && (handler === null || special(handler, '__call__') === undefined)) {
    throw TypeError(`signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object`);
  }
  if (UNCATCHABLE.includes(signal) || RESERVED.includes(signal)) {
    throw isTwo() ? RuntimeError(errnoOf('EINVAL')!, 'Invalid argument') : invalid();
  }
  runInterrupts();
  const { handlers } = signals();
  const before = handlerOf(signal);
  handlers.set(signal, handler);
  publishSignals();
  return before;
}

/** Sleeps until a handler has run. */
function pause(): null {
  const state = signals();
  const before = state.handled;
  runInterrupts();
  while (state.handled === before) sleepUntilSignal(Infinity);
  return null;
}

function sleepUntilSignal(deadline: number): void {
  const { arena } = host();
  const bell = arena.self + Entry.doorbell;
  block(arena, 'signal', 0, bell, Atomics.load(arena.i32, bell), deadline);
}

const seconds = (ms: number): PyFloat => new PyFloat(ms / 1000);

/** Whole seconds of what was left of a timer, as the system call rounds them. */
function wholeSeconds(ms: number): number {
  return ms === 0 ? 0 : Math.max(1, Math.round(ms / 1000));
}

function alarm(given: Py): number {
  const { client } = host();
  return wholeSeconds(client.call('setTimer', Math.max(0, int(given)) * 1000, 0).leftMs);
}

function itimerError(): PyType {
  const key = 'itimer error';
  let type = rt.state.get(key) as PyType | undefined;
  if (type === undefined) {
    const base = isTwo() ? ioError2 : OSError.type;
    type = builtinType({
      name: isTwo() ? 'ItimerError' : 'itimer_error',
      js: class extends base.ctor {},
      base,
      module: 'signal',
    });
    rt.state.set(key, type);
  }
  return type;
}

/** What a timer's time is over with. */
const TIMER_SIGNALS: Readonly<Record<number, number>> = {
  [ITIMER.ITIMER_VIRTUAL]: constants.signals.SIGVTALRM,
  [ITIMER.ITIMER_PROF]: constants.signals.SIGPROF,
};

/** Sets a timer of real or processor time. Returns what was left of it, in ms. */
function setTimer(which: Py, delayMs: number, intervalMs: number): { leftMs: number; intervalMs: number } {
  const { client } = host();
  if (int(which) === ITIMER.ITIMER_REAL) return client.call('setTimer', delayMs, intervalMs);
  const signal = TIMER_SIGNALS[int(which)];
  if (signal === undefined) throw call(itimerError(), [errnoOf('EINVAL')!, 'Invalid argument']);
  return client.call('setCpuTimer', signal, readlinkSync('/proc/thread-self'), delayMs, intervalMs);
}

function setitimer(which: Py, delay: Py, interval: Py): PyTuple {
  const [first, next] = [asDouble(delay), interval === undefined ? 0 : asDouble(interval)];
  if (first < 0 || next < 0) throw call(itimerError(), [errnoOf('EINVAL')!, 'Invalid argument']);
  const before = setTimer(which, first * 1000, next * 1000);
  return new PyTuple([seconds(before.leftMs), seconds(before.intervalMs)]);
}

function getitimer(which: Py): PyTuple {
  const now = setTimer(which, 0, 0);
  if (now.leftMs > 0) setTimer(which, now.leftMs, now.intervalMs);
  return new PyTuple([seconds(now.leftMs), seconds(now.intervalMs)]);
}

function setWakeupFd(fd: Py): number {
  onlyInMainThread('set_wakeup_fd');
  const state = signals();
  const given = int(fd);
  if (given !== -1) {
    const file = fileAtOrUndefined(given);
    if (file === undefined) throw isTwo() ? ValueError('invalid fd') : osError(errnoOf('EBADF')!);
    if (!isTwo() && !file.isNonBlocking) throw ValueError(`the fd ${given} must be in non-blocking mode`);
  }
  const before = state.wakeupFd;
  state.wakeupFd = given;
  return before;
}

// ---------------------------------------------------------------- sets of signals

function maskOf(set: Py): number {
  let mask = 0;
  for (const item of toArray(set)) {
    const signal = int(item);
    if (signal < 1 || signal >= NSIG) throw ValueError(`signal number ${signal} out of range [1; ${NSIG - 1}]`);
    mask |= bitOf(signal);
  }
  return mask;
}

function setOf(mask: number): PySet {
  const numbers = Array.from({ length: LAST_SIGNAL }, (_, i) => i + 1);
  return PySet.from(numbers.filter((n) => (mask & bitOf(n)) !== 0));
}

function sigmask(how: Py, mask: Py): PySet {
  const state = signals();
  const before = state.blocked;
  const change = maskOf(mask) & ~UNCATCHABLE.reduce((bits, n) => bits | bitOf(n), 0);
  switch (int(how)) {
    case HOW.SIG_BLOCK:
      state.blocked |= change;
      break;
    case HOW.SIG_UNBLOCK:
      state.blocked &= ~change;
      break;
    case HOW.SIG_SETMASK:
      state.blocked = change;
      break;
    default:
      throw invalid();
  }
  // Made known before what waits is delivered, which may end the process.
  publishSignals();
  runInterrupts();
  return setOf(before);
}

function sigpending(): PySet {
  collect();
  return setOf(signals().pending & signals().blocked);
}

/** Takes note of what has arrived; handlers may run. */
function collect(): void {
  if (mayBeInterrupted()) runInterrupts();
}

/** Waits for one of the signals and takes it; null after `timeoutMs`. */
function awaitSignal(set: Py, timeoutMs: number): number | null {
  const state = signals();
  const mask = maskOf(set);
  const deadline = deadlineAfter(timeoutMs);
  state.awaited = mask;
  publishSignals();
  try {
    for (;;) {
      collect();
      const found = state.pending & mask;
      if (found !== 0) {
        const signal = 32 - Math.clz32(found & -found);
        state.pending &= ~bitOf(signal);
        return signal;
      }
      if (performance.now() >= deadline) return null;
      sleepUntilSignal(deadline);
    }
  } finally {
    state.awaited = 0;
    publishSignals();
  }
}

const INFO_FIELDS = 'si_signo si_code si_errno si_pid si_uid si_status si_band';
const signalInfo = () => structSequence('signal.struct_siginfo', INFO_FIELDS.split(' '));
const infoOf = (signal: number) => signalInfo().make([signal, 0, 0, rt.pid, process.getuid?.() ?? 0, 0, 0]);

function sigtimedwait(set: Py, timeout: Py): Py {
  const limit = asDouble(timeout);
  if (limit < 0) throw ValueError('timeout must be non-negative');
  const signal = awaitSignal(set, limit * 1000);
  return signal === null ? null : infoOf(signal);
}

const DESCRIPTIONS: readonly string[] = [
  'Hangup',
  'Interrupt',
  'Quit',
  'Illegal instruction',
  'Trace/breakpoint trap',
  'Aborted',
  'Bus error',
  'Floating point exception',
  'Killed',
  'User defined signal 1',
  'Segmentation fault',
  'User defined signal 2',
  'Broken pipe',
  'Alarm clock',
  'Terminated',
  'Stack fault',
  'Child exited',
  'Continued',
  'Stopped (signal)',
  'Stopped',
  'Stopped (tty input)',
  'Stopped (tty output)',
  'Urgent I/O condition',
  'CPU time limit exceeded',
  'File size limit exceeded',
  'Virtual timer expired',
  'Profiling timer expired',
  'Window changed',
  'I/O possible',
  'Power failure',
  'Bad system call',
];

function describe(signalnum: Py): Py {
  const signal = signalNumber(signalnum);
  return DESCRIPTIONS[signal - 1] ?? (RESERVED.includes(signal) ? null : `Real-time signal ${signal - 34}`);
}

function raise(signalnum: Py): null {
  const signal = int(signalnum);
  if (signal < 1 || signal >= NSIG) throw invalid();
  system(() => sendSignal(rt.pid!, signal));
  return null;
}

function numbers(): Record<string, number> {
  const known: Record<string, number> = {};
  const unknown = rt.dialect === 2 ? ['SIGUNUSED', 'SIGSTKFLT'] : ['SIGUNUSED'];
  for (const [name, value] of Object.entries(constants.signals)) if (!unknown.includes(name)) known[name] = value;
  return { ...known, SIGCLD: constants.signals.SIGCHLD, SIGRTMIN: 34, SIGRTMAX: 64, NSIG, SIG_DFL, SIG_IGN, ...ITIMER };
}

function common(): Record<string, Py> {
  return {
    ...numbers(),
    signal: fn('(signalnum, handler, /)', setHandler),
    getsignal: fn('(signalnum, /)', (signalnum: Py) => handlerOf(signalNumber(signalnum))),
    default_int_handler: defaultIntHandler,
    ItimerError: itimerError(),
    alarm: fn('(seconds, /)', alarm),
    setitimer: fn('(which, seconds, interval=0.0, /)', setitimer),
    getitimer: fn('(which, /)', getitimer),
    pause: fn('()', pause),
    siginterrupt: fn('(signalnum, flag, /)', (signalnum: Py) => {
      signalNumber(signalnum);
      return null;
    }),
    set_wakeup_fd: fn(isTwo() ? '(fd, /)' : '(fd, /, *, warn_on_full_buffer=True)', setWakeupFd),
  };
}

function onlyThree(): Record<string, PyFunction | Py> {
  return {
    ...HOW,
    raise_signal: fn('(signalnum, /)', raise),
    pthread_kill: fn('(thread_id, signalnum, /)', (_thread: Py, signalnum: Py) =>
      intValue(signalnum) === 0 ? null : raise(signalnum),
    ),
    pthread_sigmask: fn('(how, mask, /)', sigmask),
    sigpending: fn('()', sigpending),
    sigwait: fn('(sigset, /)', (set: Py) => awaitSignal(set, Infinity)),
    sigwaitinfo: fn('(sigset, /)', (set: Py) => infoOf(awaitSignal(set, Infinity)!)),
    sigtimedwait: fn('(sigset, timeout, /)', sigtimedwait),
    struct_siginfo: signalInfo().type,
    strsignal: fn('(signalnum, /)', describe),
    valid_signals: fn('()', () =>
      PySet.from(Array.from({ length: NSIG - 1 }, (_, i) => i + 1).filter((n) => !RESERVED.includes(n))),
    ),
  };
}

export default (): Record<string, Py> => (isTwo() ? common() : { ...common(), ...onlyThree() });
