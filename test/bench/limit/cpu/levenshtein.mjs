/** Distances between words by the table of two rows. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list } from '../text.mjs';

const WORDS = [
  'multiprocessing',
  'multiplication',
  'processing',
  'possession',
  'perception',
  'preprocessor',
  'interpreter',
];

function distance(a, b) {
  let previous = Uint16Array.from({ length: b.length + 1 }, (_, j) => j);
  let current = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = previous[j - 1] + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, changed);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length];
}

function work(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const a = WORDS[i % WORDS.length];
    const b = WORDS[(i * 3 + 1) % WORDS.length];
    total += distance(a.slice(i % 4) + b.slice(0, 3), b);
  }
  return total;
}

if (isMainThread) {
  const size = argument(16000);
  const pool = new Pool(import.meta.url);
  console.log(list(await pool.map([size, size + 1, size + 2])));
  pool.close();
} else serve(work);
