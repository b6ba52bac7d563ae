/** The `_multiprocessing` module: what CPython's own locks are made of, as far as programs look at it. */
import { osError } from '../../builtins/osError.js';
import { createRMutex, createSemaphore } from '../../mp/index.js';
import { moduleState } from '../../object/context.js';
import { ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { intValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { PyStaticMethod } from '../../object/values.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import {
  acquireSteps,
  limitOf,
  newRLock,
  PyRLock,
  PySemaphore,
  type PySemLock,
  SEM_VALUE_MAX,
  semaphoreType,
} from './locks.js';
import { arena } from './support.js';

const RECURSIVE_MUTEX = 0;
const SEMAPHORE = 1;
const ENOENT = 2;
const EEXIST = 17;
const EINVAL = 22;

/** A lock of the package, seen as CPython's semaphore. */
export class PySemLockView extends PyObject {
  lock!: PySemLock;
  name: Py = null;
}
export const semLockView: PyType = libraryClass({ name: 'SemLock', js: PySemLockView, module: '_multiprocessing' });

export const viewOf = (lock: PySemLock): PySemLockView => Object.assign(new PySemLockView(), { lock });

/** Names of semaphores that can be unlinked: those that this process has made by hand. */
const names = (): Set<string> => moduleState('names of semaphores', () => new Set<string>());

function newSemLock(cls: PyType, kind: Py, value: Py, maxvalue: Py, name: Py, unlink: Py): PySemLockView {
  const which = Number(intValue(kind));
  if (which !== RECURSIVE_MUTEX && which !== SEMAPHORE) throw ValueError('unrecognized kind');
  const [start, most] = [Number(intValue(value)), Number(intValue(maxvalue))];
  if (start < 0 || start > most) throw osError(EINVAL);
  if (names().has(String(name))) throw osError(EEXIST);
  if (!truthy(unlink)) names().add(String(name));
  const made = new cls.ctor() as PySemLockView;
  made.name = name;
  if (which === RECURSIVE_MUTEX) made.lock = Object.assign(newRLock(), { at: createRMutex(arena()) });
  else {
    const semaphore = new (semaphoreType.ctor as typeof PySemaphore)();
    made.lock = Object.assign(semaphore, { maxvalue: most, at: createSemaphore(arena(), start, most) });
  }
  return made;
}

function* acquire({ lock }: PySemLockView, block: Py, timeout: Py): Steps {
  return yield* acquireSteps(lock, limitOf(lock, block, timeout));
}

const release = ({ lock }: PySemLockView): null => {
  lock.release();
  return null;
};

defineMembers(semLockView, () => ({
  __new__: new PyStaticMethod(fn('(cls, kind, value, maxvalue, name, unlink)', newSemLock, '__new__')),
  SEM_VALUE_MAX,
  acquire: stepsMethod('(block=True, timeout=None)', acquire, ({ lock }: PySemLockView, block: Py, timeout: Py) =>
    lock.acquire(limitOf(lock, block, timeout)),
  ),
  release: method('()', release),
  __enter__: stepsMethod('()', acquire, ({ lock }: PySemLockView) => lock.acquire(Infinity)),
  __exit__: method('(exc_type=None, exc_value=None, exc_tb=None, /)', release),
  _count: method('()', ({ lock }: PySemLockView) => lock.count()),
  _is_mine: method('()', ({ lock }: PySemLockView) => lock.isMine()),
  _get_value: method('()', ({ lock }: PySemLockView) => lock.value()),
  _is_zero: method('()', ({ lock }: PySemLockView) => lock.value() === 0),
  _after_fork: method('()', () => null),
  handle: getter(({ lock }: PySemLockView) => lock.at),
  name: getter(({ name }: PySemLockView) => name),
  kind: getter(({ lock }: PySemLockView) => (lock instanceof PyRLock ? RECURSIVE_MUTEX : SEMAPHORE)),
  maxvalue: getter(({ lock }: PySemLockView) => (lock instanceof PySemaphore ? lock.maxvalue : 1)),
}));

export default function _multiprocessing(): Record<string, Py> {
  return {
    SemLock: semLockView,
    flags: PyDict.of([
      ['HAVE_SEM_OPEN', 1],
      ['HAVE_SEM_TIMEDWAIT', 1],
    ]),
    // The locks of the package itself have no names that could be removed.
    sem_unlink: fn('(name, /)', (name: Py) => {
      if (!names().delete(String(name))) throw osError(ENOENT);
      return null;
    }),
  };
}
