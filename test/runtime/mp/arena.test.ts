import { describe, expect, test } from 'vitest';
import { ArenaFull } from '../../../src/runtime/mp/index.js';
import { cellsOfClass, sizeClass } from '../../../src/runtime/mp/sizeClass.js';
import { oneProcess, processes } from './arenas.js';

test.each([1, 2, 3, 4, 5, 15, 16, 17, 20, 21, 32, 33, 40, 41, 100, 1000, 4096, 4097, 2 ** 20, 2 ** 20 + 1, 2 ** 29])(
  'the size class of %i cells is the smallest that fits',
  (cells) => {
    const kind = sizeClass(cells);
    expect(cellsOfClass(kind)).toBeGreaterThanOrEqual(cells);
    expect(cellsOfClass(kind) % 2).toBe(0);
    if (kind > 2) expect(cellsOfClass(kind - 1)).toBeLessThan(cells);
  },
);

describe('blocks', () => {
  test('are zeroed, apart, and aligned for doubles', () => {
    const arena = oneProcess();
    const a = arena.alloc(20);
    arena.i32.fill(-1, a, a + 5);
    const b = arena.alloc(20);
    expect([a % 2, b % 2]).toEqual([0, 0]);
    expect(Array.from(arena.i32.subarray(b, b + 5))).toEqual([0, 0, 0, 0, 0]);
    expect(Array.from(arena.i32.subarray(a, a + 5))).toEqual([-1, -1, -1, -1, -1]);
  });

  test('are used again after free', () => {
    const arena = oneProcess();
    const a = arena.alloc(100);
    arena.i32[a] = 7;
    arena.free(a);
    expect(arena.alloc(97)).toBe(a);
    expect(arena.i32[a]).toBe(0);
  });

  test('count references', () => {
    const arena = oneProcess();
    const a = arena.alloc(8);
    arena.retain(a);
    expect([arena.release(a), arena.release(a)]).toEqual([false, true]);
  });

  test('a thread reaches what another has allocated beyond its view', () => {
    const [a, b] = processes(2).arenas as [any, any];
    const address = a.alloc(5_000_000);
    a.i32[address + 1_000_000] = 42;
    b.reach(address, 1_000_001);
    expect(b.i32[address + 1_000_000]).toBe(42);
  });

  test('more than there can be is refused, and the allocator works on', () => {
    const arena = oneProcess();
    expect(() => arena.alloc(2 ** 33)).toThrow(ArenaFull);
    expect(() => arena.alloc(2 ** 32 - 70_000)).toThrow(ArenaFull);
    expect(arena.alloc(8)).toBeGreaterThan(0);
  });

  test('hold many different sizes without overlap', () => {
    const arena = oneProcess();
    const blocks = Array.from({ length: 500 }, (_, i) => ({
      at: arena.alloc(4 + ((i * 37) % 3000)),
      size: 4 + ((i * 37) % 3000),
      i,
    }));
    for (const { at, size, i } of blocks) arena.u8.fill(i & 255, at * 4, at * 4 + size);
    for (const { at, size, i } of blocks) {
      expect(arena.u8.subarray(at * 4, at * 4 + size).every((byte) => byte === (i & 255))).toBe(true);
    }
  });
});

test('texts', () => {
  const [a, b] = processes(2).arenas as [any, any];
  const address = a.intern('файл.py');
  expect(b.stringAt(address)).toBe('файл.py');
  expect(a.intern('файл.py')).toBe(address);
  expect(a.stringAt(0)).toBe('');
});
