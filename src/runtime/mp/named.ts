/**
 * Blocks that processes find by name.
 *
 * Shape: a list in the arena of nodes [next, block, size in bytes, address of the name, flags]; each holds a reference to its block, so a
 *        block lives until its name is gone and every process has closed it.
 */
import type { Arena } from './arena.js';
import { Header } from './layout.js';
import { lockRobust, unlockRobust } from './robust.js';

const Node = { next: 0, block: 1, size: 2, name: 3, flags: 4 } as const;
const NODE_BYTES = 20;
/** The name goes at the end of the program, which then says that it was left. */
const TRACKED = 1;
/** Another program made it. */
const FOREIGN = 2;
/** Nobody chose its name. */
const UNNAMED = 4;

export interface NamedBlock {
  readonly block: number;
  readonly sizeBytes: number;
  readonly isForeign?: boolean;
  /** Its name was made up: nobody outside this program knows it. */
  readonly isUnnamed?: boolean;
}

/** The block of that name, with a reference for the caller; null if there is none. */
export function findNamed(arena: Arena, name: string): NamedBlock | null {
  return locked(arena, () => {
    const node = nodeOf(arena, name);
    if (node === 0) return null;
    const block = arena.i32[node + Node.block]!;
    arena.retain(block);
    const { i32 } = arena;
    const flags = i32[node + Node.flags]!;
    const sizeBytes = i32[node + Node.size]!;
    return { block, sizeBytes, isForeign: (flags & FOREIGN) !== 0, isUnnamed: (flags & UNNAMED) !== 0 };
  });
}

/** Gives a block a name. Returns false if there is another of that name. */
export function addNamed(arena: Arena, name: string, { block, sizeBytes, isForeign, isUnnamed }: NamedBlock): boolean {
  const text = arena.intern(name);
  const node = arena.alloc(NODE_BYTES);
  const isNew = locked(arena, () => {
    if (nodeOf(arena, name) !== 0) return false;
    const { i32 } = arena;
    arena.retain(block);
    i32[node + Node.block] = block;
    i32[node + Node.size] = sizeBytes;
    i32[node + Node.name] = text;
    i32[node + Node.flags] = (isForeign === true ? FOREIGN : 0) | (isUnnamed === true ? UNNAMED : 0);
    i32[node + Node.next] = i32[Header.named]!;
    // One store makes it visible, whole.
    i32[Header.named] = node;
    return true;
  });
  if (!isNew) arena.free(node);
  return isNew;
}

/** Takes a name away. Returns false if there was none. */
export function removeNamed(arena: Arena, name: string): boolean {
  const removed = locked(arena, () => {
    let link: number = Header.named;
    for (let node = first(arena); node !== 0; node = follow(arena, node)) {
      if (arena.stringAt(arena.i32[node + Node.name]!) === name) {
        arena.i32[link] = arena.i32[node + Node.next]!;
        return node;
      }
      link = node + Node.next;
    }
    return 0;
  });
  if (removed === 0) return false;
  const block = arena.i32[removed + Node.block]!;
  arena.free(removed);
  if (arena.release(block)) arena.free(block);
  return true;
}

/** Says whether a name is to go at the end of the program. Returns false if there is none. */
export function trackNamed(arena: Arena, name: string, isTracked: boolean): boolean {
  return locked(arena, () => {
    const node = nodeOf(arena, name);
    if (node === 0) return false;
    if (isTracked) arena.i32[node + Node.flags]! |= TRACKED;
    else arena.i32[node + Node.flags]! &= ~TRACKED;
    return true;
  });
}

/** The names that are to go at the end of the program. */
export function trackedNames(arena: Arena): string[] {
  if (arena.i32[Header.named] === 0) return [];
  return locked(arena, () => {
    const names: string[] = [];
    for (let node = first(arena); node !== 0; node = follow(arena, node)) {
      const { i32 } = arena;
      if ((i32[node + Node.flags]! & TRACKED) !== 0) names.push(arena.stringAt(i32[node + Node.name]!));
    }
    return names;
  });
}

function locked<T>(arena: Arena, run: () => T): T {
  lockRobust(arena, Header.namedLock);
  try {
    return run();
  } finally {
    unlockRobust(arena, Header.namedLock);
  }
}

function nodeOf(arena: Arena, name: string): number {
  for (let node = first(arena); node !== 0; node = follow(arena, node)) {
    if (arena.stringAt(arena.i32[node + Node.name]!) === name) return node;
  }
  return 0;
}

function first(arena: Arena): number {
  const node = arena.i32[Header.named]!;
  arena.reach(node, NODE_BYTES / 4);
  return node;
}

function follow(arena: Arena, node: number): number {
  const next = arena.i32[node + Node.next]!;
  arena.reach(next, NODE_BYTES / 4);
  return next;
}
