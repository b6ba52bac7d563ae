import { describe, expect, test } from 'vitest';
import * as mp from '../../../src/runtime/mp/index.js';
import { LockBusy, lockRobust, recoverRobust, unlockRobust } from '../../../src/runtime/mp/robust.js';
import { oneProcess, processes } from './arenas.js';

describe('mutex', () => {
  test.each([
    { state: 'free', cell: 0, taken: true, after: 1 },
    { state: 'held', cell: 1, taken: false, after: 1 },
    { state: 'contended', cell: 2, taken: false, after: 2 },
  ])('acquire without waiting on a $state mutex', ({ cell, taken, after }) => {
    const arena = oneProcess();
    const at = mp.createMutex(arena);
    arena.i32[at] = cell;
    expect(mp.acquireMutex(arena, at, 0)).toBe(taken);
    expect(arena.i32[at]).toBe(after);
  });

  test('acquire gives up after its time', () => {
    const arena = oneProcess();
    const at = mp.createMutex(arena);
    mp.acquireMutex(arena, at);
    const before = performance.now();
    expect(mp.acquireMutex(arena, at, 20)).toBe(false);
    expect(performance.now() - before).toBeGreaterThanOrEqual(19);
  });

  test('release by anybody, and of a free one', () => {
    const [a, b] = processes(2).arenas as [mp.Arena, mp.Arena];
    const at = mp.createMutex(a);
    mp.acquireMutex(a, at);
    expect(mp.mutexOwner(b, at)).toBe(a.self);
    expect([mp.releaseMutex(b, at), mp.releaseMutex(b, at)]).toEqual([true, false]);
    expect(mp.mutexOwner(b, at)).toBe(0);
  });
});

test('rmutex: depth, owner by process and thread', () => {
  const [a, b] = processes(2).arenas as [mp.Arena, mp.Arena];
  const at = mp.createRMutex(a);
  expect([mp.acquireRMutex(a, at, 1), mp.acquireRMutex(a, at, 1)]).toEqual([true, true]);
  expect(mp.rmutexDepth(a, at)).toBe(2);
  expect([mp.acquireRMutex(a, at, 2, 0), mp.acquireRMutex(b, at, 1, 0)]).toEqual([false, false]);
  expect([mp.releaseRMutex(a, at, 2), mp.releaseRMutex(b, at, 1)]).toEqual([false, false]);
  expect([mp.releaseRMutex(a, at, 1), mp.releaseRMutex(a, at, 1), mp.releaseRMutex(a, at, 1)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(mp.acquireRMutex(b, at, 1, 0)).toBe(true);
});

test.each([
  { value: 2, bound: 0, takes: [true, true, false], gives: [true, true, true] },
  { value: 1, bound: 1, takes: [true, false], gives: [true, false] },
  { value: 0, bound: 0, takes: [false], gives: [true] },
])('semaphore of $value, bound $bound', ({ value, bound, takes, gives }) => {
  const arena = oneProcess();
  const at = mp.createSemaphore(arena, value, bound);
  expect(takes.map(() => mp.acquireSemaphore(arena, at, 0))).toEqual(takes);
  expect(gives.map(() => mp.releaseSemaphore(arena, at))).toEqual(gives);
  expect(mp.semaphoreValue(arena, at)).toBe(gives.filter(Boolean).length);
});

describe('event', () => {
  test('set, clear, wait', () => {
    const arena = oneProcess();
    const at = mp.createEvent(arena);
    expect(mp.waitEvent(arena, at, 5)).toBe(false);
    mp.setEvent(arena, at);
    expect([mp.isEventSet(arena, at), mp.waitEvent(arena, at)]).toEqual([true, true]);
    mp.clearEvent(arena, at);
    expect(mp.waitEvent(arena, at, 0)).toBe(false);
  });

  test('a waiter wakes even if the flag is cleared at once', () => {
    const arena = oneProcess();
    const at = mp.createEvent(arena);
    arena.hooks.park = () => {
      mp.setEvent(arena, at);
      mp.clearEvent(arena, at);
      return true;
    };
    expect(mp.waitEvent(arena, at)).toBe(false);
  });
});

describe('robust lock', () => {
  test('survives its owner', () => {
    const { kernel, arenas } = processes(2);
    const [a, b] = arenas as [mp.Arena, mp.Arena];
    const at = a.alloc(8);
    expect(lockRobust(a, at)).toBe(false);
    recoverRobust(kernel.i32, a.self);
    expect(lockRobust(b, at)).toBe(true);
    unlockRobust(b, at);
    expect(lockRobust(b, at)).toBe(false);
  });

  test('the kernel does not wait for it', () => {
    const { kernel, arenas } = processes(1);
    const a = arenas[0]!;
    const at = a.alloc(8);
    lockRobust(a, at);
    expect(() => lockRobust(kernel, at)).toThrow(LockBusy);
    unlockRobust(a, at);
    expect(lockRobust(kernel, at)).toBe(false);
    unlockRobust(kernel, at);
    expect([a.heldDepth, kernel.heldDepth]).toEqual([0, 0]);
  });

  test('recovery of one who only tried leaves the owner alone', () => {
    const { kernel, arenas } = processes(2);
    const [a, b] = arenas as [mp.Arena, mp.Arena];
    const at = a.alloc(8);
    lockRobust(a, at);
    b.i32[b.self + mp.Entry.held] = at;
    recoverRobust(kernel.i32, b.self);
    expect(kernel.i32[at]).toBe(a.self);
  });
});

describe('interrupts', () => {
  const interrupt = (arena: mp.Arena) => Atomics.store(arena.i32, arena.self + mp.Entry.interrupts, 512);

  test('what the hook throws ends the wait', () => {
    const arena = oneProcess();
    const at = mp.createSemaphore(arena, 0);
    arena.hooks.interrupt = () => {
      throw new Error(`signals ${mp.takeInterrupts(arena)}`);
    };
    interrupt(arena);
    expect(() => mp.acquireSemaphore(arena, at)).toThrow('signals 512');
    expect(arena.i32[arena.self + mp.Entry.waiting]).toBe(0);
  });

  test('a hook that returns lets the wait go on', () => {
    const arena = oneProcess();
    const at = mp.createSemaphore(arena, 0);
    arena.hooks.interrupt = () => {
      mp.takeInterrupts(arena);
      mp.releaseSemaphore(arena, at);
    };
    interrupt(arena);
    expect(mp.acquireSemaphore(arena, at)).toBe(true);
  });
});
