/**
 * What programs reach for of the threads and queues by which CPython's pools work (`_worker_handler`, `_inqueue`, …), to wait for a pool
 * or to end it by force. There are neither here: these follow the pool itself.
 */
import { rt } from '../../object/context.js';
import { method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { type Py, PyObject } from '../../object/object.js';
import { libraryClass } from '../../object/type.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import { createRing, ringItems } from '../../mp/index.js';
import { getAttr } from '../../object/attributes.js';
import { newLock } from './locks.js';
import { once, partsOf } from './parts.js';
import { connections } from './queueEnds.js';
import { arena } from './support.js';
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

/** One of the queues: its locks, and its ends, by which to see whether there is something in it. */
class PyPoolChannel extends PyObject {
  constructor(readonly ring: number) {
    super();
  }
}
const channelType = libraryClass({
  name: 'SimpleQueue',
  js: PyPoolChannel as never,
  module: 'multiprocessing.queues',
  hasDict: true,
});
const ends = once('ends', ({ ring }: PyPoolChannel) => connections(ring) as never);
const reader = (self: PyPoolChannel): Py => ends(self).reader;
defineMembers(channelType, () => ({
  ...partsOf({
    _reader: reader,
    _writer: (self: PyPoolChannel) => ends(self).writer,
    _rlock: once('_rlock', newLock),
    _poll: (self: PyPoolChannel) => getAttr(reader(self), 'poll'),
    _wlock: once('_wlock', newLock),
  }),
  empty: method('()', (self: PyPoolChannel) => ringItems(arena(), self.ring) === 0),
}));

const HANDLERS = {
  _worker_handler: '_handle_workers',
  _task_handler: '_handle_tasks',
  _result_handler: '_handle_results',
} as const;

const QUEUES = ['_inqueue', '_outqueue', '_change_notifier'] as const;
/** Names of all of them. */
export const HELPERS = [...(Object.keys(HANDLERS) as (keyof typeof HANDLERS)[]), ...QUEUES];

/** The attribute of that name; the same object each time. */
export function poolPart(pool: PyPool, name: (typeof HELPERS)[number]): Py {
  let part = pool.parts.get(name);
  if (part === undefined) {
    part = Object.hasOwn(HANDLERS, name)
      ? Object.assign(new PyPoolHandler(), { pool, target: HANDLERS[name as keyof typeof HANDLERS] })
      : new PyPoolChannel(ringOf(pool, name as (typeof QUEUES)[number]));
    pool.parts.set(name, part);
  }
  return part;
}

const ringOf = (pool: PyPool, name: (typeof QUEUES)[number]): number =>
  name === '_inqueue' ? pool.tasks : name === '_outqueue' ? pool.results : createRing(arena());
