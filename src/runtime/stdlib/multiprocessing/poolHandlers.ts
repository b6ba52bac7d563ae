/**
 * What programs reach for of the threads and queues by which CPython's pools work (`_worker_handler`, `_inqueue`, …), to wait for a pool
 * or to end it by force. There are neither here: these follow the pool itself.
 */
import { rt } from '../../object/context.js';
import { method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { type Py, PyObject } from '../../object/object.js';
import { builtinType, libraryClass } from '../../object/type.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import { newLock } from './locks.js';
import type { PyPool } from './pool.js';
import { attributes } from './shareable.js';
import { timeoutMs } from './timeouts.js';

/** One of the threads. It has ended when the pool is closed and has no work any more. */
class PyPoolHandler extends PyObject {
  pool!: PyPool;
  target = '';
  state: Py = undefined;
}
const handlerType = libraryClass({ name: 'Thread', js: PyPoolHandler, module: 'threading', hasDict: true });

const isAlive = ({ pool }: PyPoolHandler): boolean => {
  pool.pump();
  return !pool.isThrough;
};

defineMembers(handlerType, () => ({
  __dict__: attributes(),
  _state: getter(
    (self: PyPoolHandler) => self.state ?? (rt.dialect === 2 ? 0 : 'RUN'),
    (self: PyPoolHandler, state: Py) => {
      self.state = state;
    },
  ),
  daemon: getter(() => true),
  is_alive: method('()', isAlive),
  ...(rt.dialect === 2 ? { isAlive: method('()', isAlive) } : {}),
  join: stepsMethod(
    '(timeout=None)',
    function* ({ pool }: PyPoolHandler, timeout: Py): Steps {
      yield* pool.throughSteps(timeoutMs(timeout));
      return null;
    },
    ({ pool }: PyPoolHandler, timeout: Py) => {
      pool.awaitThrough(timeoutMs(timeout));
      return null;
    },
  ),
  __repr__: method(
    '()',
    (self: PyPoolHandler) => `<Thread(${self.target}, ${isAlive(self) ? 'started' : 'stopped'} daemon)>`,
  ),
}));

/** One of the queues, of which there are the locks. */
class PyPoolChannel extends PyObject {
  readonly read = newLock();
  readonly write = newLock();
}
const channelType = builtinType({ name: 'SimpleQueue', js: PyPoolChannel, module: 'multiprocessing.queues' });
defineMembers(channelType, () => ({
  _rlock: getter((self: PyPoolChannel) => self.read),
  _wlock: getter((self: PyPoolChannel) => self.write),
}));

const HANDLERS = {
  _worker_handler: '_handle_workers',
  _task_handler: '_handle_tasks',
  _result_handler: '_handle_results',
} as const;

/** The attribute of that name; the same object each time. */
export function poolPart(pool: PyPool, name: keyof typeof HANDLERS | '_inqueue' | '_outqueue'): Py {
  let part = pool.parts.get(name);
  if (part === undefined) {
    part =
      name === '_inqueue' || name === '_outqueue'
        ? new PyPoolChannel()
        : Object.assign(new PyPoolHandler(), { pool, target: HANDLERS[name] });
    pool.parts.set(name, part);
  }
  return part;
}
