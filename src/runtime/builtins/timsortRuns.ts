/** What `timsort` moves, and the arithmetic of its runs. */
import type { Py } from '../object/object.js';

const LONGEST_MINRUN = 64;

export function copy(from: readonly Py[], start: number, to: Py[], at: number, count: number): void {
  for (let i = 0; i < count; i++) to[at + i] = from[start + i];
}

export function reverseRange(items: Py[], base: number, length: number): void {
  for (let i = base, j = base + length - 1; i < j; i++, j--) {
    const item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}

/** Between 32 and 64 for longer lists, so that the number of runs is close to a power of two. */
export function minimalRun(total: number): number {
  let n = total;
  let odd = 0;
  while (n >= LONGEST_MINRUN) {
    odd |= n & 1;
    n >>= 1;
  }
  return n + odd;
}

/** Depth of the boundary between two runs in the tree that powersort merges along. */
export function nodePower(base: number, length: number, nextLength: number, total: number): number {
  let power = 0;
  let a = 2 * base + length;
  let b = a + length + nextLength;
  for (;;) {
    power++;
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return power;
    a *= 2;
    b *= 2;
  }
}

/** `items.copyWithin(to, start, end)`, which V8 does by looking up every index as a property. */
export function moveWithin(items: Py[], to: number, start: number, end: number): void {
  if (to < start) for (let from = start, at = to; from < end; ) items[at++] = items[from++];
  else for (let from = end, at = to + end - start; from > start; ) items[--at] = items[--from];
}
