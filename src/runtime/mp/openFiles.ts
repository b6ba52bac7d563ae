/**
 * The descriptors of the operating system that a process has to itself: if it is ended by force, the kernel closes them.
 *
 * Shape: a block of {@link PLACES} cells, each a descriptor plus 1 or 0; the process's entry holds its address once there is one. What finds
 * no place stays open until the program ends. A descriptor is noted after it was opened and forgotten before it is closed: whenever
 * the process is ended, none is closed that may be somebody else's by then.
 */
import type { Arena } from './arena.js';
import { Entry } from './layout.js';

const PLACES = 30;

export function noteFile(arena: Arena, native: number): void {
  const { i32 } = arena;
  let at = i32[arena.self + Entry.files]!;
  if (at === 0) {
    at = arena.alloc(PLACES * 4);
    arena.i32.fill(0, at, at + PLACES);
    arena.i32[arena.self + Entry.files] = at;
  }
  const place = arena.i32.subarray(at, at + PLACES).indexOf(0);
  if (place >= 0) Atomics.store(arena.i32, at + place, native + 1);
}

export function forgetFile(arena: Arena, native: number): void {
  const at = arena.i32[arena.self + Entry.files]!;
  if (at === 0) return;
  const place = arena.i32.subarray(at, at + PLACES).indexOf(native + 1);
  if (place >= 0) Atomics.store(arena.i32, at + place, 0);
}

/** What the process has left open. For the kernel, when the process has ended. */
export function filesLeft(arena: Arena, entry: number): number[] {
  const at = arena.i32[entry + Entry.files]!;
  if (at === 0) return [];
  arena.reach(at, PLACES);
  return Array.from(arena.i32.subarray(at, at + PLACES))
    .filter((place) => place !== 0)
    .map((place) => place - 1);
}

/** Gives the block of an ended process back. */
export function freeFiles(arena: Arena, entry = arena.self): void {
  const at = arena.i32[entry + Entry.files]!;
  if (at === 0) return;
  arena.i32[entry + Entry.files] = 0;
  arena.reach(at, PLACES);
  arena.free(at);
}
