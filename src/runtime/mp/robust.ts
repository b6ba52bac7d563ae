/**
 * The lock of the mechanisms themselves (allocator, queues): it survives the end of the thread that holds it.
 *
 * Shape:     one cell. 0 is free; else the address of the owner's process entry, with the lowest bit set if somebody
 *            may be asleep; 1 alone is free, but the last owner ended inside, so the data may need repair.
 * Algorithm: before it tries, a thread notes the lock's address in its process entry. When a thread has ended, the kernel
 *            looks at what is noted there (`recover`), frees what the thread held, and wakes all who sleep on it.
 * Rules:     held for microseconds, never while waiting for anything else; at most MAX_HELD nested.
 */
import { Entry, MAX_HELD } from './layout.js';

const FREE = 0;
const SLEEPERS = 1;
const ABANDONED = 1;
const SPIN_TURNS = 60;
const SPIN_TURNS_OF_KERNEL = 5000;

/** The part of an arena that this file needs. */
interface Memory {
  readonly i32: Int32Array;
  readonly self: number;
  heldDepth: number;
  readonly mayWait: boolean;
}

/**
 * Thrown in a thread that must not wait (the kernel: the owner may be a thread that it is ending, and to
 * learn that it has ended, the kernel must go on). The operation is then to be tried again later.
 */
export class LockBusy extends Error {}

/** Takes the lock. Returns true if its last owner ended while holding it: the caller must then repair the data. */
export function lockRobust(memory: Memory, at: number): boolean {
  memory.i32[memory.self + Entry.held + memory.heldDepth++] = at;
  if (Atomics.compareExchange(memory.i32, at, FREE, memory.self) === FREE) return false;
  return lockSlowly(memory, at);
}

export function unlockRobust(memory: Memory, at: number): void {
  const was = Atomics.exchange(memory.i32, at, FREE);
  if ((was & SLEEPERS) !== 0) Atomics.notify(memory.i32, at, 1);
  memory.i32[memory.self + Entry.held + --memory.heldDepth] = 0;
}

/** Frees the robust locks of a process whose thread no longer runs. Called by the kernel. */
export function recoverRobust(i32: Int32Array, entry: number): void {
  for (let i = 0; i < MAX_HELD; i++) {
    const at = i32[entry + Entry.held + i]!;
    if (at === 0) continue;
    const owner = Atomics.load(i32, at);
    if ((owner & ~SLEEPERS) === entry) Atomics.store(i32, at, ABANDONED);
    // Also if another holds it: the ended thread may have swallowed a wake-up meant for a third.
    Atomics.notify(i32, at);
    i32[entry + Entry.held + i] = 0;
  }
}

function lockSlowly(memory: Memory, at: number): boolean {
  const { i32, self } = memory;
  const turns = memory.mayWait ? SPIN_TURNS : SPIN_TURNS_OF_KERNEL;
  for (let i = 0; i < turns; i++) {
    const seen = Atomics.load(i32, at);
    if ((seen & ~SLEEPERS) === 0 && Atomics.compareExchange(i32, at, seen, self | seen) === seen) {
      return seen === ABANDONED;
    }
  }
  if (!memory.mayWait) {
    i32[self + Entry.held + --memory.heldDepth] = 0;
    throw new LockBusy();
  }
  for (;;) {
    const seen = Atomics.load(i32, at);
    if (seen === FREE || seen === ABANDONED) {
      // Marked as having sleepers: there may be some, and one needless notify is cheap.
      if (Atomics.compareExchange(i32, at, seen, self | SLEEPERS) === seen) return seen === ABANDONED;
    } else if ((seen & SLEEPERS) !== 0 || Atomics.compareExchange(i32, at, seen, seen | SLEEPERS) === seen) {
      Atomics.wait(i32, at, seen | SLEEPERS);
    }
  }
}
