import { describe, expect, test } from 'vitest';
import * as mp from '../../../src/runtime/mp/index.js';
import { oneProcess, processes } from './arenas.js';

describe('condition', () => {
  test('a wait that nobody notifies', () => {
    const arena = oneProcess();
    const at = mp.createCondition(arena);
    let unlocked = 0;
    expect(mp.waitCondition(arena, at, 5, () => unlocked++)).toBe(false);
    expect([unlocked, mp.conditionWaiters(arena, at), mp.notifyCondition(arena, at)]).toEqual([1, 0, 0]);
  });

  test('a notify between unlock and sleep is not lost', () => {
    const arena = oneProcess();
    const at = mp.createCondition(arena);
    expect(mp.waitCondition(arena, at, Infinity, () => mp.notifyCondition(arena, at, 1))).toBe(true);
  });

  test('waiters are woken in their order, and a timeout in the middle does not take a turn', () => {
    const arena = oneProcess();
    const at = mp.createCondition(arena);
    const woken: string[] = [];
    const wait = (name: string, timeoutMs: number, then: () => void) => {
      if (mp.waitCondition(arena, at, timeoutMs, then)) woken.push(name);
    };
    // Nested: each waits while the ones inside run.
    wait('a', Infinity, () => {
      wait('late', 0, () => {});
      wait('b', 0, () => expect(mp.notifyCondition(arena, at, 2)).toBe(2));
    });
    expect(woken).toEqual(['b', 'a']);
  });

  test('a waiter whose process has ended is skipped', () => {
    const [a, b] = processes(2).arenas as [mp.Arena, mp.Arena];
    const at = mp.createCondition(a);
    a.hooks.interrupt = () => {
      throw new Error('nobody has woken it');
    };
    const wait = () =>
      mp.waitCondition(a, at, Infinity, () => {
        b.i32[a.self + mp.Entry.state] = mp.ProcessState.ended;
        expect(mp.notifyCondition(b, at, 1)).toBe(0);
        Atomics.store(a.i32, a.self + mp.Entry.interrupts, 1);
      });
    expect(wait).toThrow('nobody has woken it');
  });
});

describe('barrier', () => {
  const isBroken = (arena: mp.Arena, at: number) => mp.barrierState(arena, at) === 3;

  test('of one party opens at once and runs the action', () => {
    const arena = oneProcess();
    const at = mp.createBarrier(arena, 1);
    let ran = 0;
    expect([mp.waitBarrier(arena, at, Infinity, () => ran++), mp.waitBarrier(arena, at)]).toEqual([0, 0]);
    expect(ran).toBe(1);
  });

  test('a timeout breaks it for all, until it is reset', () => {
    const arena = oneProcess();
    const at = mp.createBarrier(arena, 2);
    expect([mp.waitBarrier(arena, at, 5), isBroken(arena, at)]).toEqual([null, true]);
    expect(mp.waitBarrier(arena, at)).toBe(null);
    mp.resetBarrier(arena, at);
    expect([isBroken(arena, at), mp.barrierCount(arena, at)]).toEqual([false, 0]);
  });

  test('an action that throws breaks it', () => {
    const arena = oneProcess();
    const at = mp.createBarrier(arena, 1);
    const fail = () => {
      throw new Error('action');
    };
    expect(() => mp.waitBarrier(arena, at, Infinity, fail)).toThrow('action');
    expect(isBroken(arena, at)).toBe(true);
  });

  test('abort', () => {
    const arena = oneProcess();
    const at = mp.createBarrier(arena, 3);
    mp.abortBarrier(arena, at);
    expect([isBroken(arena, at), mp.waitBarrier(arena, at)]).toEqual([true, null]);
  });

  test('who waits when it is reset finds it broken, and it can be used again', () => {
    const arena = oneProcess();
    const at = mp.createBarrier(arena, 2);
    arena.hooks.park = () => {
      mp.resetBarrier(arena, at);
      return true;
    };
    expect(mp.waitBarrier(arena, at)).toBe(null);
    expect([isBroken(arena, at), mp.barrierCount(arena, at)]).toEqual([false, 0]);
  });
});
