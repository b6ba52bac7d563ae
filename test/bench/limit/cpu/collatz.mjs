/** Lengths of Collatz chains, remembered in a map. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, tuple } from '../text.mjs';

function work([low, high]) {
  const lengths = new Map([[1, 1]]);
  const trail = [];
  let longest = 0;
  let longestStart = 0;
  for (let start = low; start < high; start++) {
    let n = start;
    let length = lengths.get(n);
    while (length === undefined) {
      trail.push(n);
      n = n % 2 === 0 ? n / 2 : 3 * n + 1;
      length = lengths.get(n);
    }
    while (trail.length > 0) lengths.set(trail.pop(), ++length);
    if (length > longest) {
      longest = length;
      longestStart = start;
    }
  }
  return [longest, -longestStart, lengths.size];
}

if (isMainThread) {
  const size = argument(900000);
  const half = Math.floor(size / 2);
  const pool = new Pool(import.meta.url);
  const results = await pool.map([
    [1, half],
    [half, size],
  ]);
  console.log(list(results.map(([length, start, count]) => tuple([tuple([length, start]), count]))));
  pool.close();
} else serve(work);
