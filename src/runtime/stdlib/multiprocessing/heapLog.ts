/**
 * When CPython would map more memory for the values that processes share: its log says so. Ours come out of the arena; this only keeps the
 * sizes of what is free in those maps, without what is given back.
 */
import { moduleState } from '../../object/context.js';
import { info } from './log.js';

const PAGE_BYTES = 4096;
const ALIGNMENT = 8;
/** Each map is twice as long as the one before, up to here. */
const LONGEST_DOUBLED = 4 * 1024 * 1024;

interface Heap {
  next: number;
  readonly free: number[];
}

/** So many bytes have been taken for a shared value. */
export function noteHeap(size: number): void {
  const heap = moduleState<Heap>('multiprocessing heap', () => ({ next: PAGE_BYTES, free: [] }));
  const length = roundUp(Math.max(size, 1), ALIGNMENT);
  let best = -1;
  heap.free.forEach((left, i) => {
    if (left >= length && (best < 0 || left < heap.free[best]!)) best = i;
  });
  if (best < 0) best = heap.free.push(grow(heap, length)) - 1;
  heap.free[best]! -= length;
  if (heap.free[best] === 0) heap.free.splice(best, 1);
}

function grow(heap: Heap, length: number): number {
  const size = roundUp(Math.max(heap.next, length), PAGE_BYTES);
  if (heap.next < LONGEST_DOUBLED) heap.next *= 2;
  info(`allocating a new mmap of length ${size}`);
  return size;
}

const roundUp = (n: number, unit: number): number => Math.ceil(n / unit) * unit;
