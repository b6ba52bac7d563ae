/**
 * `multiprocessing.queues`: Queue, JoinableQueue and SimpleQueue, as rings of the arena.
 *
 * CPython's Queue has a thread that feeds a pipe, so `put` never waits for readers and its pickling errors are printed, not
 * raised. Here `put` encodes at once into a ring that grows; the errors are printed all the same.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#pipes-and-queues
 */

import { classGetItem } from '../../builtins/genericAlias.js';
import { ioError } from '../../builtins/osError.js';
import { encodeRecord } from '../../codec/encode.js';
import { registerShared } from '../../codec/shared.js';
import type { Writer } from '../../codec/writer.js';
import { ControlFlow, toPython } from '../../helpers/exceptions.js';
import {
  type Arena,
  closeHandle,
  createRing,
  deadlineAfter,
  getRecord,
  giveWay,
  isRingFull,
  openHandle,
  putRecord,
  type RingResult,
  readerSource,
  ringItems,
  writerSource,
} from '../../mp/index.js';
import { Ring } from '../../mp/ringBlocks.js';
import { LATER, type LaterMembers } from '../../import/load.js';
import { call, callMethod } from '../../object/call.js';
import { richCompare } from '../../object/compare.js';
import { rt } from '../../object/context.js';
import { AssertionError, EOFError, OSError, type PyBaseException, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import { formatTraceback } from '../../traceback/format.js';
import { SEM_VALUE_MAX, startValue } from './locks.js';
import { claim } from './pipeEnds.js';
import { isReduced, pickling } from './queueState.js';
import { madeIn, refuseSpawned } from './shareable.js';
import { Feeder, noteInheritedQueue } from './feeder.js';
import { holdFor } from './forgotten.js';
import { debug, noteSemLocks, noteSpawnedSemLocks } from './log.js';
import { partsOf } from './parts.js';
import type { QueueEnds } from './queueEnds.js';
import { endsOf, joinableQueueParts, queueParts, simpleQueueParts } from './queueParts.js';
import { receivedValue } from './rawMessages.js';
import { arena, member, queueError, writeStderr } from './support.js';
import { clockedMs, timeoutMs } from './timeouts.js';
import { joinSteps, joinTasks, oneDone, taskDone } from './unfinished.js';

const MODULE = 'multiprocessing.queues';

const HURRIES = 64;
const EBADF = 9;

/** How many semaphores CPython makes for one. */
const SEMAPHORES = { Queue: 3, JoinableQueue: 8, SimpleQueue: 2 };

/** What Queue and SimpleQueue, which share no methods, have in common. */
export class PyRingQueue extends PyObject {
  ring = 0;
  maxsize = SEM_VALUE_MAX;
  closed = false;
  /** Address of the counter of unfinished tasks; 0 if it has none. */
  unfinished = 0;
  /** Its ends as connections, once the program has asked for one. */
  ends: QueueEnds | null = null;
  /** There once something has been put by this process: only then does closing it close CPython's pipe. */
  feeder: Feeder | null = null;
  /** The end of the process does not wait for the feeder. */
  isJoinCancelled = false;
  /** So many times this process takes an item without giving way, since nobody came. */
  hurries = 0;

  init(maxsize: number): void {
    const shared = arena();
    this.maxsize = maxsize <= 0 ? SEM_VALUE_MAX : maxsize;
    this.ring = createRing(shared, maxsize <= 0 ? 0 : maxsize);
    this.own(openHandle(shared, 'ring', this.ring));
    // The handle holds the ring from here on.
    shared.release(this.ring);
  }

  /** A reader that was ended while it waited counts as waiting for ever: only now and then is it waited for. */
  giveWay(shared: Arena): void {
    if (this.hurries > 0) this.hurries--;
    else if (!giveWay(shared, this.ring)) this.hurries = HURRIES;
  }

  /** The handle is this object's, and closed when the program forgets it. */
  own(handle: number): void {
    holdFor(this, () => closeHandle(arena(), handle));
  }
}

export class PyQueue extends PyRingQueue {}
class PyJoinableQueue extends PyQueue {}
class PySimpleQueue extends PyRingQueue {}

export const queueType: PyType = libraryClass({ name: 'Queue', js: PyQueue, module: MODULE, hasDict: true });
export const joinableQueueType: PyType = libraryClass({
  name: 'JoinableQueue',
  js: PyJoinableQueue,
  base: queueType,
  module: MODULE,
});
export const simpleQueueType: PyType = libraryClass({
  name: 'SimpleQueue',
  js: PySimpleQueue,
  module: MODULE,
  hasDict: true,
});

for (const [type, kind] of [
  [queueType, 'mp.Queue'],
  [joinableQueueType, 'mp.JoinableQueue'],
  [simpleQueueType, 'mp.SimpleQueue'],
] as const) {
  registerShared(type, {
    kind,
    isReduced,
    isChannel: true,
    encode: (value: PyRingQueue, transfer) => {
      refuseSpawned(value, transfer);
      if (transfer !== 'fork') arena().retain(value.ring);
      return [value.ring, value.maxsize, value.closed, value.unfinished, transfer !== 'fork'];
    },
    decode: (data, _parts, cls) => {
      const [ring, maxsize, closed, unfinished, inMessage] = data as [number, number, boolean, number, boolean];
      const shared = arena();
      shared.reach(ring, Ring.cells);
      const inherited = inMessage ? 0 : claim(shared, 'ring', ring);
      const handle = inherited === 0 ? openHandle(shared, 'ring', ring) : inherited;
      if (inMessage) shared.release(ring);
      const queue = Object.assign(new ((cls ?? type).ctor as typeof PyRingQueue)(), {
        ring,
        maxsize,
        closed,
        unfinished,
      });
      queue.own(handle);
      if (!inMessage && type !== simpleQueueType) noteInheritedQueue();
      noteSpawnedSemLocks(ring, SEMAPHORES[type.name as keyof typeof SEMAPHORES]);
      return queue;
    },
  });
}

/** How long to wait, given what `put` or `get` makes of the timeout: it looks at it also where it does not wait. */
function limitOf(block: Py, timeout: Py, ms: (timeout: Py) => number): number {
  const waits = block === undefined || truthy(block);
  const limit = (waits ? ms : timeoutMs)(timeout);
  return waits ? limit : 0;
}

function checkOpen(self: PyQueue): void {
  if (!self.closed) return;
  throw rt.dialect === 2 ? AssertionError() : ValueError(`Queue ${repr(self)} is closed`);
}

function put(self: PyQueue, value: Py, isBlocking: Py, timeout: Py): null {
  const limit = isBlocking === undefined && timeout === undefined ? Infinity : limitOf(isBlocking, timeout, timeoutMs);
  if (!tryPut(self, value, limit)) throw queueError('Full');
  return null;
}

function startFeeder(self: PyQueue): void {
  const feeder = new Feeder(!self.isJoinCancelled);
  self.feeder = feeder;
  holdFor(self, () => feeder.close());
}

/** Returns false if there was no room in time. */
function tryPut(self: PyQueue, value: Py, limit: number): boolean {
  if (self.closed) checkOpen(self);
  if (self.feeder === null) startFeeder(self);
  const shared = arena();
  let message: Writer;
  try {
    message = encodeRecord(value);
  } catch (error) {
    if (limit === 0 && isRingFull(shared, self.ring)) return false;
    feederError(self, error, value);
    return true;
  }
  if (self.unfinished !== 0) Atomics.add(shared.i32, self.unfinished, 1);
  const isPut = putMessage(shared, self, message, limit);
  if (!isPut && self.unfinished !== 0) oneDone(shared, self.unfinished);
  return isPut;
}

/** Returns false if there was no room in time. */
function putMessage(shared: Arena, { ring, maxsize }: PyQueue, { bytes, length }: Writer, limitMs: number): boolean {
  if (maxsize === SEM_VALUE_MAX || limitMs === 0) return putRecord(shared, ring, bytes, 0, length, limitMs) === 'done';
  if (putRecord(shared, ring, bytes, 0, length, 0) === 'done') return true;
  // While it waits, other threads of the process may encode something: the message must be out of their way.
  const copy = bytes.slice(0, length);
  return putRecord(shared, ring, copy, 0, length, limitMs) === 'done';
}

/** What the feeder thread of CPython does with an object that cannot be pickled. */
function feederError(self: PyQueue, error: unknown, value: Py): void {
  if (error instanceof ControlFlow) throw error;
  callMethod(self, '_on_queue_feeder_error', toPython(error), value);
}

function printFeederError(_self: PyQueue, e: Py): null {
  const text = formatTraceback(e as PyBaseException);
  writeStderr((e as PyBaseException).tb === null ? `Traceback (most recent call last):\n${text}` : text);
  return null;
}

/** In Python 2 the reading end is closed with the queue. */
function refuseGet(self: PyQueue): void {
  if (rt.dialect === 2) throw ioError(EBADF);
  checkOpen(self);
}

function get(self: PyQueue, isBlocking: Py, timeout: Py): Py {
  if (self.closed) refuseGet(self);
  const limit = isBlocking === undefined && timeout === undefined ? Infinity : limitOf(isBlocking, timeout, clockedMs);
  const shared = arena();
  if (self.feeder !== null) self.giveWay(shared);
  const result: RingResult = getRecord(shared, self.ring, limit);
  if (result !== 'done') throw queueError('Empty');
  return receivedValue(shared);
}

/** `get` in a thread. */
function* getSteps(self: PyQueue, isBlocking: Py, timeout: Py): Steps {
  if (self.closed) refuseGet(self);
  const limit = limitOf(isBlocking, timeout, clockedMs);
  const deadline = deadlineAfter(limit);
  for (let inTime = limit > 0; getRecord(arena(), self.ring, 0) !== 'done'; ) {
    if (!inTime) throw queueError('Empty');
    inTime = yield { source: readerSource(arena(), self.ring), deadline };
  }
  return receivedValue(arena());
}

/** `put` in a thread. */
function* putSteps(self: PyQueue, value: Py, isBlocking: Py, timeout: Py): Steps {
  const limit = limitOf(isBlocking, timeout, timeoutMs);
  const deadline = deadlineAfter(limit);
  for (let inTime = limit > 0 && self.maxsize !== SEM_VALUE_MAX; !tryPut(self, value, 0); ) {
    if (!inTime) throw queueError('Full');
    inTime = yield { source: writerSource(arena(), self.ring), deadline };
  }
  return null;
}

/** The most that a queue may hold; 0 is no limit. TypeError as from the comparison with 0, and from the semaphore that CPython counts with. */
function maxsizeOf(given: Py): number {
  if (given === undefined || richCompare(given, 0, 'LtE')) return 0;
  return startValue(given);
}

const FIELDS = ['ring', 'maxsize', 'unfinished'];

defineMembers(queueType, () => ({
  ...partsOf(queueParts()),
  ...classGetItem(),
  __init__: method('(maxsize=0, *, ctx)', (self: PyQueue, maxsize: Py, ctx: Py) => {
    madeIn(self, ctx);
    self.init(maxsizeOf(maxsize));
    noteSemLocks(self.ring, SEMAPHORES.Queue);
    if (rt.dialect === 2) debug('Queue._after_fork()');
    return null;
  }),
  put: stepsMethod('(obj, block=True, timeout=None)', putSteps, put),
  get: stepsMethod('(block=True, timeout=None)', getSteps, get),
  put_nowait: method('(obj)', (self: PyQueue, value: Py) => callMethod(self, 'put', value, false)),
  get_nowait: method('()', (self: PyQueue) => callMethod(self, 'get', false)),
  qsize: method('()', (self: PyQueue) => ringItems(arena(), self.ring)),
  empty: method('()', (self: PyQueue) => {
    if (self.closed && self.feeder !== null && rt.dialect === 3) throw closedHandle();
    return ringItems(arena(), self.ring) === 0;
  }),
  full: method('()', (self: PyQueue) => isRingFull(arena(), self.ring)),
  close: method('()', (self: PyQueue) => {
    self.closed = true;
    self.feeder?.close();
    return null;
  }),
  join_thread: method('()', (self: PyQueue) => {
    debug('Queue.join_thread()');
    if (!self.closed) throw rt.dialect === 2 ? AssertionError() : AssertionError(`Queue ${repr(self)} not closed`);
    self.feeder?.join();
    return null;
  }),
  cancel_join_thread: method('()', (self: PyQueue) => {
    debug('Queue.cancel_join_thread()');
    self.isJoinCancelled = true;
    self.feeder?.cancelJoin();
    return null;
  }),
  _on_queue_feeder_error: method('(e, obj)', printFeederError),
  ...pickling(queueType, FIELDS),
}));

defineMembers(joinableQueueType, () => ({
  ...partsOf(joinableQueueParts()),
  __init__: method('(maxsize=0, *, ctx)', (self: PyQueue, maxsize: Py, ctx: Py) => {
    madeIn(self, ctx);
    self.init(maxsizeOf(maxsize));
    self.unfinished = arena().alloc(8);
    noteSemLocks(self.ring, SEMAPHORES.JoinableQueue);
    if (rt.dialect === 2) debug('Queue._after_fork()');
    return null;
  }),
  ...pickling(joinableQueueType, FIELDS),
  task_done: method('()', ({ unfinished }: PyQueue) => taskDone(unfinished)),
  join: stepsMethod(
    '()',
    ({ unfinished }: PyQueue) => joinSteps(unfinished),
    ({ unfinished }: PyQueue) => joinTasks(unfinished),
  ),
}));

const closedHandle = () => OSError('handle is closed');

function closeSimple(self: PyRingQueue): null {
  self.closed = true;
  const { reader, writer } = endsOf(self);
  reader.close();
  writer.close();
  return null;
}

defineMembers(simpleQueueType, () => ({
  ...partsOf(simpleQueueParts()),
  ...classGetItem(),
  __init__: method('(*, ctx)', (self: PyRingQueue, ctx: Py) => {
    madeIn(self, ctx);
    self.init(0);
    noteSemLocks(self.ring, SEMAPHORES.SimpleQueue);
    return null;
  }),
  put: method('(obj)', (self: PyRingQueue, value: Py) => {
    if (self.closed) throw closedHandle();
    const { bytes, length } = encodeRecord(value);
    putRecord(arena(), self.ring, bytes, 0, length);
    return null;
  }),
  get: stepsMethod(
    '()',
    function* (self: PyRingQueue): Steps {
      if (self.closed) throw closedHandle();
      for (;;) {
        const result = getRecord(arena(), self.ring, 0);
        if (result === 'done') return receivedValue(arena());
        if (result === 'closed') throw EOFError();
        yield { source: readerSource(arena(), self.ring), deadline: Infinity };
      }
    },
    (self: PyRingQueue) => {
      if (self.closed) throw closedHandle();
      const shared = arena();
      self.giveWay(shared);
      if (getRecord(shared, self.ring) !== 'done') throw EOFError();
      return receivedValue(shared);
    },
  ),
  empty: method('()', (self: PyRingQueue) => {
    if (self.closed) throw closedHandle();
    return ringItems(arena(), self.ring) === 0;
  }),
  ...(rt.dialect === 2 ? {} : { close: method('()', closeSimple) }),
  ...pickling(simpleQueueType, FIELDS),
}));

export default function queues(): Record<string, Py> & { [LATER]: LaterMembers } {
  const source = rt.dialect === 2 ? 'Queue' : 'queue';
  return {
    // The module that has them brings a dozen others with it, and a program that never meets them does without.
    [LATER]: new Map([
      ...['Empty', 'Full'].map((name): [string, () => Py] => [name, () => member(source, name)]),
      ['_sentinel', () => call(member('builtins', 'object'), [])],
    ]),
    __all__: new PyList(['Queue', 'SimpleQueue', 'JoinableQueue']),
    Queue: queueType,
    JoinableQueue: joinableQueueType,
    SimpleQueue: simpleQueueType,
  };
}
