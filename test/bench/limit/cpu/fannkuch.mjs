/** Flips of the first items over all permutations. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, tuple } from '../text.mjs';

/** The next permutation in the order of a dictionary, in place; false after the last. */
function advance(items) {
  let i = items.length - 2;
  while (i >= 0 && items[i] > items[i + 1]) i--;
  if (i < 0) return false;
  let j = items.length - 1;
  while (items[j] < items[i]) j--;
  [items[i], items[j]] = [items[j], items[i]];
  reverse(items, i + 1, items.length - 1);
  return true;
}

function reverse(items, from, to) {
  for (let i = from, j = to; i < j; i++, j--) {
    const item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}

function work([n, first]) {
  const rest = Uint8Array.from([...Array(n).keys()].filter((i) => i !== first));
  const items = new Uint8Array(n);
  let most = 0;
  let total = 0;
  let sign = 1;
  do {
    items[0] = first;
    items.set(rest, 1);
    let flips = 0;
    for (; items[0] > 0; flips++) reverse(items, 0, items[0]);
    most = Math.max(most, flips);
    total += sign * flips;
    sign = -sign;
  } while (advance(rest));
  return [most, total];
}

if (isMainThread) {
  const size = argument(10);
  const pool = new Pool(import.meta.url);
  const results = await pool.map(Array.from({ length: size }, (_, first) => [size, first]));
  console.log(list(results.map(tuple)));
  pool.close();
} else serve(work);
