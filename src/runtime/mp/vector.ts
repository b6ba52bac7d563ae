/**
 * A list of byte records in the arena, for processes that share it.
 *
 * Shape: a head [lock, version, address of the vector], and the vector [number of slots used, slots …]. A slot is the address of a
 *        record [length in bytes, bytes padded to cells], or 0. The version changes with every change.
 * Robust: a change is published by one store (a slot, the number of slots, or the address of a whole new vector), so a thread may end
 *        anywhere; what it had not published, or not yet freed, is lost memory.
 */
import type { Arena } from './arena.js';
import { copyIn, copyOut } from './ringBytes.js';
import { lockRobust, unlockRobust } from './robust.js';

export const Vector = { lock: 0, version: 1, slots: 2, cells: 3 } as const;
const COUNT = 0;
const FIRST = 1;
const MIN_SLOTS = 6;

/** Bytes `[0, length)` of a record. */
export interface Bytes {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** Makes an empty list in a head of `Vector.cells` cells, which may be the beginning of a larger block. */
export function initVector(arena: Arena, at: number): void {
  arena.i32[at + Vector.slots] = arena.alloc((FIRST + MIN_SLOTS) * 4);
}

/** Runs something while no other process changes the list. It must not wait for anything. */
export function withVector<T>(arena: Arena, at: number, run: () => T): T {
  arena.reach(at, Vector.cells);
  lockRobust(arena, at + Vector.lock);
  try {
    const slots = arena.i32[at + Vector.slots]!;
    arena.reach(slots, FIRST);
    arena.reach(slots, FIRST + arena.i32[slots + COUNT]!);
    return run();
  } finally {
    unlockRobust(arena, at + Vector.lock);
  }
}

// What follows is called within `withVector`.

export const vectorLength = (arena: Arena, at: number): number => arena.i32[arena.i32[at + Vector.slots]! + COUNT]!;

export const vectorVersion = (arena: Arena, at: number): number => arena.i32[at + Vector.version]!;

/** Copies the record in a slot to where records are read from. False if the slot is empty. */
export function readSlot(arena: Arena, at: number, index: number): boolean {
  const record = arena.i32[arena.i32[at + Vector.slots]! + FIRST + index]!;
  if (record === 0) return false;
  arena.reach(record, 1);
  copyOut(arena, record + 1, arena.i32[record]!);
  return true;
}

/** Puts a record, or nothing, into a slot. */
export function writeSlot(arena: Arena, at: number, index: number, value: Bytes | null): void {
  const record = value === null ? 0 : store(arena, value);
  const slot = arena.i32[at + Vector.slots]! + FIRST + index;
  const before = arena.i32[slot]!;
  Atomics.store(arena.i32, slot, record);
  changed(arena, at);
  if (before !== 0) arena.free(before);
}

/** Adds records at the end. */
export function appendSlots(arena: Arena, at: number, values: readonly Bytes[]): void {
  const records = values.map((value) => store(arena, value));
  const count = vectorLength(arena, at);
  const slots = room(arena, at, count + records.length);
  records.forEach((record, i) => {
    arena.i32[slots + FIRST + count + i] = record;
  });
  Atomics.store(arena.i32, slots + COUNT, count + records.length);
  changed(arena, at);
}

/** Puts records before the slot at an index. */
export function insertSlots(arena: Arena, at: number, index: number, values: readonly Bytes[]): void {
  const records = values.map((value) => store(arena, value));
  splice(arena, at, index, 0, records);
}

/** Removes slots. */
export function removeSlots(arena: Arena, at: number, index: number, count = 1): void {
  const slots = arena.i32[at + Vector.slots]!;
  const used = arena.i32[slots + COUNT]!;
  const removed = [...arena.i32.subarray(slots + FIRST + index, slots + FIRST + index + count)];
  if (index + count === used) {
    Atomics.store(arena.i32, slots + COUNT, index);
    changed(arena, at);
  } else splice(arena, at, index, count, []);
  for (const record of removed) if (record !== 0) arena.free(record);
}

/** Removes the pairs of slots whose second one is empty. */
export function compactPairs(arena: Arena, at: number): void {
  const slots = arena.i32[at + Vector.slots]!;
  const used = arena.i32[slots + COUNT]!;
  const fresh = arena.alloc((FIRST + Math.max(MIN_SLOTS, used)) * 4);
  const { i32 } = arena;
  const dropped: number[] = [];
  let to = fresh + FIRST;
  for (let from = slots + FIRST; from < slots + FIRST + used; from += 2) {
    if (i32[from + 1] === 0) dropped.push(i32[from]!);
    else {
      i32[to++] = i32[from]!;
      i32[to++] = i32[from + 1]!;
    }
  }
  i32[fresh + COUNT] = to - fresh - FIRST;
  publish(arena, at, fresh);
  for (const record of dropped) arena.free(record);
}

/** Puts records (addresses) in place of some slots, in a vector of its own. */
function splice(arena: Arena, at: number, index: number, removed: number, records: readonly number[]): void {
  const slots = arena.i32[at + Vector.slots]!;
  const used = arena.i32[slots + COUNT]!;
  const count = used - removed + records.length;
  const fresh = arena.alloc((FIRST + Math.max(MIN_SLOTS, count + (count >> 2))) * 4);
  const { i32 } = arena;
  const [from, to] = [slots + FIRST, fresh + FIRST];
  i32.copyWithin(to, from, from + index);
  i32.set(records, to + index);
  i32.copyWithin(to + index + records.length, from + index + removed, from + used);
  i32[fresh + COUNT] = count;
  publish(arena, at, fresh);
}

function publish(arena: Arena, at: number, fresh: number): void {
  const old = arena.i32[at + Vector.slots]!;
  Atomics.store(arena.i32, at + Vector.slots, fresh);
  changed(arena, at);
  arena.free(old);
}

/** Puts these records in place of all. */
export function replaceSlots(arena: Arena, at: number, values: readonly Bytes[]): void {
  const old = arena.i32[at + Vector.slots]!;
  const fresh = arena.alloc((FIRST + Math.max(MIN_SLOTS, values.length)) * 4);
  values.forEach((value, i) => {
    const record = store(arena, value);
    arena.i32[fresh + FIRST + i] = record;
  });
  arena.i32[fresh + COUNT] = values.length;
  Atomics.store(arena.i32, at + Vector.slots, fresh);
  changed(arena, at);
  for (let i = arena.i32[old + COUNT]! - 1; i >= 0; i--) {
    const record = arena.i32[old + FIRST + i]!;
    if (record !== 0) arena.free(record);
  }
  arena.free(old);
}

function changed(arena: Arena, at: number): void {
  arena.i32[at + Vector.version] = (arena.i32[at + Vector.version]! + 1) | 0;
}

function store(arena: Arena, { bytes, length }: Bytes): number {
  const record = arena.allocRaw(4 + length);
  arena.i32[record] = length;
  copyIn(arena.u8, (record + 1) * 4, bytes, 0, length);
  return record;
}

/** The vector with room for so many slots. */
function room(arena: Arena, at: number, wanted: number): number {
  const slots = arena.i32[at + Vector.slots]!;
  if ((FIRST + wanted) * 4 <= arena.blockBytes(slots)) return slots;
  const larger = arena.alloc((FIRST + wanted + (wanted >> 1)) * 4);
  const count = arena.i32[slots + COUNT]!;
  arena.i32.copyWithin(larger, slots, slots + FIRST + count);
  Atomics.store(arena.i32, at + Vector.slots, larger);
  arena.free(slots);
  return larger;
}
