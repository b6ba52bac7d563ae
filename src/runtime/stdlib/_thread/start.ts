/** Starting threads, and their handles: what `_thread` has of it. */
import { findAttr, getAttr } from '../../object/attributes.js';
import type { Keywords } from '../../object/binding.js';
import { callMethod } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { isInstanceOf, RuntimeError, SystemExit, TypeError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { asDouble } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { builtinType, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyModule, PyStaticMethod, PyTuple } from '../../object/values.js';
import { type Plain, registerShared } from '../../codec/shared.js';
import { unloadedName } from '../../import/standIn.js';
import { ControlFlow, toPython } from '../../helpers/exceptions.js';
import { threadApply } from '../../helpers/threads.js';
import { nameForLibrary } from '../../import/twins.js';
import { blocking } from '../../threads/blocking.js';
import { GreenThread, scheduler } from '../../threads/scheduler.js';
import { excepthook } from '../sys/uncaught.js';
import { writeUnraisable } from '../../traceback/unraisable.js';
import { refuseAtShutdown } from '../../object/shutdown.js';

export const currentIdent = (): number => scheduler().current.ident;

/** Idents look like the addresses of pthreads; one that has ended may be given again. */
export function newIdent(): number {
  const state = moduleState('thread idents', () => ({ next: 1 }));
  return 0x7f0000000000 + (rt.pid ?? 0) * 0x1000 + state.next++ * 0x1000000;
}

/** What `start_joinable_thread` gives. */
export class PyThreadHandle extends PyObject {
  ident = 0;
  isDone = false;
  started = false;
}
export const handleType: PyType = builtinType({
  name: '_ThreadHandle',
  js: PyThreadHandle,
  module: '_thread',
  subclassable: false,
});

// In a forked process there is one thread, whoever forked it: its main thread.
registerShared(handleType, {
  kind: '_thread._ThreadHandle',
  encode: ({ ident, started, isDone }: PyThreadHandle, transfer): Plain => {
    if (transfer !== 'fork') throw TypeError("cannot pickle '_thread._ThreadHandle' object");
    return { ident, started, isDone, isRunning: ident === currentIdent() };
  },
  decode: (data) => {
    const { isRunning, ...state } = data as { ident: number; started: boolean; isDone: boolean; isRunning: boolean };
    const handle = Object.assign(new PyThreadHandle(), state);
    if (isRunning) handle.ident = scheduler().main.ident;
    else handle.isDone = handle.started;
    return handle;
  },
});

function joinHandle(handle: PyThreadHandle, timeout: Py): null {
  if (!handle.started && !handle.isDone) throw RuntimeError('thread not started');
  const ms = timeout === undefined || timeout === null ? Infinity : asDouble(timeout) * 1000;
  if (handle.isDone) return null;
  if (handle.ident === currentIdent()) throw RuntimeError('Cannot join current thread');
  const s = scheduler();
  s.waitFor({ ready: () => handle.isDone, deadline: s.deadlineAfter(ms < 0 ? Infinity : ms) });
  return null;
}

defineMembers(handleType, () => ({
  __new__: new PyStaticMethod(fn('(cls)', () => new PyThreadHandle(), '__new__')),
  ident: getter((h: PyThreadHandle) => h.ident),
  join: blocking(method('(timeout=None)', joinHandle)),
  is_done: method('()', (h: PyThreadHandle) => h.isDone),
  _set_done: method('()', (h: PyThreadHandle) => {
    if (!h.started) throw RuntimeError('thread not started');
    h.isDone = true;
    // Nobody waits for it any more (`Thread.__stop` of Python 2).
    const thread = scheduler().threads.find(({ ident }) => ident === h.ident);
    if (thread !== undefined) thread.daemon = true;
    return null;
  }),
  __repr__: method('()', (h: PyThreadHandle) => `<_ThreadHandle object: ident=${h.ident}>`),
}));

/** Threads are no longer waited for: one that began now would not be run. */
const refuseAtEnd = (): void => refuseAtShutdown("can't create new thread at interpreter shutdown");

/**
 * `threading` has noted a thread that it did not start, when that asked for itself. In CPython the note goes with the thread's own variables.
 */
function forgetForeign({ ident }: GreenThread): void {
  const threading = rt.modules.get(nameForLibrary('threading'));
  const hasRun = threading instanceof PyModule && unloadedName(threading) === undefined;
  const active: Py = hasRun ? findAttr(threading, '_active') : undefined;
  const noted: Py = active instanceof PyDict ? active.get(ident) : undefined;
  if (noted !== undefined && typeOf(noted).name === '_DummyThread') active.delete(ident);
}

/** Starts a thread that runs `f(*args)`; `onEnd` is called when it has ended, however. */
function startThread(
  f: Py,
  args: Py[],
  kwargs: Keywords | null,
  daemon: boolean,
  onEnd: (t: GreenThread) => void,
): GreenThread {
  const s = scheduler();
  const ident = newIdent();
  function* life(): Generator<undefined, Py, undefined> {
    try {
      yield* threadApply(f, args, kwargs);
    } catch (error) {
      if (error instanceof ControlFlow) throw error;
      const e = toPython(error);
      if (!isInstanceOf(e, SystemExit)) reportThreadError(f, e);
    } finally {
      onEnd(thread);
    }
    return null;
  }
  const thread = new GreenThread(ident, daemon, life());
  s.add(thread);
  return thread;
}

function reportThreadError(f: Py, e: Py): void {
  if (rt.dialect === 3) {
    writeUnraisable(e, null, `Exception ignored in thread started by ${repr(f)}`);
    return;
  }
  const err = getAttr(rt.modules.get('sys'), 'stderr');
  if (err === null) return;
  callMethod(err, 'write', `Unhandled exception in thread started by ${repr(f)}\n`);
  excepthook(typeOf(e), e, e.tb);
}

export const startNewThread = fn('(function, args, kwargs={}, /)', (f: Py, args: Py, kwargs: Py) => {
  if (typeof f !== 'function' && typeOf(f).proto.m$__call__ === undefined && f.func === undefined)
    throw TypeError('first arg must be callable');
  if (!(args instanceof PyTuple)) throw TypeError('2nd arg must be a tuple');
  if (kwargs !== undefined && !(kwargs instanceof PyDict)) throw TypeError('optional 3rd arg must be a dictionary');
  refuseAtEnd();
  const keywords: Keywords | null = kwargs instanceof PyDict ? new Map(kwargs.entryList()) : null;
  return startThread(f, [...args.items], keywords, true, forgetForeign).ident;
});

export const startJoinableThread = fn('(function, handle=None, daemon=True)', (f: Py, handle: Py, daemon: Py) => {
  const h: PyThreadHandle = handle instanceof PyThreadHandle ? handle : new PyThreadHandle();
  if (h.started) throw RuntimeError('thread already started');
  refuseAtEnd();
  h.started = true;
  const thread = startThread(f, [], null, daemon === undefined || truthy(daemon), () => {
    h.isDone = true;
  });
  h.ident = thread.ident;
  return h;
});
