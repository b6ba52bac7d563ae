/**
 * The `_thread` module: threads and their locks, on the scheduler of `threads/`.
 * Spec: https://docs.python.org/3/library/_thread.html
 */
import { callKw, callMethod } from '../object/call.js';
import { findAttr, getAttr, setAttr } from '../object/attributes.js';
import { type Plain, registerShared } from '../codec/shared.js';
import { moduleState, rt } from '../object/context.js';
import { AttributeError, Exception, RuntimeError, SystemExit, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { instanceDict } from '../object/namespace.js';
import { truthy } from '../object/truth.js';
import { asSize, intValue } from '../object/number.js';
import { attributeKey, type Py, PyInstance, PyObject } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { notPicklable } from '../pickle/copyreg.js';
import { builtinType, type PyType, shortTypeName } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyFloat, PyStaticMethod, PyTuple } from '../object/values.js';
import { structSequence } from '../builtins/structseq.js';
import { address } from '../builtins/object.js';
import { excepthook, raisedWith } from './sys/uncaught.js';
import { type Keywords } from '../object/binding.js';
import { blocking } from '../threads/blocking.js';
import { endThreads } from '../threads/end.js';
import { currentIdent, handleType, PyThreadHandle, startJoinableThread, startNewThread } from './_thread/start.js';
import { SIGINT, simulateSignal } from '../process/signals.js';
import { exceptionType } from './multiprocessing/support.js';
import { type Contended, giveWay, waitUntilFree } from '../threads/contended.js';
import { scheduler } from '../threads/scheduler.js';
import { timeoutSeconds } from './_thread/timeoutSeconds.js';
import { formatTraceback } from '../traceback/format.js';

const NSIG = 65;
/** Longest timeout that CPython accepts, in seconds. */
const TIMEOUT_MAX = 9223372036;

export { blocking };

/** Arguments of `acquire` as a timeout in ms: Infinity to wait for ever, 0 not to wait. */
function acquireTimeout(isBlocking: Py, timeout: Py): number {
  const wait = isBlocking === undefined || truthy(isBlocking);
  const seconds = timeout === undefined ? -1 : timeoutSeconds(timeout);
  if (!wait && seconds !== -1) throw ValueError("can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds !== -1) throw ValueError('timeout value must be a non-negative number');
  return !wait ? 0 : seconds === -1 ? Infinity : seconds * 1000;
}

/** A lock between the threads of one process. */
export class PyThreadLock extends PyObject implements Contended {
  locked = false;
  wantedSince = 0;
}

export const lockType: PyType = builtinType({ name: 'lock', js: PyThreadLock, module: '_thread', subclassable: false });

function acquire(lock: PyThreadLock, isBlocking: Py, timeout: Py): boolean {
  const ms = acquireTimeout(isBlocking, timeout);
  if (!lock.locked) {
    lock.locked = true;
    return true;
  }
  if (ms === 0) return false;
  if (!waitUntilFree(lock, () => !lock.locked, ms)) return false;
  lock.locked = true;
  return true;
}

/** `thread.error` of Python 2. */
const error2 = exceptionType('error', Exception.type, 'thread');

function release(lock: PyThreadLock): null {
  if (!lock.locked) throw rt.dialect === 2 ? error2('release unlocked lock') : RuntimeError('release unlocked lock');
  lock.locked = false;
  if (lock.wantedSince !== 0) giveWay(lock);
  return null;
}

function newLock(_cls: PyType, args: Py[]): PyThreadLock {
  if (args.length > 0) throw TypeError(`lock expected 0 arguments, got ${args.length}`);
  return new PyThreadLock();
}

defineMembers(lockType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args)', newLock, '__new__')),
  acquire: blocking(method('(blocking=True, timeout=-1)', acquire)),
  acquire_lock: blocking(method('(blocking=True, timeout=-1)', acquire)),
  release: method('()', release),
  release_lock: method('()', release),
  locked: method('()', (lock: PyThreadLock) => lock.locked),
  locked_lock: method('()', (lock: PyThreadLock) => lock.locked),
  __enter__: blocking(method('()', (lock: PyThreadLock) => acquire(lock, undefined, undefined))),
  __exit__: method('(*exc)', release),
  _at_fork_reinit: method('()', (lock: PyThreadLock) => {
    lock.locked = false;
    return null;
  }),
  __repr__: method('()', (lock: PyThreadLock) =>
    rt.dialect === 2
      ? `<thread.lock object at ${address(lock)}>`
      : `<${lock.locked ? 'locked' : 'unlocked'} _thread.lock object at ${address(lock)}>`,
  ),
}));

/** A lock that its owner may take again. */
class PyThreadRLock extends PyObject implements Contended {
  owner = 0;
  count = 0;
  wantedSince = 0;
}
export const rlockType: PyType = builtinType({ name: 'RLock', js: PyThreadRLock, module: '_thread' });

function acquireRecursive(lock: PyThreadRLock, isBlocking: Py, timeout: Py): boolean {
  const ms = acquireTimeout(isBlocking, timeout);
  const me = currentIdent();
  if (lock.owner === me || lock.count === 0) {
    lock.owner = me;
    lock.count++;
    return true;
  }
  if (ms === 0) return false;
  if (!waitUntilFree(lock, () => lock.count === 0, ms)) return false;
  lock.owner = me;
  lock.count = 1;
  return true;
}

function releaseRecursive(lock: PyThreadRLock): null {
  if (lock.count === 0 || lock.owner !== currentIdent()) throw RuntimeError('cannot release un-acquired lock');
  if (--lock.count > 0) return null;
  lock.owner = 0;
  if (lock.wantedSince !== 0) giveWay(lock);
  return null;
}

defineMembers(rlockType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor(), '__new__')),
  acquire: blocking(method('(blocking=True, timeout=-1)', acquireRecursive)),
  release: method('()', releaseRecursive),
  __enter__: blocking(method('()', (lock: PyThreadRLock) => acquireRecursive(lock, undefined, undefined))),
  __exit__: method('(*exc)', releaseRecursive),
  _is_owned: method('()', (lock: PyThreadRLock) => lock.count > 0 && lock.owner === currentIdent()),
  _recursion_count: method('()', (lock: PyThreadRLock) => (lock.owner === currentIdent() ? lock.count : 0)),
  _release_save: method('()', (lock: PyThreadRLock) => {
    if (lock.count === 0) throw RuntimeError('cannot release un-acquired lock');
    const state = new PyTuple([lock.count, lock.owner]);
    lock.count = 0;
    lock.owner = 0;
    return state;
  }),
  _acquire_restore: blocking(
    method('(state, /)', (lock: PyThreadRLock, state: PyTuple) => {
      waitUntilFree(lock, () => lock.count === 0, Infinity);
      [lock.count, lock.owner] = state.items;
      return null;
    }),
  ),
  _at_fork_reinit: method('()', (lock: PyThreadRLock) => {
    lock.count = 0;
    lock.owner = 0;
    return null;
  }),
  __repr__: method(
    '()',
    (lock: PyThreadRLock) =>
      `<${lock.count > 0 ? 'locked' : 'unlocked'} ${typeOf(lock).moduleName}.${shortTypeName(typeOf(lock))} object owner=${lock.owner} count=${lock.count} at ${address(lock)}>`,
  ),
}));

/** `threading.local`: attributes of each thread's own. */
class PyLocal extends PyInstance {
  args: Py[] = [];
  kwargs: Keywords = new Map();
}
export const localType: PyType = builtinType({ name: '_local', js: PyLocal, module: '_thread', hasDict: true });

/** The dict of this thread; a subclass's `__init__` runs once in each. */
function localDict(self: PyLocal): PyDict {
  const { locals } = scheduler().current;
  let dict = locals.get(self);
  if (dict === undefined) {
    locals.set(self, (dict = new PyDict()));
    if (self.c$.isHeap) callKw(getAttr(self, '__init__'), self.args, self.kwargs);
  }
  return dict;
}

// A forked process has the values of the thread that forked it, which is its main thread.
registerShared(localType, {
  kind: 'threading.local',
  encode: (self: PyLocal, transfer): Plain => {
    if (transfer !== 'fork') throw notPicklable(self);
    return null;
  },
  parts: (self: PyLocal) => [
    new PyTuple(self.args),
    PyDict.of([...self.kwargs]),
    scheduler().current.locals.get(self) ?? null,
  ],
  decode: (_data, [args, kwargs, values], cls) => {
    const self = new cls.ctor() as PyLocal;
    self.args = args.items;
    self.kwargs = new Map(kwargs.entryList());
    if (values !== null) scheduler().main.locals.set(self, values);
    return self;
  },
});

const dictIsReadOnly = (self: PyLocal) =>
  AttributeError(`'${typeOf(self).name}' object attribute '__dict__' is read-only`);

defineMembers(localType, () => ({
  __new__: new PyStaticMethod(
    fn(
      '(cls, *args, **kwargs)',
      (cls: PyType, args: Py[], kwargs: Keywords) => {
        const self = new cls.ctor() as PyLocal;
        const ownInit = cls.mro.some((c) => c.isHeap && c.namespace.has('__init__'));
        if (!ownInit && (args.length > 0 || kwargs.size > 0))
          throw TypeError('Initialization arguments are not supported');
        self.args = args;
        self.kwargs = kwargs;
        // `__init__` is about to run in this thread by the usual way.
        scheduler().current.locals.set(self, new PyDict());
        return self;
      },
      '__new__',
    ),
  ),
  __dict__: getter((self: PyLocal) => localDict(self)),
  __reduce_ex__: method('(protocol, /)', (self: PyLocal) => {
    throw notPicklable(self);
  }),
  __setattr__: method('(name, value, /)', (self: PyLocal, name: Py, value: Py) => {
    localType.setattrHook(self, name, value);
    return null;
  }),
  __delattr__: method('(name, /)', (self: PyLocal, name: Py) => {
    if (name === '__dict__') throw dictIsReadOnly(self);
    if (localDict(self).delete(name) === undefined) throw noAttribute(self, name);
    return null;
  }),
}));
localType.getattrHook = (self: PyLocal, name: string) => {
  const value = localDict(self).get(name);
  if (value === undefined) throw noAttribute(self, name);
  return value;
};
localType.setattrHook = (self: PyLocal, name: string, value: Py) => {
  if (name === '__dict__') throw dictIsReadOnly(self);
  const values = localDict(self);
  const key = attributeKey(name);
  // Before what the class has under that name.
  if (!Object.hasOwn(self, key)) {
    Object.defineProperty(self, key, {
      get: () => localDict(self).get(name) ?? Reflect.get(self.c$.proto, key, self),
      configurable: true,
    });
  }
  values.set(name, value);
};
localType.delattrHook = (self: PyLocal, name: string) => {
  if (name === '__dict__') throw dictIsReadOnly(self);
  if (localDict(self).delete(name) === undefined) throw noAttribute(self, name);
};
import { noAttribute } from '../object/attributes.js';

/** What `threading.excepthook` prints for an exception that ended a thread. */
const threadExceptHook = fn(
  '(exc_info, /)',
  (info: Py) => {
    const type = getAttr(info, 'exc_type');
    if (type === SystemExit.type) return null;
    const thread = getAttr(info, 'thread');
    const own = getAttr(rt.modules.get('sys'), 'stderr');
    // The thread has kept the stream that there was when it was made.
    const err = own ?? (thread === null ? null : (findAttr(thread, '_stderr') ?? null));
    if (err === null) return null;
    const name = thread === null ? String(currentIdent()) : getAttr(thread, 'name');
    callMethod(err, 'write', `Exception in thread ${name}:\n`);
    const value = getAttr(info, 'exc_value');
    if (own === null || rt.dialect === 2)
      callMethod(err, 'write', formatTraceback(raisedWith(value, getAttr(info, 'exc_traceback'))));
    else excepthook(type, value, getAttr(info, 'exc_traceback'));
    if (rt.dialect === 2) callMethod(err, 'write', '\n');
    return null;
  },
  '_excepthook',
);

/** Remembers what was asked for: all threads of a process have its one stack. */
function stackSize(size: Py): number {
  const asked = moduleState('stack size', () => ({ bytes: 0 }));
  const before = asked.bytes;
  const bytes = size === undefined ? 0 : asSize(size);
  if (bytes < 0) throw ValueError('size must be 0 or a positive value');
  if (bytes !== 0 && bytes < LEAST_STACK) throw ValueError(`size not valid: ${bytes} bytes`);
  asked.bytes = bytes;
  return before;
}
const LEAST_STACK = 32768;

export default (): Record<string, Py> => {
  // At the end of the program, threads that are no daemons are waited for.
  const hooks = moduleState<(() => void)[]>('exit hooks', () => []);
  hooks.unshift(endThreads);
  return {
    LockType: lockType,
    lock: lockType,
    RLock: rlockType,
    _local: localType,
    _ThreadHandle: handleType,
    error: rt.dialect === 2 ? error2.type : RuntimeError.type,
    TIMEOUT_MAX: new PyFloat(TIMEOUT_MAX),
    allocate_lock: fn('()', () => new PyThreadLock()),
    allocate: fn('()', () => new PyThreadLock()),
    get_ident: fn('()', currentIdent),
    get_native_id: fn('()', () =>
      scheduler().current === scheduler().main
        ? (rt.pid ?? 1)
        : (rt.pid ?? 1) + 1 + ((currentIdent() / 0x1000000) % 1000),
    ),
    _get_main_thread_ident: fn('()', () => scheduler().main.ident),
    _make_thread_handle: fn('(ident, /)', (ident: Py) => {
      const handle = new PyThreadHandle();
      handle.ident = Number(ident);
      handle.started = true;
      return handle;
    }),
    start_new_thread: startNewThread,
    start_new: startNewThread,
    start_joinable_thread: startJoinableThread,
    daemon_threads_allowed: fn('()', () => true),
    stack_size: fn('(size=0, /)', stackSize),
    exit: fn('()', () => {
      throw SystemExit();
    }),
    exit_thread: fn('()', () => {
      throw SystemExit();
    }),
    interrupt_main: fn('(signum=2, /)', (signum: Py) => {
      const signal = signum === undefined ? SIGINT : Number(intValue(signum));
      if (!(signal >= 1 && signal < NSIG)) throw ValueError('signal number out of range');
      simulateSignal(signal);
      return null;
    }),
    _count: fn('()', () => scheduler().threads.length),
    _set_sentinel: fn('()', () => new PyThreadLock()),
    _shutdown: blocking(
      fn('()', () => {
        scheduler().joinAll();
        return null;
      }),
    ),
    _is_main_interpreter: fn('()', () => true),
    _excepthook: threadExceptHook,
    _ExceptHookArgs: structSequence('_thread._ExceptHookArgs', ['exc_type', 'exc_value', 'exc_traceback', 'thread'])
      .type,
    set_name: fn('(name)', () => null),
  };
};

export { instanceDict, setAttr };
