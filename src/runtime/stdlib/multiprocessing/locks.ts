/**
 * Lock, RLock, Semaphore and BoundedSemaphore of `multiprocessing.synchronize`.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#synchronization-primitives
 */

import { quick } from '../../builtins/direct.js';
import { osError } from '../../builtins/osError.js';
import {
  acquireMutex,
  acquireRMutex,
  acquireSemaphore,
  createMutex,
  createRMutex,
  createSemaphore,
  deadlineAfter,
  isMutexFree,
  isOwner,
  mutexOwner,
  mutexSource,
  releaseMutex,
  releaseRMutex,
  releaseSemaphore,
  rmutexDepth,
  rmutexOwner,
  semaphoreSource,
  semaphoreValue,
  type WaitSource,
} from '../../mp/index.js';
import { getAttr } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { AssertionError, OverflowError, TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { intValue } from '../../object/number.js';
import type { PyFunction } from '../../object/function.js';
import { type Py, PyObject } from '../../object/object.js';
import { str } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat } from '../../object/values.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import { currentProcess } from './process.js';
import { viewOf } from './semLock.js';
import { HANDED_ON, once, type Parts, partsOf } from './parts.js';
import { inheritanceOnly, isForkOnly, madeIn, shareFields } from './shareable.js';
import { noteSemLocks } from './log.js';
import { noteResource, startMethod } from './state.js';
import { arena, currentThread, member } from './support.js';
import { timeoutMs } from './timeouts.js';

const MODULE = 'multiprocessing.synchronize';
export const SEM_VALUE_MAX = 2147483647;
const EINVAL = 22;

/** A lock in the arena. `at` is its address. */
export abstract class PySemLock extends PyObject {
  at = 0;
  abstract acquire(limitMs: number): boolean;
  /** Ready when it may be free. */
  source(): WaitSource {
    return mutexSource(arena(), this.at);
  }
  abstract release(): void;
  /** Taken by this thread (a plain Lock knows only processes). */
  abstract isMine(): boolean;
  /** How often this process has taken it. */
  abstract count(): number;
  abstract value(): number;
}

export class PyLock extends PySemLock {
  acquire(limitMs: number): boolean {
    return acquireMutex(arena(), this.at, limitMs);
  }
  release(): void {
    if (!releaseMutex(arena(), this.at)) throw tooOften();
  }
  isMine(): boolean {
    return mutexOwner(arena(), this.at) === arena().self;
  }
  count(): number {
    return this.isMine() ? 1 : 0;
  }
  value(): number {
    return isMutexFree(arena(), this.at) ? 1 : 0;
  }
}

export class PyRLock extends PySemLock {
  acquire(limitMs: number): boolean {
    return acquireRMutex(arena(), this.at, currentThread(), limitMs);
  }
  release(): void {
    if (!releaseRMutex(arena(), this.at, currentThread())) {
      throw AssertionError('attempt to release recursive lock not owned by thread');
    }
  }
  isMine(): boolean {
    return isOwner(arena(), this.at, currentThread());
  }
  count(): number {
    return rmutexOwner(arena(), this.at) === arena().self ? rmutexDepth(arena(), this.at) : 0;
  }
  value(): number {
    return isMutexFree(arena(), this.at) ? 1 : 0;
  }
}

export class PySemaphore extends PySemLock {
  maxvalue = SEM_VALUE_MAX;
  override source(): WaitSource {
    return semaphoreSource(arena(), this.at);
  }
  acquire(limitMs: number): boolean {
    return acquireSemaphore(arena(), this.at, limitMs);
  }
  release(): void {
    if (this.maxvalue === 0 || !releaseSemaphore(arena(), this.at)) throw tooOften();
  }
  isMine(): boolean {
    return false;
  }
  count(): number {
    return 0;
  }
  value(): number {
    return semaphoreValue(arena(), this.at);
  }
}

const tooOften = () => ValueError('semaphore or lock released too many times');

export const semLockType: PyType = libraryClass({
  name: 'SemLock',
  js: PySemLock as never,
  module: MODULE,
  hasDict: true,
});
export const lockType: PyType = libraryClass({ name: 'Lock', js: PyLock, base: semLockType, module: MODULE });
export const rlockType: PyType = libraryClass({ name: 'RLock', js: PyRLock, base: semLockType, module: MODULE });
export const semaphoreType: PyType = libraryClass({
  name: 'Semaphore',
  js: PySemaphore,
  base: semLockType,
  module: MODULE,
});
class PyBoundedSemaphore extends PySemaphore {}
export const boundedSemaphoreType: PyType = libraryClass({
  name: 'BoundedSemaphore',
  js: PyBoundedSemaphore,
  base: semaphoreType,
  module: MODULE,
});

shareFields(lockType, 'mp.Lock', ['at'], { semaphores: 1 });
shareFields(rlockType, 'mp.RLock', ['at'], { semaphores: 1 });
shareFields(semaphoreType, 'mp.Semaphore', ['at', 'maxvalue'], { semaphores: 1 });
shareFields(boundedSemaphoreType, 'mp.BoundedSemaphore', ['at', 'maxvalue'], { semaphores: 1 });

export function newLock(): PyLock {
  return Object.assign(new (lockType.ctor as typeof PyLock)(), { at: createMutex(arena()) });
}
export function newRLock(ctx: Py = null): PyRLock {
  const made = Object.assign(new (rlockType.ctor as typeof PyRLock)(), { at: createRMutex(arena()) });
  madeIn(made, ctx);
  noteSemLocks(made.at, 1);
  return made;
}

/** `(block, timeout)` of `acquire` in ms. Who has the lock already does not wait: then nothing looks at the limit. */
export function limitOf(self: PySemLock, block: Py, timeout: Py): number {
  if (timeout !== undefined && self instanceof PyRLock && self.isMine()) return 0;
  const limit = timeoutMs(timeout);
  return block !== undefined && !truthy(block) ? 0 : limit;
}

function acquire(self: PySemLock, block: Py, timeout: Py): boolean {
  return self.acquire(block === undefined && timeout === undefined ? Infinity : limitOf(self, block, timeout));
}

/** `acquire` in a thread. */
export function* acquireSteps(self: PySemLock, limitMs = Infinity): Steps<boolean> {
  const deadline = deadlineAfter(limitMs);
  for (let inTime = limitMs > 0; ; inTime = yield { source: self.source(), deadline }) {
    if (self.acquire(0)) return true;
    if (!inTime) return false;
  }
}

const acquireInThread = (self: PySemLock, block: Py, timeout: Py) => acquireSteps(self, limitOf(self, block, timeout));

function release(self: PySemLock): null {
  self.release();
  return null;
}

function holder(self: PySemLock): string {
  if (self.isMine()) {
    const process = str(getAttr(currentProcess(), '_name'));
    if (currentThread() === 1) return process;
    const thread = call(member(rt.dialect === 2 ? '@threading' : 'threading', 'current_thread'), []);
    return `${process}|${str(getAttr(thread, 'name'))}`;
  }
  if (self.value() === 1) return 'None';
  return self.count() > 0 ? 'SomeOtherThread' : 'SomeOtherProcess';
}

/** A method of locks; called with a lock, and with so many arguments beside it, it does the one thing at once. */
function lockMethod(usual: PyFunction, count: number, run: (self: PySemLock) => Py): PyFunction {
  return quick(usual, function (self: Py) {
    return arguments.length === 1 + count && self instanceof PySemLock ? run(self) : usual(...arguments);
  });
}

const take = (self: PySemLock): boolean => self.acquire(Infinity);

const semLockParts = (): Parts => ({
  _semlock: once('_semlock', viewOf),
  ...(rt.dialect === 2 ? {} : { _is_fork_ctx: isForkOnly }),
});

defineMembers(semLockType, () => ({
  ...partsOf(semLockParts(), HANDED_ON),
  acquire: lockMethod(stepsMethod('(block=True, timeout=None)', acquireInThread, acquire), 0, take),
  release: lockMethod(method('()', release), 0, release),
  __enter__: lockMethod(stepsMethod('()', acquireSteps, take), 0, take),
  __exit__: lockMethod(method('(*args)', release), 3, release),
  __reduce__: inheritanceOnly(),
}));

/** A lock has been made; by CPython's other start methods than fork it would have a name, which the resource tracker is told. */
function made(self: PySemLock, ctx: Py): null {
  madeIn(self, ctx);
  if ((ctx?.method ?? startMethod()) !== 'fork') noteResource();
  noteSemLocks(self.at, 1);
  return null;
}

const initWith = (create: () => number) =>
  method('(*, ctx)', (self: PySemLock, ctx: Py) => {
    self.at = create();
    return made(self, ctx);
  });

defineMembers(lockType, () => ({
  __init__: initWith(() => createMutex(arena())),
  __repr__: method('()', (self: PyLock) => `<${typeOf(self).name}(owner=${holder(self)})>`),
}));

defineMembers(rlockType, () => ({
  __init__: initWith(() => createRMutex(arena())),
  __repr__: method('()', (self: PyRLock) => {
    const name = holder(self);
    const count = name.startsWith('SomeOther') ? 'nonzero' : self.isMine() ? self.count() : 0;
    return `<${typeOf(self).name}(${name}, ${count})>`;
  }),
}));

/** A start value as CPython's C code takes it. */
export function startValue(value: Py): number {
  const n = value === undefined ? 1 : intValue(value);
  if (n === undefined) {
    throw TypeError(
      rt.dialect === 2
        ? value instanceof PyFloat
          ? 'integer argument expected, got float'
          : 'an integer is required'
        : `'${typeOf(value).name}' object cannot be interpreted as an integer`,
    );
  }
  if (n > SEM_VALUE_MAX || n < -SEM_VALUE_MAX - 1) {
    throw OverflowError(
      rt.dialect === 2 ? 'signed integer is greater than maximum' : 'Python int too large to convert to C int',
    );
  }
  if (n < 0) throw osError(EINVAL);
  return Number(n);
}

defineMembers(semaphoreType, () => ({
  __init__: method('(value=1, *, ctx)', (self: PySemaphore, value: Py, ctx: Py) => {
    self.at = createSemaphore(arena(), startValue(value), SEM_VALUE_MAX);
    return made(self, ctx);
  }),
  get_value: method('()', (self: PySemaphore) => self.value()),
  __repr__: method('()', (self: PySemaphore) => `<${typeOf(self).name}(value=${self.value()})>`),
}));

defineMembers(boundedSemaphoreType, () => ({
  __init__: method('(value=1, *, ctx)', (self: PySemaphore, value: Py, ctx: Py) => {
    self.maxvalue = startValue(value);
    self.at = createSemaphore(arena(), self.maxvalue, self.maxvalue);
    return made(self, ctx);
  }),
  __repr__: method(
    '()',
    (self: PySemaphore) => `<${typeOf(self).name}(value=${self.value()}, maxvalue=${self.maxvalue})>`,
  ),
}));
