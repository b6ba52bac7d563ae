import { describe, expect, test } from 'vitest';
import * as mp from '../../../src/runtime/mp/index.js';
import * as vector from '../../../src/runtime/mp/vector.js';
import { bytes, oneProcess } from './arenas.js';

const record = (text: string): vector.Bytes => ({ bytes: bytes(text), length: bytes(text).length });

function made(...texts: string[]) {
  const arena = oneProcess();
  const at = arena.alloc(vector.Vector.cells * 4);
  vector.initVector(arena, at);
  const change = (run: () => void) => vector.withVector(arena, at, run);
  change(() => vector.appendSlots(arena, at, texts.map(record)));
  const shown = () =>
    vector.withVector(arena, at, () =>
      Array.from({ length: vector.vectorLength(arena, at) }, (_, i) =>
        vector.readSlot(arena, at, i) ? Buffer.from(mp.recordCopy(arena)).toString() : null,
      ),
    );
  return { arena, at, change, shown };
}

describe('vector', () => {
  test.each([
    ['insert at the front', (a: mp.Arena, at: number) => vector.insertSlots(a, at, 0, [record('x')]), 'x a b c'],
    ['insert at the end', (a: mp.Arena, at: number) => vector.insertSlots(a, at, 3, [record('x')]), 'a b c x'],
    ['remove the first', (a: mp.Arena, at: number) => vector.removeSlots(a, at, 0), 'b c'],
    ['remove the last', (a: mp.Arena, at: number) => vector.removeSlots(a, at, 2), 'a b'],
    ['remove two', (a: mp.Arena, at: number) => vector.removeSlots(a, at, 0, 2), 'c'],
    ['replace one', (a: mp.Arena, at: number) => vector.writeSlot(a, at, 1, record('long text')), 'a long text c'],
    ['replace all', (a: mp.Arena, at: number) => vector.replaceSlots(a, at, [record('z')]), 'z'],
  ])('%s', (_name, run, expected) => {
    const { arena, at, change, shown } = made('a', 'b', 'c');
    change(() => run(arena, at));
    expect(shown().join(' ')).toBe(expected);
  });

  test('it grows, and each change has a version of its own', () => {
    const { arena, at, change, shown } = made();
    const versions = new Set<number>();
    for (let i = 0; i < 1000; i++) {
      change(() => {
        vector.appendSlots(arena, at, [record(String(i))]);
        versions.add(vector.vectorVersion(arena, at));
      });
    }
    expect(shown()).toEqual(Array.from({ length: 1000 }, (_, i) => String(i)));
    expect(versions.size).toBe(1000);
  });

  test('pairs without a second record go', () => {
    const { arena, at, change, shown } = made('k1', 'v1', 'k2', 'v2', 'k3', 'v3');
    change(() => {
      vector.writeSlot(arena, at, 3, null);
      vector.compactPairs(arena, at);
    });
    expect(shown()).toEqual(['k1', 'v1', 'k3', 'v3']);
  });

  test('what is removed is used again', () => {
    const { arena, at, change } = made();
    const top = () => arena.i32[mp.Header.top]!;
    let used = 0;
    for (let round = 0; round < 4; round++) {
      change(() =>
        vector.appendSlots(
          arena,
          at,
          Array.from({ length: 500 }, (_, i) => record(`item ${i}`)),
        ),
      );
      change(() => vector.removeSlots(arena, at, 0, 500));
      if (round === 1) used = top();
    }
    expect(top()).toBe(used);
  });
});
