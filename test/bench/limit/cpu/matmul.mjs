/** Products of matrices. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, float, list, tuple } from '../text.mjs';

function matrix(n, seed) {
  return Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i * seed + j * 7) % 11));
}

function transposed(rows) {
  return rows.map((_, j) => rows.map((row) => row[j])).map((column) => Float64Array.from(column));
}

function times(a, b) {
  const columns = transposed(b);
  return a.map((row) => Float64Array.from(columns, (column) => dot(row, column)));
}

function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function work([n, seed]) {
  const a = matrix(n, seed);
  const b = matrix(n, seed + 2);
  const product = times(a, b);
  const swapped = times(b, a);
  const total = product.reduce((sum, row) => sum + row.reduce((part, x) => part + x, 0), 0);
  return [total, swapped[Math.floor(n / 2)][Math.floor(n / 3)]];
}

if (isMainThread) {
  const size = argument(180);
  const pool = new Pool(import.meta.url);
  const results = await pool.map([3, 5, 8, 9].map((seed) => [size, seed]));
  console.log(list(results.map((result) => tuple(result.map(float)))));
  pool.close();
} else serve(work);
