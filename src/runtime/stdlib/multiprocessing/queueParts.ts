/** What CPython's queues are made of, as far as programs look at it. */
import { getAttr } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { rt } from '../../object/context.js';
import type { Py } from '../../object/object.js';
import { createSemaphore, ringItems } from '../../mp/index.js';
import { boundedSemaphoreType, newLock, newRLock, PySemaphore, SEM_VALUE_MAX, semaphoreType } from './locks.js';
import { once, type Parts } from './parts.js';
import { connections } from './queueEnds.js';
import type { PyQueue, PyRingQueue } from './queues.js';
import { arena, member, pid } from './support.js';
import { newCondition } from './synchronize.js';

const two = () => rt.dialect === 2;

/** The ends as connections; made once. A queue that has something to feed to its pipe closes them with itself. */
export function endsOf(self: PyRingQueue) {
  self.ends ??= connections(self.ring);
  if (self.closed && self.feeder !== null) {
    self.ends.reader.close();
    self.ends.writer.close();
  }
  return self.ends;
}

const reader = (self: PyRingQueue): Py => endsOf(self).reader;
const writer = (self: PyRingQueue): Py => endsOf(self).writer;
const poll = (self: PyRingQueue): Py => getAttr(reader(self), 'poll');

/** The room that is left. */
function room(self: PyRingQueue): Py {
  const made = new (boundedSemaphoreType.ctor as typeof PySemaphore)();
  const left = self.maxsize - ringItems(arena(), self.ring);
  return Object.assign(made, { at: createSemaphore(arena(), left, self.maxsize), maxvalue: self.maxsize });
}

function unfinished(self: PyRingQueue): Py {
  const made = new (semaphoreType.ctor as typeof PySemaphore)();
  return Object.assign(made, { at: createSemaphore(arena(), arena().i32[self.unfinished]!, SEM_VALUE_MAX) });
}

const ofThreading = (name: string, ...args: Py[]): Py => call(member(two() ? '@threading' : 'threading', name), args);

export const queueParts = (): Parts => ({
  _maxsize: ({ maxsize }: PyQueue) => maxsize,
  _reader: reader,
  _writer: writer,
  _rlock: once('_rlock', newLock),
  _opid: once('_opid', pid),
  _wlock: once('_wlock', newLock),
  _sem: room,
  ...(two() ? {} : { _ignore_epipe: () => false }),
  _notempty: once('_notempty', () => ofThreading('Condition', ofThreading('Lock'))),
  // What is put has left for the pipe at once.
  _buffer: once('_buffer', () => call(member('collections', 'deque'), [])),
  _thread: ({ feeder }: PyQueue) => feeder?.shown() ?? null,
  _jointhread: ({ feeder }: PyQueue) => feeder?.joining ?? null,
  _joincancelled: ({ isJoinCancelled }: PyQueue) => isJoinCancelled,
  _closed: ({ closed }: PyQueue) => closed,
  _close: ({ feeder }: PyQueue) => feeder?.closing ?? null,
  ...(two()
    ? { _send: (self: Py) => getAttr(writer(self), 'send'), _recv: (self: Py) => getAttr(reader(self), 'recv') }
    : {
        _send_bytes: (self: Py) => getAttr(writer(self), 'send_bytes'),
        _recv_bytes: (self: Py) => getAttr(reader(self), 'recv_bytes'),
      }),
  _poll: poll,
});

export const joinableQueueParts = (): Parts => ({
  ...queueParts(),
  _unfinished_tasks: unfinished,
  _cond: once('_cond', () => newCondition(newRLock())),
});

export const simpleQueueParts = (): Parts => ({
  _reader: reader,
  _writer: writer,
  _rlock: once('_rlock', newLock),
  ...(two() ? {} : { _poll: poll }),
  _wlock: once('_wlock', newLock),
});
