/**
 * What a process has open in the arena: the list that tells, when the process has ended in whatever way, which
 * references to give back and which ends of pipes to close.
 *
 * Shape: the process's entry holds the first node; a node is [next, previous, kind, address]. Only the process itself changes
 *        its list, except that its starter fills it before it runs and the kernel empties it after it has ended.
 */
import type { Arena } from './arena.js';
import { Entry } from './layout.js';
import { wakeRing } from './ring.js';
import { freeRecords, Ring } from './ringBlocks.js';

const Node = { next: 0, previous: 1, kind: 2, address: 3 } as const;
const NODE_BYTES = 16;

/** `block`: a plain block. `ring`: a queue. `writer`, `reader`: an end of a ring that is a direction of a pipe. */
export type HandleKind = 'block' | 'ring' | 'writer' | 'reader';

const kinds: readonly (HandleKind | null)[] = [null, 'block', 'ring', 'writer', 'reader'];
/** Added to the kind of a node whose end is counted out; kind 0 is a node that no longer refers to anything. So a close can be done again. */
const CLOSING = 16;
const DROPPED = 0;

/** Notes an object as open in a process (this one, or one that has not begun) and adds a reference to it. Returns the handle. */
export function openHandle(arena: Arena, kind: HandleKind, address: number, entry = arena.self): number {
  arena.retain(address);
  const { i32 } = arena;
  if (kind === 'writer') Atomics.add(i32, address + Ring.writeEnds, 1);
  if (kind === 'reader') Atomics.add(i32, address + Ring.readEnds, 1);
  const node = arena.alloc(NODE_BYTES);
  arena.i32[node + Node.kind] = kinds.indexOf(kind);
  arena.i32[node + Node.address] = address;
  const first = arena.i32[entry + Entry.handles]!;
  arena.i32[node + Node.next] = first;
  if (first !== 0) arena.i32[first + Node.previous] = node;
  arena.i32[entry + Entry.handles] = node;
  return node;
}

/** The object that a handle is for. */
export function handleAddress(arena: Arena, handle: number): number {
  return arena.i32[handle + Node.address]!;
}

/** Gives the reference back; the last one frees the object. Closing the last end of a pipe wakes who waits at the other. */
export function closeHandle(arena: Arena, handle: number, entry = arena.self): void {
  arena.reach(handle, NODE_BYTES / 4);
  drop(arena, handle);
  const next = arena.i32[handle + Node.next]!;
  const previous = arena.i32[handle + Node.previous]!;
  if (next !== 0) {
    arena.reach(next, NODE_BYTES / 4);
    arena.i32[next + Node.previous] = previous;
  }
  arena.i32[previous === 0 ? entry + Entry.handles : previous + Node.next] = next;
  arena.free(handle);
}

/** Closes all handles of a process. May be called again after it has thrown. */
export function closeAllHandles(arena: Arena, entry = arena.self): void {
  for (let handle = arena.i32[entry + Entry.handles]!; handle !== 0; handle = arena.i32[entry + Entry.handles]!) {
    closeHandle(arena, handle, entry);
  }
}

/** Opens in a process that has not begun all that this one has open, as a fork does. Returns the new handle of each old one. */
export function inheritHandles(arena: Arena, child: number): Map<number, number> {
  const inherited = new Map<number, number>();
  for (let node = arena.i32[arena.self + Entry.handles]!; node !== 0; node = arena.i32[node + Node.next]!) {
    const kind = kinds[arena.i32[node + Node.kind]!]!;
    inherited.set(node, openHandle(arena, kind, arena.i32[node + Node.address]!, child));
  }
  return inherited;
}

function drop(arena: Arena, handle: number): void {
  const code = arena.i32[handle + Node.kind]!;
  if (code === DROPPED) return;
  const address = arena.i32[handle + Node.address]!;
  const kind = kinds[code & ~CLOSING]!;
  if (kind === 'writer' || kind === 'reader') {
    if ((code & CLOSING) === 0) {
      arena.i32[handle + Node.kind] = code | CLOSING;
      Atomics.sub(arena.i32, address + (kind === 'writer' ? Ring.writeEnds : Ring.readEnds), 1);
    }
    wakeRing(arena, address);
  }
  arena.i32[handle + Node.kind] = DROPPED;
  if (!arena.release(address)) return;
  if (kind !== 'block') freeRecords(arena, address);
  arena.free(address);
}

/** A handle of this process on an object, other than those that are passed over; 0 if there is none. */
export function findHandle(
  arena: Arena,
  kind: HandleKind,
  address: number,
  passOver: (handle: number) => boolean,
): number {
  const code = kinds.indexOf(kind);
  let node = arena.i32[arena.self + Entry.handles]!;
  for (; node !== 0; node = arena.i32[node + Node.next]!) {
    arena.reach(node, NODE_BYTES / 4);
    if (arena.i32[node + Node.kind] === code && arena.i32[node + Node.address] === address && !passOver(node))
      return node;
  }
  return 0;
}
