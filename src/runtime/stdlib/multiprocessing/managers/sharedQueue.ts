/** Queues of managers in the arena: behind the head, the ring, then the tasks that are not done and who waits for them to be, then a flag. */
import { importModule } from '../../../import/importFunction.js';
import {
  block,
  createRing,
  deadlineAfter,
  getRecord,
  isRingFull,
  openHandle,
  putRecord,
  readerSource,
  type RingResult,
  ringItems,
  type WaitSource,
  wake,
  writerSource,
} from '../../../mp/index.js';
import { closeRing, isMute } from '../../../mp/ring.js';
import { Ring } from '../../../mp/ringBlocks.js';
import { getAttr } from '../../../object/attributes.js';
import { call as callFunction } from '../../../object/call.js';
import { EOFError, TypeError, ValueError } from '../../../object/errors.js';
import { asDouble } from '../../../object/number.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import { truthy } from '../../../object/truth.js';
import type { Steps } from '../../../threads/steps.js';
import { arena, queueError } from '../support.js';
import { decodeRecord } from '../wire.js';
import { Head, isAlive, type Kind, newShared } from './shared.js';
import { kept } from './sharedItems.js';

const Own = {
  ring: Head.body,
  unfinished: Head.body + 1,
  joiners: Head.body + 2,
  isShut: Head.body + 3,
  cells: 4,
} as const;
const METHODS = ['empty', 'full', 'get', 'get_nowait', 'join', 'put', 'put_nowait', 'qsize', 'shutdown', 'task_done'];

const ringOf = (at: number): number => arena().i32[at + Own.ring]!;
const isShut = (at: number): boolean => Atomics.load(arena().i32, at + Own.isShut) !== 0;
const shutDown = (): Py => callFunction(getAttr(importModule('queue', null, ['*'], 0), 'ShutDown'), []);

/** How long a `put` or `get` may wait, in ms. Errors: ValueError. */
function limitOf(isBlocking: Py = true, timeout: Py = null): number {
  if (!truthy(isBlocking)) return 0;
  if (timeout === null) return Infinity;
  const seconds = asDouble(timeout);
  if (seconds < 0) throw ValueError("'timeout' must be a non-negative number");
  return seconds * 1000;
}

/** Nobody can put any more: the queue was shut down, or its server has ended. */
const closed = (at: number): Py => (isAlive(at) && isShut(at) ? shutDown() : EOFError());

function* put(at: number, item: Py, limitMs: number): Steps<null> {
  const shared = arena();
  const record = kept(item);
  const deadline = deadlineAfter(limitMs);
  for (let inTime = limitMs > 0; ; ) {
    if (isMute(shared, ringOf(at))) throw closed(at);
    Atomics.add(shared.i32, at + Own.unfinished, 1);
    if (putRecord(shared, ringOf(at), record.bytes, 0, record.length, 0) === 'done') return null;
    oneDone(at);
    if (!inTime) throw queueError('Full');
    inTime = yield { source: writerSource(shared, ringOf(at)), deadline };
  }
}

/** The item of a `get`. */
function taken(at: number, result: RingResult): Py {
  if (result === 'done') return decodeRecord(arena());
  throw result === 'closed' ? closed(at) : queueError('Empty');
}

function* get(at: number, limitMs: number): Steps {
  const shared = arena();
  const deadline = deadlineAfter(limitMs);
  for (let inTime = limitMs > 0; ; ) {
    const result = getRecord(shared, ringOf(at), 0);
    if (result !== 'timeout' || !inTime) return taken(at, result);
    inTime = yield { source: readerSource(shared, ringOf(at)), deadline };
  }
}

/** One task less; wakes those who wait for none to be left. */
function oneDone(at: number): void {
  const { i32 } = arena();
  const left = Atomics.sub(i32, at + Own.unfinished, 1);
  if (left === 1 && Atomics.load(i32, at + Own.joiners) > 0) wake(arena(), at + Own.unfinished);
}

function taskDone(at: number): null {
  const { i32 } = arena();
  for (let left = Atomics.load(i32, at + Own.unfinished); ; left = Atomics.load(i32, at + Own.unfinished)) {
    if (left <= 0) throw ValueError('task_done() called too many times');
    if (Atomics.compareExchange(i32, at + Own.unfinished, left, left - 1) !== left) continue;
    if (left === 1 && Atomics.load(i32, at + Own.joiners) > 0) wake(arena(), at + Own.unfinished);
    return null;
  }
}

function tasksSource(at: number): WaitSource {
  const { i32 } = arena();
  return {
    ready: () => Atomics.load(i32, at + Own.unfinished) <= 0,
    arm: () => {
      Atomics.add(i32, at + Own.joiners, 1);
      return at + Own.unfinished;
    },
    disarm: () => Atomics.sub(i32, at + Own.joiners, 1),
  };
}

function shutdown(at: number, isImmediate: boolean): null {
  Atomics.store(arena().i32, at + Own.isShut, 1);
  if (isImmediate) while (getRecord(arena(), ringOf(at), 0) === 'done') oneDone(at);
  closeRing(arena(), ringOf(at));
  return null;
}

/** Arguments by position or by name. Errors: TypeError. */
function bind(method: string, names: readonly string[], args: readonly Py[], kwds: Py): Py[] {
  const bound = [...args];
  if (kwds instanceof PyDict) {
    for (const key of kwds.keyList()) {
      const at = names.indexOf(key);
      if (at < args.length) throw TypeError(`Queue.${method}() got an unexpected keyword argument '${key}'`);
      bound[at] = kwds.get(key);
    }
  }
  if (bound.length > names.length) {
    const most = names.length + 1;
    throw TypeError(`Queue.${method}() takes ${most} positional arguments but ${args.length + 1} were given`);
  }
  if (names[0] === 'item' && bound[0] === undefined)
    throw TypeError(`Queue.${method}() missing 1 required positional argument: 'item'`);
  return bound;
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  put: ['item', 'block', 'timeout'],
  put_nowait: ['item'],
  get: ['block', 'timeout'],
  shutdown: ['immediate'],
};

/** What does not wait. */
function callNow(at: number, method: string, [first]: readonly Py[]): Py {
  const shared = arena();
  switch (method) {
    case 'empty':
      return ringItems(shared, ringOf(at)) === 0;
    case 'full':
      return isRingFull(shared, ringOf(at));
    case 'qsize':
      return ringItems(shared, ringOf(at));
    case 'task_done':
      return taskDone(at);
    default:
      return shutdown(at, first !== undefined && truthy(first));
  }
}

function* steps(at: number, method: string, args: readonly Py[], kwds: Py): Steps {
  const [first, second, third] = bind(method, NAMES[method] ?? [], args, kwds);
  if (method === 'put') return yield* put(at, first, limitOf(second, third));
  if (method === 'put_nowait') return yield* put(at, first, 0);
  if (method === 'get') return yield* get(at, limitOf(first, second));
  if (method === 'get_nowait') return yield* get(at, 0);
  if (method !== 'join') return callNow(at, method, [first]);
  yield { source: tasksSource(at), deadline: Infinity };
  if (!isAlive(at)) throw EOFError();
  return null;
}

/** The same in ordinary code, which sleeps on the cell of what it waits for. */
function call(at: number, method: string, args: readonly Py[], kwds: Py): Py {
  const bound = bind(method, NAMES[method] ?? [], args, kwds);
  const shared = arena();
  const [first, second, third] = bound;
  if (method === 'get' || method === 'get_nowait') {
    const limitMs = method === 'get' ? limitOf(first, second) : 0;
    return taken(at, getRecord(shared, ringOf(at), limitMs));
  }
  if (method === 'put' || method === 'put_nowait')
    return putNow(at, first, method === 'put' ? limitOf(second, third) : 0);
  if (method === 'join') return joinNow(at);
  return callNow(at, method, bound);
}

function putNow(at: number, item: Py, limitMs: number): null {
  const shared = arena();
  const record = kept(item);
  if (isMute(shared, ringOf(at))) throw closed(at);
  Atomics.add(shared.i32, at + Own.unfinished, 1);
  const result = putRecord(shared, ringOf(at), record.bytes, 0, record.length, limitMs);
  if (result === 'done') return null;
  oneDone(at);
  throw result === 'closed' ? closed(at) : queueError('Full');
}

function joinNow(at: number): null {
  const shared = arena();
  const source = tasksSource(at);
  source.arm();
  try {
    while (!source.ready()) {
      const left = Atomics.load(shared.i32, at + Own.unfinished);
      if (left > 0) block(shared, 'queue join', at, at + Own.unfinished, left, Infinity);
    }
  } finally {
    source.disarm();
  }
  if (!isAlive(at)) throw EOFError();
  return null;
}

export const queueKind: Kind = {
  methods: new Set(METHODS),
  exposed: METHODS,
  call,
  steps,
  value: () => callFunction(getAttr(importModule('queue', null, ['*'], 0), 'Queue'), []),
  end: (at) => {
    closeRing(arena(), ringOf(at));
    Atomics.store(arena().i32, at + Own.unfinished, 0);
    wake(arena(), at + Own.unfinished);
  },
};

/** Makes a queue for so many items, or any number of them for 0. */
export function newSharedQueue(kind: number, maxsize: number): number {
  const shared = arena();
  const ring = createRing(shared, Math.max(0, maxsize));
  // Its ends are the server's: without it, nobody can put and nobody waits.
  shared.i32[ring + Ring.hasEnds] = 1;
  openHandle(shared, 'writer', ring);
  openHandle(shared, 'reader', ring);
  const at = newShared(kind, Own.cells);
  shared.i32[at + Own.ring] = ring;
  return at;
}
