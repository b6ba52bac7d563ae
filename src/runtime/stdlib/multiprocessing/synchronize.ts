/**
 * `multiprocessing.synchronize`: Condition and Event, and the module itself.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#synchronization-primitives
 */

import { address } from '../../builtins/object.js';
import { registerShared } from '../../codec/shared.js';
import {
  clearEvent,
  conditionWaiters,
  createCondition,
  createEvent,
  createSemaphore,
  deadlineAfter,
  enterCondition,
  eventSource,
  isEventSet,
  leaveCondition,
  noticeSource,
  notifyCondition,
  setEvent,
  waitCondition,
  waitEvent,
} from '../../mp/index.js';
import { LATER, type LaterMembers } from '../../import/load.js';
import { getAttr, special } from '../../object/attributes.js';
import { call, callMethod } from '../../object/call.js';
import { richCompare } from '../../object/compare.js';
import { rt } from '../../object/context.js';
import { AssertionError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { intValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat, PyList } from '../../object/values.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import {
  acquireSteps,
  boundedSemaphoreType,
  lockType,
  newLock,
  newRLock,
  PySemaphore,
  PySemLock,
  rlockType,
  SEM_VALUE_MAX,
  semaphoreType,
  semLockType,
} from './locks.js';
import { noteSemLocks, noteSpawnedSemLocks } from './log.js';
import { barrierClass } from './barrier.js';
import { HANDED_ON, once, type Parts, partsOf } from './parts.js';
import { inheritanceOnly, madeIn, requireContext, shareFields } from './shareable.js';
import { arena } from './support.js';
import { selectedMs, timeoutMs } from './timeouts.js';

const MODULE = 'multiprocessing.synchronize';

/** How many semaphores CPython makes for one, beside a lock that it is given. */
const SEMAPHORES = { Condition: 3, Event: 5 };

class PyCondition extends PyObject {
  at = 0;
  lock: Py = null;
}
export const conditionType: PyType = libraryClass({
  name: 'Condition',
  js: PyCondition,
  module: MODULE,
  hasDict: true,
});
registerShared(conditionType, {
  kind: 'mp.Condition',
  encode: (value: PyCondition) => value.at,
  parts: (value: PyCondition) => [value.lock],
  decode: (data, [lock], cls) => {
    noteSpawnedSemLocks(data as number, SEMAPHORES.Condition);
    return Object.assign(new ((cls ?? conditionType).ctor as typeof PyCondition)(), { at: data, lock });
  },
});

function mine(self: PyCondition, otherwise: string): void {
  const { lock } = self;
  const owned = lock instanceof PySemLock ? lock.isMine() : truthy(callMethod(getAttr(lock, '_semlock'), '_is_mine'));
  if (!owned) throw AssertionError(otherwise);
}

/** Gives the lock up as often as it was taken, waits, and takes it as often again. */
function wait(self: PyCondition, timeout: Py): Py {
  mine(self, 'must acquire() condition before using wait()');
  const lock = self.lock as PySemLock;
  const count = lock.count();
  const limitMs = timeoutMs(timeout);
  let notified = false;
  try {
    notified = waitCondition(arena(), self.at, limitMs, () => {
      for (let i = 0; i < count; i++) lock.release();
    });
  } finally {
    for (let i = 0; i < count; i++) lock.acquire(Infinity);
  }
  return rt.dialect === 2 ? null : notified;
}

/** `wait` in a thread. */
function* waitSteps(self: PyCondition, timeout: Py): Steps {
  const notified = yield* noticeSteps(self, deadlineAfter(timeoutMs(timeout)));
  return rt.dialect === 2 ? null : notified;
}

function* noticeSteps(self: PyCondition, deadline: number): Steps<boolean> {
  mine(self, 'must acquire() condition before using wait()');
  const shared = arena();
  const lock = self.lock as PySemLock;
  const count = lock.count();
  const node = enterCondition(shared, self.at);
  let notified = false;
  try {
    for (let i = 0; i < count; i++) lock.release();
    yield { source: noticeSource(shared, node), deadline };
  } finally {
    notified = leaveCondition(shared, self.at, node);
    for (let i = 0; i < count; i++) yield* acquireSteps(lock);
  }
  return notified;
}

function* waitForSteps(self: PyCondition, predicate: Py, timeout: Py): Steps {
  const deadline = deadlineAfter(selectedMs(timeout));
  let result = call(predicate, []);
  while (!truthy(result) && performance.now() < deadline) {
    yield* noticeSteps(self, deadline);
    result = call(predicate, []);
  }
  return result;
}

function waitFor(self: PyCondition, predicate: Py, timeout: Py): Py {
  let result = call(predicate, []);
  if (truthy(result)) return result;
  const limit = selectedMs(timeout);
  const end = limit === Infinity ? Infinity : performance.now() + limit;
  while (!truthy(result)) {
    const left = end - performance.now();
    if (left <= 0) break;
    waitOnce(self, left);
    result = call(predicate, []);
  }
  return result;
}

function waitOnce(self: PyCondition, limitMs: number): void {
  mine(self, 'must acquire() condition before using wait()');
  const lock = self.lock as PySemLock;
  const count = lock.count();
  try {
    waitCondition(arena(), self.at, limitMs, () => {
      for (let i = 0; i < count; i++) lock.release();
    });
  } finally {
    for (let i = 0; i < count; i++) lock.acquire(Infinity);
  }
}

/** How many `notify` wakes; what is no number cannot be compared with those that sleep. */
function atMost(n: Py): number {
  richCompare(0, n, 'Lt');
  return n instanceof PyFloat ? Math.ceil(n.v) : Number(intValue(n) ?? 0);
}

function notify(self: PyCondition, n: number): null {
  mine(self, 'lock is not owned');
  notifyCondition(arena(), self.at, n);
  return null;
}

/** A semaphore with that value. */
function counter(value: number): PySemaphore {
  const made = new (semaphoreType.ctor as typeof PySemaphore)();
  return Object.assign(made, { at: createSemaphore(arena(), value, SEM_VALUE_MAX) });
}

const CONDITION_PARTS: Parts = {
  _lock: (self: PyCondition) => self.lock,
  _sleeping_count: (self: PyCondition) => counter(conditionWaiters(arena(), self.at)),
  _woken_count: () => counter(0),
  _wait_semaphore: () => counter(0),
};

/** A condition of its own, as CPython's events and barriers have one. */
export const newCondition = (lock: Py): PyCondition =>
  Object.assign(new (conditionType.ctor as typeof PyCondition)(), { at: createCondition(arena()), lock });

defineMembers(conditionType, () => ({
  ...partsOf(CONDITION_PARTS, HANDED_ON),
  __init__: method('(lock=None, *, ctx)', (self: PyCondition, lock: Py, ctx: Py) => {
    requireContext(self, ctx);
    self.lock = lock === undefined || lock === null ? newRLock(ctx) : lock;
    getAttr(self.lock, 'acquire');
    self.at = createCondition(arena());
    noteSemLocks(self.at, SEMAPHORES.Condition);
    return null;
  }),
  acquire: stepsMethod(
    '(block=True, timeout=None)',
    (self: PyCondition, block: Py, timeout: Py) =>
      acquireSteps(self.lock as PySemLock, block !== undefined && !truthy(block) ? 0 : timeoutMs(timeout)),
    (self: PyCondition, block: Py, timeout: Py) => callMethod(self.lock, 'acquire', block ?? true, timeout ?? null),
  ),
  release: method('()', (self: PyCondition) => callMethod(self.lock, 'release')),
  __enter__: stepsMethod(
    '()',
    (self: PyCondition) => acquireSteps(self.lock as PySemLock),
    (self: PyCondition) =>
      self.lock instanceof PySemLock ? self.lock.acquire(Infinity) : special(self.lock, '__enter__')!(self.lock),
  ),
  __exit__: method('(*args)', (self: PyCondition) => {
    if (self.lock instanceof PySemLock) self.lock.release();
    else callMethod(self.lock, 'release');
    return null;
  }),
  wait: stepsMethod('(timeout=None)', waitSteps, wait),
  notify: method(rt.dialect === 2 ? '()' : '(n=1)', (self: PyCondition, n: Py) =>
    notify(self, n === undefined ? 1 : atMost(n)),
  ),
  notify_all: method('()', (self: PyCondition) => notify(self, Infinity)),
  ...(rt.dialect === 2 ? {} : { wait_for: stepsMethod('(predicate, timeout=None)', waitForSteps, waitFor) }),
  __repr__: method(
    '()',
    (self: PyCondition) => `<${typeOf(self).name}(${repr(self.lock)}, ${conditionWaiters(arena(), self.at)})>`,
  ),
  __reduce__: inheritanceOnly(),
}));

class PyEvent extends PyObject {
  at = 0;
}
export const eventType: PyType = libraryClass({ name: 'Event', js: PyEvent, module: MODULE, hasDict: true });
shareFields(eventType, 'mp.Event', ['at'], { semaphores: SEMAPHORES.Event });

defineMembers(eventType, () => ({
  ...partsOf({
    _cond: once('_cond', () => newCondition(newLock())),
    _flag: (self: PyEvent) => counter(isEventSet(arena(), self.at) ? 1 : 0),
  }),
  __init__: method('(*, ctx)', (self: PyEvent, ctx: Py) => {
    self.at = createEvent(arena());
    noteSemLocks(self.at, SEMAPHORES.Event);
    madeIn(self, ctx);
    return null;
  }),
  is_set: method('()', (self: PyEvent) => isEventSet(arena(), self.at)),
  set: method('()', (self: PyEvent) => {
    setEvent(arena(), self.at);
    return null;
  }),
  clear: method('()', (self: PyEvent) => {
    clearEvent(arena(), self.at);
    return null;
  }),
  wait: stepsMethod(
    '(timeout=None)',
    function* (self: PyEvent, timeout: Py): Steps {
      if (isEventSet(arena(), self.at)) return true;
      yield { source: eventSource(arena(), self.at), deadline: deadlineAfter(timeoutMs(timeout)) };
      return isEventSet(arena(), self.at);
    },
    (self: PyEvent, timeout: Py) => isEventSet(arena(), self.at) || waitEvent(arena(), self.at, timeoutMs(timeout)),
  ),
  __repr__: method('()', (self: PyEvent) => {
    const name = `${typeOf(self).qualname}`;
    if (rt.dialect === 2) return `<multiprocessing.synchronize.${name} object at ${address(self)}>`;
    return `<${name} at ${address(self)} ${isEventSet(arena(), self.at) ? 'set' : 'unset'}>`;
  }),
  __reduce__: inheritanceOnly('Condition'),
}));

export default function synchronize(): Record<string, Py> & { [LATER]: LaterMembers } {
  return {
    [LATER]: new Map(rt.dialect === 2 ? [] : [['Barrier', barrierClass]]),
    __all__: new PyList(['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event']),
    SEM_VALUE_MAX,
    RECURSIVE_MUTEX: 0,
    SEMAPHORE: 1,
    SemLock: semLockType,
    Lock: lockType,
    RLock: rlockType,
    Semaphore: semaphoreType,
    BoundedSemaphore: boundedSemaphoreType,
    Condition: conditionType,
    Event: eventType,
  };
}
