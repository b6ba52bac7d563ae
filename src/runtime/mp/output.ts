/**
 * Output buffers in the arena: if a process is ended by force, the kernel still writes what it had printed.
 *
 * Shape: a block [next, file descriptor, length in bytes, inherited bytes at the start, data ...]; the process's entry holds the first.
 */
import type { Arena } from './arena.js';
import { Entry } from './layout.js';

const NEXT = 0;
const FD = 1;
const LENGTH = 2;
const INHERITED = 3;
const DATA = 4;

/** Makes a buffer for a file descriptor of this process. Returns its address. */
export function createOutput(arena: Arena, fd: number, capacityBytes: number): number {
  const at = arena.alloc(DATA * 4 + capacityBytes);
  const { i32 } = arena;
  i32[at + FD] = fd;
  i32[at + INHERITED] = 0;
  i32[at + NEXT] = i32[arena.self + Entry.outputs]!;
  i32[arena.self + Entry.outputs] = at;
  return at;
}

/** The buffer's bytes. The view stays valid when the arena grows. */
export function outputBytes(arena: Arena, at: number, capacityBytes: number): Uint8Array {
  return new Uint8Array(arena.buffer, (at + DATA) * 4, capacityBytes);
}

/** Says how many bytes from the start are waiting to be written; to be set after the bytes, and to 0 before the next ones. */
export function setOutputLength(arena: Arena, at: number, lengthBytes: number): void {
  if (lengthBytes === 0) arena.i32[at + INHERITED] = 0;
  Atomics.store(arena.i32, at + LENGTH, lengthBytes);
}

/** What waits now came from the parent of this forked process: if that ends by force, its parent is the one that writes it. */
export function inheritOutputs(arena: Arena): void {
  for (let at = arena.i32[arena.self + Entry.outputs]!; at !== 0; at = arena.i32[at + NEXT]!) {
    arena.i32[at + INHERITED] = arena.i32[at + LENGTH]!;
  }
}

/** What the process left unwritten. For the kernel, when the process has ended. */
export function pendingOutputs(arena: Arena, entry: number): { fd: number; bytes: Uint8Array }[] {
  const pending: { fd: number; bytes: Uint8Array }[] = [];
  for (let at = arena.i32[entry + Entry.outputs]!; at !== 0; at = arena.i32[at + NEXT]!) {
    arena.reach(at, DATA);
    const lengthBytes = Atomics.exchange(arena.i32, at + LENGTH, 0);
    const inherited = arena.i32[at + INHERITED]!;
    if (lengthBytes > inherited) {
      pending.unshift({ fd: arena.i32[at + FD]!, bytes: outputBytes(arena, at, lengthBytes).slice(inherited) });
    }
  }
  return pending;
}

/** What this process has not written yet, by descriptor. */
export function unwrittenOutput(arena: Arena, fd: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = arena.i32[arena.self + Entry.outputs]!; at !== 0; at = arena.i32[at + NEXT]!) {
    const lengthBytes = arena.i32[at + LENGTH]!;
    if (arena.i32[at + FD] === fd && lengthBytes > 0) parts.unshift(outputBytes(arena, at, lengthBytes));
  }
  return Uint8Array.from(Buffer.concat(parts));
}

/** Forgets what this process has not written. */
export function discardOutputs(arena: Arena): void {
  for (let at = arena.i32[arena.self + Entry.outputs]!; at !== 0; at = arena.i32[at + NEXT]!) {
    Atomics.store(arena.i32, at + LENGTH, 0);
  }
}

/** Gives the buffers of an ended process back. */
export function freeOutputs(arena: Arena, entry = arena.self): void {
  for (let at = arena.i32[entry + Entry.outputs]!; at !== 0; at = arena.i32[entry + Entry.outputs]!) {
    arena.reach(at, DATA);
    arena.i32[entry + Entry.outputs] = arena.i32[at + NEXT]!;
    arena.free(at);
  }
}
