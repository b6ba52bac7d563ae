/**
 * Waiting for several cells at once: a process watches cells, and whoever wakes the sleepers of a watched cell
 * also rings the process's doorbell (a cell that counts).
 *
 * Shape: `WATCH_BUCKETS` lists in the arena, hashed by cell, of nodes [next, cell, process entry]; one lock for all.
 *        Nobody pays more than the load of a list's head while nobody watches.
 */
import type { Arena } from './arena.js';
import { Entry, Header, WATCH_BUCKETS } from './layout.js';
import { LockBusy, lockRobust, unlockRobust } from './robust.js';

const Node = { next: 0, cell: 1, entry: 2 } as const;
const NODE_BYTES = 12;

export function hasWatchers(arena: Arena, cell: number): boolean {
  return Atomics.load(arena.i32, bucketOf(cell)) !== 0;
}

/** From now on a wake-up of the cell rings this process's doorbell. Returns the node, for `unwatch`. */
export function watch(arena: Arena, cell: number): number {
  const node = arena.allocRaw(NODE_BYTES);
  const { i32 } = arena;
  const bucket = bucketOf(cell);
  i32[node + Node.cell] = cell;
  i32[node + Node.entry] = arena.self;
  lockRobust(arena, Header.watchLock);
  i32[node + Node.next] = i32[bucket]!;
  Atomics.store(i32, bucket, node);
  unlockRobust(arena, Header.watchLock);
  return node;
}

export function unwatch(arena: Arena, node: number): void {
  const bucket = bucketOf(arena.i32[node + Node.cell]!);
  lockRobust(arena, Header.watchLock);
  unlink(arena, bucket, (other) => other === node);
  unlockRobust(arena, Header.watchLock);
  arena.free(node);
}

/**
 * Rings whoever watches the cell. What they are told of has happened already, so in the kernel, which must not wait for the
 * lock, it is done a moment later rather than thrown: whoever tried again would do twice what has been done.
 */
export function ringWatchers(arena: Arena, cell: number): void {
  try {
    lockRobust(arena, Header.watchLock);
  } catch (busy) {
    if (!(busy instanceof LockBusy)) throw busy;
    setImmediate(ringWatchers, arena, cell);
    return;
  }
  for (let node = head(arena, bucketOf(cell)); node !== 0; node = follow(arena, node)) {
    if (arena.i32[node + Node.cell] === cell) ringDoorbell(arena, arena.i32[node + Node.entry]!);
  }
  unlockRobust(arena, Header.watchLock);
}

export function ringDoorbell(arena: Arena, entry: number): void {
  Atomics.add(arena.i32, entry + Entry.doorbell, 1);
  Atomics.notify(arena.i32, entry + Entry.doorbell);
}

/** Removes what an ended process watched. */
export function forgetWatcher(arena: Arena, entry: number): void {
  const removed: number[] = [];
  lockRobust(arena, Header.watchLock);
  for (let i = 0; i < WATCH_BUCKETS; i++) {
    unlink(arena, Header.watchBuckets + i, (node) => {
      const mine = arena.i32[node + Node.entry] === entry;
      if (mine) removed.push(node);
      return mine;
    });
  }
  unlockRobust(arena, Header.watchLock);
  for (const node of removed) arena.free(node);
}

function bucketOf(cell: number): number {
  return Header.watchBuckets + ((cell >>> 1) & (WATCH_BUCKETS - 1));
}

function head(arena: Arena, bucket: number): number {
  const node = arena.i32[bucket]!;
  arena.reach(node, NODE_BYTES / 4);
  return node;
}

function follow(arena: Arena, node: number): number {
  const next = arena.i32[node + Node.next]!;
  arena.reach(next, NODE_BYTES / 4);
  return next;
}

/** Takes matching nodes out of a list; each with one store, so that the list is whole at any moment. */
function unlink(arena: Arena, bucket: number, matches: (node: number) => boolean): void {
  let link = bucket;
  for (let node = head(arena, bucket); node !== 0; node = arena.i32[link]!) {
    const next = follow(arena, node);
    if (matches(node)) arena.i32[link] = next;
    else link = node + Node.next;
  }
}
