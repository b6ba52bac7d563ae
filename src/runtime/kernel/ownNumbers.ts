/** Numbers by which a signal from outside reaches Node. */
import { readdirSync } from 'node:fs';

/**
 * The first of the longest row of numbers that threads of Node have, beside its pid: a signal for any of them is one for Node, whereas
 * other numbers may be those of strangers.
 */
export function ownNumbers(pid: number): number {
  let numbers: number[] = [];
  try {
    numbers = readdirSync('/proc/self/task').map(Number);
  } catch {
    // Without /proc nobody knows.
  }
  return firstOfLongestRow(numbers.filter((number) => number > pid)) ?? pid + 1;
}

/** @param numbers in any order. */
export function firstOfLongestRow(numbers: readonly number[]): number | undefined {
  let best: number | undefined;
  let longest = 0;
  let first = 0;
  const sorted = numbers.toSorted((a, b) => a - b);
  for (const [i, number] of sorted.entries()) {
    if (i === 0 || number !== sorted[i - 1]! + 1) first = number;
    if (number - first + 1 <= longest) continue;
    longest = number - first + 1;
    best = first;
  }
  return best;
}
