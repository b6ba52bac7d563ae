/** Words of a generated text, cleaned, counted and put in order. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, quoted, tuple } from '../text.mjs';

const STEMS = ['run', 'queue', 'Lock', 'pool', 'Fork', 'spawn', 'value', 'array', 'event', 'pipe', 'join', 'map'];
const ENDS = ['', 's', 'ed', 'ing', 'er,', "er's", '.', '!'];

function text(n, seed) {
  const words = [];
  let state = seed;
  for (let i = 0; i < n; i++) {
    state = (state * 75 + 74) % 65537;
    words.push(STEMS[state % STEMS.length] + ENDS[Math.floor(state / 16) % ENDS.length]);
  }
  return words.join(' ');
}

function work([n, seed]) {
  const counts = new Map();
  for (const raw of text(n, seed).split(' ')) {
    const word = stripped(raw).toLowerCase().replace("'s", '');
    if (word !== '') add(counts, word, 1);
  }
  return counts;
}

function stripped(word) {
  let start = 0;
  let end = word.length;
  while (start < end && '.,!'.includes(word[start])) start++;
  while (start < end && '.,!'.includes(word[end - 1])) end--;
  return word.slice(start, end);
}

function add(counts, word, times) {
  counts.set(word, (counts.get(word) ?? 0) + times);
}

if (isMainThread) {
  const size = argument(500000);
  const pool = new Pool(import.meta.url);
  const total = new Map();
  for (const counts of await pool.map([1, 2, 3, 4].map((seed) => [size, seed]))) {
    for (const [word, times] of counts) add(total, word, times);
  }
  const sum = [...total.values()].reduce((a, b) => a + b, 0);
  const ordered = [...total].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 4);
  console.log(sum, total.size, list(ordered.map(([word, times]) => tuple([quoted(word), times]))));
  pool.close();
} else serve(work);
