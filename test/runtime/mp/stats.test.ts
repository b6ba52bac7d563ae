import { expect, test } from 'vitest';
import * as mp from '../../../src/runtime/mp/index.js';

function processWithStats(): mp.Arena {
  const kernel = mp.createArena({ firstPid: 1, processors: 1 });
  mp.keepStats(kernel);
  return new mp.Arena(kernel.buffer, mp.createEntry(kernel, 'MainProcess', 0));
}

test('bytes, tasks and waits of a process are counted', () => {
  const arena = processWithStats();
  mp.beginStats(arena);
  const ring = mp.createRing(arena);
  mp.putRecord(arena, ring, new Uint8Array(10));
  mp.count(arena, 'tasks', 2);
  mp.sleepFor(arena, 5);
  const stats = mp.statsOf(arena, arena.self)!;
  expect(stats).toMatchObject({ sentBytes: 10, tasks: 2, compileMs: 0 });
  expect(stats.startMs).toBeGreaterThanOrEqual(0);
  expect(stats.waits.map(({ reason }) => reason)).toEqual(['sleep']);
  expect(stats.waits[0]!.ms).toBeGreaterThan(1);
});

test('nothing is kept unless it was asked for', () => {
  const kernel = mp.createArena({ firstPid: 1, processors: 1 });
  const arena = new mp.Arena(kernel.buffer, mp.createEntry(kernel, 'MainProcess', 0));
  mp.count(arena, 'tasks', 1);
  expect(mp.statsOf(arena, arena.self)).toBeNull();
});
