import { describe, expect, test } from 'vitest';
import * as mp from '../../../src/runtime/mp/index.js';
import { freeRecords, Ring, repair } from '../../../src/runtime/mp/ringBlocks.js';
import { lockRobust, recoverRobust } from '../../../src/runtime/mp/robust.js';
import { bytes, oneProcess, processes, taken } from './arenas.js';

const top = (arena: mp.Arena) => arena.i32[mp.Header.top]!;

describe('ring', () => {
  test.each([0, 1, 3, 4, 5, 64, 65, 400, 5000, 8192, 8193, 200_000])(
    'a record of %i bytes comes out as it went in',
    (size) => {
      const arena = oneProcess();
      const ring = mp.createRing(arena);
      const record = Uint8Array.from({ length: size }, (_, i) => (i * 7) & 255);
      for (let round = 0; round < 3; round++) {
        expect(mp.putRecord(arena, ring, record)).toBe('done');
        expect(mp.getRecord(arena, ring)).toBe('done');
        expect(Buffer.compare(mp.recordCopy(arena), record)).toBe(0);
      }
    },
  );

  test('order is kept through many blocks, and their memory is used again', () => {
    const arena = oneProcess();
    const ring = mp.createRing(arena);
    let used = 0;
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < 5000; i++) mp.putRecord(arena, ring, bytes(`${i} `.repeat(1 + (i % 20))));
      expect(mp.ringItems(arena, ring)).toBe(5000);
      for (let i = 0; i < 5000; i++) {
        mp.getRecord(arena, ring, 0);
        if (!taken(arena).startsWith(`${i} `)) throw new Error(`${i}: ${taken(arena)}`);
      }
      if (round === 1) used = top(arena);
    }
    expect(mp.getRecord(arena, ring, 0)).toBe('timeout');
    expect(top(arena)).toBe(used);
  });

  test('part of a buffer', () => {
    const arena = oneProcess();
    const ring = mp.createRing(arena);
    mp.putRecord(arena, ring, bytes('hello world'), 6, 9);
    mp.getRecord(arena, ring);
    expect(taken(arena)).toBe('wor');
  });

  test('a bound on the number of records', () => {
    const arena = oneProcess();
    const ring = mp.createRing(arena, 2);
    const put = (text: string) => mp.putRecord(arena, ring, bytes(text), 0, text.length, 5);
    expect([put('a'), put('b'), put('c'), mp.isRingFull(arena, ring)]).toEqual(['done', 'done', 'timeout', true]);
    mp.getRecord(arena, ring);
    expect([taken(arena), put('d'), mp.ringItems(arena, ring)]).toEqual(['a', 'done', 2]);
  });

  test('a bound on bytes: a write begins while there is room', () => {
    const arena = oneProcess();
    const ring = mp.createRing(arena, 0, 10);
    const put = (size: number, timeoutMs = 0) => mp.putRecord(arena, ring, new Uint8Array(size), 0, size, timeoutMs);
    expect([put(5), put(5), put(1)]).toEqual(['done', 'done', 'timeout']);
    // A longer write than there is room goes in, and returns when a reader has taken enough.
    mp.getRecord(arena, ring);
    arena.hooks.park = () => {
      mp.getRecord(arena, ring);
      return true;
    };
    expect(put(8, Infinity)).toBe('done');
    expect(mp.ringItems(arena, ring)).toBe(1);
  });

  test('an interrupt that throws leaves it usable', () => {
    const arena = oneProcess();
    const ring = mp.createRing(arena, 1);
    arena.hooks.interrupt = () => {
      mp.takeInterrupts(arena);
      throw new Error('interrupted');
    };
    Atomics.store(arena.i32, arena.self + mp.Entry.interrupts, 1);
    expect(() => mp.getRecord(arena, ring)).toThrow('interrupted');
    mp.putRecord(arena, ring, bytes('x'));
    Atomics.store(arena.i32, arena.self + mp.Entry.interrupts, 1);
    expect(() => mp.putRecord(arena, ring, bytes('y'))).toThrow('interrupted');
    expect([mp.getRecord(arena, ring), taken(arena), arena.heldDepth]).toEqual(['done', 'x', 0]);
    expect([arena.i32[ring + Ring.readers], arena.i32[ring + Ring.writers]]).toEqual([0, 0]);
  });

  test.each([
    { what: 'counters', damage: { [Ring.items]: 77, [Ring.bytes]: 5 } },
    { what: 'last block', damage: { [Ring.tailBlock]: 0 } },
  ])('repair of wrong $what', ({ damage }) => {
    const { kernel, arenas } = processes(2);
    const [a, b] = arenas as [mp.Arena, mp.Arena];
    const ring = mp.createRing(a);
    for (let i = 0; i < 300; i++) mp.putRecord(a, ring, bytes(`record ${i}`));
    for (let i = 0; i < 100; i++) mp.getRecord(a, ring);
    lockRobust(a, ring + Ring.lock);
    for (const [cell, value] of Object.entries(damage)) a.i32[ring + Number(cell)] = value;
    recoverRobust(kernel.i32, a.self);
    for (let i = 300; i < 400; i++) mp.putRecord(b, ring, bytes(`record ${i}`));
    expect(mp.ringItems(b, ring)).toBe(300);
    for (let i = 100; i < 400; i++) {
      mp.getRecord(b, ring, 0);
      expect(taken(b)).toBe(`record ${i}`);
    }
  });

  test('repair of an interrupted rewind', () => {
    const arena = oneProcess();
    const ring = mp.createRing(arena);
    mp.putRecord(arena, ring, bytes('abc'));
    mp.getRecord(arena, ring);
    arena.i32[ring + Ring.rewinding] = 1;
    arena.i32[ring + Ring.tail] = arena.i32[ring + Ring.headBlock]! + 1;
    repair(arena, ring);
    expect(mp.ringItems(arena, ring)).toBe(0);
    mp.putRecord(arena, ring, bytes('next'));
    mp.getRecord(arena, ring, 0);
    expect(taken(arena)).toBe('next');
  });

  test('freeRecords gives everything back', () => {
    const arena = oneProcess();
    const fill = () => {
      const ring = mp.createRing(arena);
      for (let i = 0; i < 100; i++) mp.putRecord(arena, ring, new Uint8Array(i * 200));
      freeRecords(arena, ring);
      arena.free(ring);
    };
    fill();
    const used = top(arena);
    for (let i = 0; i < 10; i++) fill();
    expect(top(arena)).toBe(used);
  });
});

describe('pipe', () => {
  test('one direction', () => {
    const arena = oneProcess();
    const [receiver, sender] = mp.createPipe(arena, false);
    expect([receiver.writer, sender.reader]).toEqual([0, 0]);
    expect(mp.pollPipe(arena, receiver)).toBe(false);
    expect(mp.pollPipe(arena, receiver, 5)).toBe(false);
    mp.sendRecord(arena, sender, bytes('hi'));
    expect(mp.pollPipe(arena, receiver, Infinity)).toBe(true);
    mp.closePipeEnd(arena, sender);
    expect([mp.receiveRecord(arena, receiver), taken(arena)]).toEqual(['done', 'hi']);
    expect([mp.pollPipe(arena, receiver), mp.receiveRecord(arena, receiver)]).toEqual([true, 'closed']);
  });

  test('a write without readers', () => {
    const arena = oneProcess();
    const [a, b] = mp.createPipe(arena, true);
    mp.sendRecord(arena, b, bytes('to a'));
    mp.closePipeEnd(arena, b);
    expect(mp.sendRecord(arena, a, bytes('x'))).toBe('closed');
    expect([mp.receiveRecord(arena, a), taken(arena), mp.receiveRecord(arena, a)]).toEqual(['done', 'to a', 'closed']);
  });

  test('an inherited end keeps it open, until its process has ended', () => {
    const { kernel, arenas } = processes(2);
    const [parent, child] = arenas as [mp.Arena, mp.Arena];
    const [receiver, sender] = mp.createPipe(parent, false);
    mp.inheritHandles(parent, child.self);
    mp.closePipeEnd(parent, sender);
    expect(mp.receiveRecord(parent, receiver, 0)).toBe('timeout');
    mp.buryProcess(kernel, child.self, -9);
    expect(mp.receiveRecord(parent, receiver, 0)).toBe('closed');
    expect(mp.exitCodeOf(parent, child.self)).toBe(-9);
  });

  test('the memory of closed pipes is used again', () => {
    const arena = oneProcess();
    const use = () => {
      const [a, b] = mp.createPipe(arena, true);
      for (let i = 0; i < 50; i++) mp.sendRecord(arena, a, new Uint8Array(i * 300));
      mp.closePipeEnd(arena, a);
      mp.closePipeEnd(arena, b);
    };
    use();
    const used = top(arena);
    for (let i = 0; i < 10; i++) use();
    expect(top(arena)).toBe(used);
  });
});
