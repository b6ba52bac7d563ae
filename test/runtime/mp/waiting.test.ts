import { describe, expect, test } from 'vitest';
import * as mp from '../../../src/runtime/mp/index.js';
import { hasWatchers } from '../../../src/runtime/mp/watch.js';
import { bytes, oneProcess, processes } from './arenas.js';

describe('waitAny', () => {
  const make = (arena: mp.Arena) => {
    const ring = mp.createRing(arena);
    const semaphore = mp.createSemaphore(arena, 0);
    const event = mp.createEvent(arena);
    const mutex = mp.createMutex(arena);
    const child = mp.createEntry(arena, 'child', 1);
    mp.acquireMutex(arena, mutex);
    const sources = [
      mp.readerSource(arena, ring),
      mp.semaphoreSource(arena, semaphore),
      mp.eventSource(arena, event),
      mp.mutexSource(arena, mutex),
      mp.processSource(arena, child),
    ];
    const triggers = [
      () => mp.putRecord(arena, ring, bytes('x')),
      () => mp.releaseSemaphore(arena, semaphore),
      () => mp.setEvent(arena, event),
      () => mp.releaseMutex(arena, mutex),
      () => mp.buryProcess(arena, child, 0),
    ];
    return { sources, triggers };
  };

  test.each([0, 1, 2, 3, 4])('source %i, ready before', (i) => {
    const arena = oneProcess();
    const { sources, triggers } = make(arena);
    triggers[i]!();
    expect(mp.waitAny(arena, sources)).toEqual([i]);
  });

  test.each([0, 1, 2, 3, 4])('source %i, ready during the wait', (i) => {
    const arena = oneProcess();
    const { sources, triggers } = make(arena);
    const bell = arena.i32[arena.self + mp.Entry.doorbell]!;
    arena.hooks.park = () => {
      triggers[i]!();
      return true;
    };
    expect(mp.waitAny(arena, sources)).toEqual([i]);
    expect(arena.i32[arena.self + mp.Entry.doorbell]).toBe(bell + 1);
    for (const source of sources) expect(hasWatchers(arena, source.arm())).toBe(false);
  });

  test('nothing within the time', () => {
    const arena = oneProcess();
    expect(mp.waitAny(arena, make(arena).sources, performance.now() + 5)).toEqual([]);
  });

  test('several at once', () => {
    const arena = oneProcess();
    const { sources, triggers } = make(arena);
    for (const trigger of triggers) trigger();
    expect(mp.waitAny(arena, sources)).toEqual([0, 1, 2, 3, 4]);
  });

  test('a process that ended while it watched is forgotten', () => {
    const { kernel, arenas } = processes(1);
    const arena = arenas[0]!;
    const ring = mp.createRing(arena);
    arena.hooks.park = () => {
      throw new Error('the thread ends here');
    };
    const source = mp.readerSource(arena, ring);
    const lasting = { ...source, disarm: () => {} };
    expect(() => mp.waitAny(arena, [lasting])).toThrow('ends here');
    mp.buryProcess(kernel, arena.self, -15);
    expect(mp.hasEnded(kernel, arena.self)).toBe(true);
  });
});

test('the life of an entry', () => {
  const { kernel, arenas } = processes(2);
  const [a, b] = arenas as [mp.Arena, mp.Arena];
  expect([mp.pidOf(kernel, a.self), mp.pidOf(kernel, b.self), mp.processName(a, b.self)]).toEqual([100, 101, 'p1']);
  expect([mp.hasEnded(a, b.self), mp.exitCodeOf(a, b.self), mp.waitEnded(a, b.self, 5)]).toEqual([false, null, false]);
  mp.enterProcess(b, 7);
  mp.leaveProcess(b, 3);
  expect([mp.hasEnded(a, b.self), mp.exitCodeOf(a, b.self), mp.waitEnded(a, b.self)]).toEqual([true, 3, true]);
  expect(kernel.i32[mp.Header.awake]).toBe(0);
});

test('a long wait says in the entry what it is for, and where', () => {
  const arena = oneProcess();
  const at = mp.createSemaphore(arena, 0);
  arena.hooks.position = () => ({ file: 'main.py', line: 12 });
  mp.acquireSemaphore(arena, at, 260);
  const { i32, self } = arena;
  const file = arena.stringAt(i32[self + mp.Entry.positionFile]!);
  expect([i32[self + mp.Entry.waitObject], file, i32[self + mp.Entry.positionLine]]).toEqual([at, 'main.py', 12]);
  expect([i32[self + mp.Entry.waitTimed], i32[self + mp.Entry.waiting]]).toEqual([1, 0]);
});

test('a scheduler that sleeps for several threads', () => {
  const arena = oneProcess();
  const mine = mp.createSemaphore(arena, 0);
  const other = mp.createSemaphore(arena, 0);
  let turns = 0;
  arena.hooks.park = (cell, expected, remainingMs) => {
    const sources = [mp.cellSource(arena, cell, expected), mp.semaphoreSource(arena, other)];
    turns++;
    if (turns === 1) expect(mp.waitAny(arena, sources, performance.now() + Math.min(remainingMs, 5))).toEqual([]);
    mp.releaseSemaphore(arena, turns === 1 ? other : mine);
    return true;
  };
  expect(mp.acquireSemaphore(arena, mine)).toBe(true);
  expect(turns).toBe(2);
});

test('what a process has left in its output buffers', () => {
  const { kernel, arenas } = processes(1);
  const arena = arenas[0]!;
  const out = mp.createOutput(arena, 1, 50);
  const errors = mp.createOutput(arena, 2, 50);
  mp.outputBytes(arena, out, 50).set(bytes('left over'));
  mp.setOutputLength(arena, out, 4);
  mp.setOutputLength(arena, errors, 0);
  expect(mp.pendingOutputs(kernel, arena.self)).toEqual([{ fd: 1, bytes: new Uint8Array(bytes('left')) }]);
  expect(mp.pendingOutputs(kernel, arena.self)).toEqual([]);
});
