/** Names that are nearly another: what "Did you mean" goes by. */

import type { Py } from './object.js';

const MOVE = 2;
const CASE = 1;
const MOST_CANDIDATES = 750;
const LONGEST = 40;

/** The candidate that takes the fewest changes, at most a third of the letters. */
export function nearest(candidates: readonly Py[], wrong: string): string | null {
  if (candidates.length > MOST_CANDIDATES || wrong.length > LONGEST) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (typeof candidate !== 'string' || candidate === wrong) continue;
    const limit = Math.min(Math.floor(((candidate.length + wrong.length + 3) * MOVE) / 6), least - 1);
    const cost = distance(wrong, candidate, limit);
    if (cost > limit) continue;
    if (best === null || cost < least) {
      best = candidate;
      least = cost;
    }
  }
  return best;
}

const substitution = (a: string, b: string): number =>
  a === b ? 0 : a.toLowerCase() === b.toLowerCase() ? CASE : MOVE;

/** Weighted edit distance; a change of case costs half. Anything above `limit` may be returned as `limit + 1`. */
export function distance(first: string, second: string, limit: number): number {
  let [a, b] = [first, second];
  if (a === b) return 0;
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  a = a.slice(same);
  b = b.slice(same);
  same = 0;
  while (same < a.length && same < b.length && a.at(-1 - same) === b.at(-1 - same)) same++;
  a = a.slice(0, a.length - same);
  b = b.slice(0, b.length - same);
  if (a === '' || b === '') return (a.length + b.length) * MOVE;
  if (a.length > LONGEST || b.length > LONGEST) return limit + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE > limit) return limit + 1;
  const row = Array.from(a, (_, i) => (i + 1) * MOVE);
  let result = 0;
  for (let j = 0; j < b.length; j++) {
    let diagonal = j * MOVE;
    result = diagonal;
    let smallest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < a.length; i++) {
      const substituted = diagonal + substitution(b[j]!, a[i]!);
      diagonal = row[i]!;
      result = Math.min(substituted, Math.min(diagonal, result) + MOVE);
      row[i] = result;
      smallest = Math.min(smallest, result);
    }
    if (smallest > limit) return limit + 1;
  }
  return result;
}
