/** Locks and semaphores of managers in the arena: behind the head, the address of the mechanism. */
import { importModule } from '../../../import/importFunction.js';
import {
  acquireRMutex,
  acquireSemaphore,
  createRMutex,
  createSemaphore,
  deadlineAfter,
  mutexSource,
  processSource,
  releaseRMutex,
  releaseSemaphore,
  rmutexDepth,
  rmutexOwner,
  semaphoreSource,
  semaphoreValue,
  type WaitSource,
  wake,
  waitAny,
} from '../../../mp/index.js';
import { getAttr, setAttr } from '../../../object/attributes.js';
import { call, callMethod } from '../../../object/call.js';
import { EOFError, OverflowError, RuntimeError, ValueError } from '../../../object/errors.js';
import { asDouble } from '../../../object/number.js';
import type { Py } from '../../../object/object.js';
import { truthy } from '../../../object/truth.js';
import { existingScheduler } from '../../../threads/scheduler.js';
import type { Steps } from '../../../threads/steps.js';
import { arena, currentThread } from '../support.js';
import { Head, isAlive, type Kind, newShared } from './shared.js';

const METHODS: ReadonlySet<string> = new Set(['acquire', 'release']);
/** Longest timeout of `threading`, in seconds. */
const TIMEOUT_MAX = 9223372036;
/** A wait that is over soon needs no look at the server. */
const SHORT_MS = 50;
/** More than anybody can wait for. */
const PLENTY = 1 << 30;

/** One kind of lock, by the address of its mechanism. */
interface Lock {
  /** Returns whether it was taken in time. */
  acquire(mechanism: number, limitMs: number): boolean;
  source(mechanism: number): WaitSource;
  release(mechanism: number): void;
  /** How long an `acquire` may wait, in ms. Errors: ValueError, OverflowError. */
  limit(blocking: Py, timeout: Py): number;
  /** An object of `threading` in the same state. */
  like(mechanism: number): Py;
  /** Lets everybody go. */
  open(mechanism: number): void;
}

const mechanismOf = (at: number): number => arena().i32[at + Head.body]!;
const threading = (name: string): Py => getAttr(importModule('threading', null, ['*'], 0), name);

function lockLimit(blocking: Py = true, timeout: Py = -1): number {
  const seconds = asDouble(timeout);
  if (!truthy(blocking)) {
    if (seconds !== -1) throw ValueError("can't specify a timeout for a non-blocking call");
    return 0;
  }
  if (seconds < 0 && seconds !== -1) throw ValueError('timeout value must be a non-negative number');
  if (seconds > TIMEOUT_MAX) throw OverflowError('timeout value is too large');
  return seconds === -1 ? Infinity : seconds * 1000;
}

function semaphoreLimit(blocking: Py = true, timeout: Py = null): number {
  if (!truthy(blocking)) {
    if (timeout !== null) throw ValueError("can't specify timeout for non-blocking acquire");
    return 0;
  }
  return timeout === null ? Infinity : Math.max(0, asDouble(timeout) * 1000);
}

const counting = {
  acquire: (mechanism: number, limitMs: number) => acquireSemaphore(arena(), mechanism, limitMs, 'lock'),
  source: (mechanism: number) => semaphoreSource(arena(), mechanism),
  open: (mechanism: number) => {
    Atomics.store(arena().i32, mechanism, PLENTY);
    wake(arena(), mechanism);
  },
};

const plainLock: Lock = {
  ...counting,
  release: (mechanism) => {
    if (!releaseSemaphore(arena(), mechanism)) throw RuntimeError('release unlocked lock');
  },
  limit: lockLimit,
  like: (mechanism) => {
    const lock = call(getAttr(importModule('_thread', null, ['*'], 0), 'allocate_lock'), []);
    if (semaphoreValue(arena(), mechanism) === 0) callMethod(lock, 'acquire');
    return lock;
  },
};

const recursiveLock: Lock = {
  acquire: (mechanism, limitMs) => acquireRMutex(arena(), mechanism, currentThread(), limitMs),
  source: (mechanism) => mutexSource(arena(), mechanism),
  release: (mechanism) => {
    if (!releaseRMutex(arena(), mechanism, currentThread())) throw RuntimeError('cannot release un-acquired lock');
  },
  limit: lockLimit,
  like: (mechanism) => {
    const lock = call(getAttr(importModule('_thread', null, ['*'], 0), 'RLock'), []);
    const depth = rmutexOwner(arena(), mechanism) === 0 ? 0 : rmutexDepth(arena(), mechanism);
    for (let i = 0; i < depth; i++) callMethod(lock, 'acquire');
    return lock;
  },
  open: (mechanism) => {
    Atomics.store(arena().i32, mechanism, 0);
    wake(arena(), mechanism);
  },
};

const semaphoreLike = (name: string, mechanism: number): Py => {
  const semaphore = call(threading(name), []);
  setAttr(semaphore, '_value', semaphoreValue(arena(), mechanism));
  return semaphore;
};

const semaphore: Lock = {
  ...counting,
  release: (mechanism) => {
    releaseSemaphore(arena(), mechanism);
  },
  limit: semaphoreLimit,
  like: (mechanism) => semaphoreLike('Semaphore', mechanism),
};

const boundedSemaphore: Lock = {
  ...counting,
  release: (mechanism) => {
    if (!releaseSemaphore(arena(), mechanism)) throw ValueError('Semaphore released too many times');
  },
  limit: semaphoreLimit,
  like: (mechanism) => semaphoreLike('BoundedSemaphore', mechanism),
};

// ---------------------------------------------------------------- calls

/** Waits for the lock; when that takes long, for the end of its server too. */
function acquire(lock: Lock, at: number, limitMs: number): boolean {
  const mechanism = mechanismOf(at);
  if (lock.acquire(mechanism, Math.min(limitMs, SHORT_MS))) return entered(at);
  if (limitMs <= SHORT_MS) return false;
  const deadline = deadlineAfter(limitMs - SHORT_MS);
  const sources = [lock.source(mechanism), processSource(arena(), arena().i32[at + Head.server]!)];
  for (;;) {
    const inTime = sleepOn(sources, deadline);
    if (lock.acquire(mechanism, 0)) return entered(at);
    if (!inTime) return false;
    entered(at);
  }
}

function sleepOn(sources: WaitSource[], deadline: number): boolean {
  const s = existingScheduler();
  if (s === undefined || s.threads.length === 0) return waitAny(arena(), sources, deadline, 'lock').length > 0;
  return s.runUntil(() => sources.some((source) => source.ready()), deadline, sources);
}

function* acquireSteps(lock: Lock, at: number, limitMs: number): Steps {
  const mechanism = mechanismOf(at);
  const deadline = deadlineAfter(limitMs);
  for (let inTime = limitMs > 0; ; ) {
    if (lock.acquire(mechanism, 0)) return entered(at);
    if (!inTime) return false;
    inTime = yield { source: lock.source(mechanism), deadline };
  }
}

/** A lock whose server has ended lets everybody go, but not in. */
function entered(at: number): true {
  if (!isAlive(at)) throw EOFError();
  return true;
}

function kind(lock: Lock): Kind {
  const release = (at: number): null => {
    lock.release(mechanismOf(at));
    return null;
  };
  return {
    methods: METHODS,
    call: (at, method, args) => (method === 'release' ? release(at) : acquire(lock, at, lock.limit(args[0], args[1]))),
    steps: function* (at, method, args) {
      return method === 'release' ? release(at) : yield* acquireSteps(lock, at, lock.limit(args[0], args[1]));
    },
    value: (at) => lock.like(mechanismOf(at)),
    end: (at) => {
      lock.open(mechanismOf(at));
    },
  };
}

export const lockKinds: readonly Kind[] = [plainLock, recursiveLock, semaphore, boundedSemaphore].map(kind);

function newLock(number: number, mechanism: number): number {
  const at = newShared(number, 1);
  arena().i32[at + Head.body] = mechanism;
  return at;
}

export const newSharedLock = (number: number): number => newLock(number, createSemaphore(arena(), 1, 1));
export const newSharedRLock = (number: number): number => newLock(number, createRMutex(arena()));
export const newSharedSemaphore = (number: number, value: number, bound: number): number =>
  newLock(number, createSemaphore(arena(), value, bound));
