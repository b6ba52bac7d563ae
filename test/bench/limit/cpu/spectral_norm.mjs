/** The spectral norm of an endless matrix: function calls and floats. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, quoted } from '../text.mjs';

const entry = (i, j) => 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);

function times(v) {
  return v.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += entry(i, j) * v[j];
    return sum;
  });
}

function timesTransposed(v) {
  return v.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += entry(j, i) * v[j];
    return sum;
  });
}

function dot(a, b) {
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}

function work(n) {
  let u = new Float64Array(n).fill(1);
  let v = u;
  for (let round = 0; round < 3; round++) {
    v = timesTransposed(times(u));
    u = timesTransposed(times(v));
  }
  return Math.sqrt(dot(u, v) / dot(v, v)).toFixed(9);
}

if (isMainThread) {
  const size = argument(450);
  const pool = new Pool(import.meta.url);
  const results = await pool.map([size, size + 1, size + 2, size + 3]);
  console.log(list(results.map(quoted)));
  pool.close();
} else serve(work);
