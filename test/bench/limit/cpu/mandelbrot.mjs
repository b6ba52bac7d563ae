/** Escape times over a grid: loops over floats. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument } from '../text.mjs';

function row([y, size, limit]) {
  const ci = (2.4 * y) / size - 1.2;
  let inside = 0;
  let steps = 0;
  for (let x = 0; x < size; x++) {
    const escape = escapeTime((3 * x) / size - 2.2, ci, limit);
    if (escape === limit) inside++;
    else steps += escape;
  }
  return [inside, steps];
}

function escapeTime(cr, ci, limit) {
  let zr = 0;
  let zi = 0;
  for (let step = 0; step < limit; step++) {
    const a = zr * zr;
    const b = zi * zi;
    if (a + b > 4) return step;
    zi = 2 * zr * zi + ci;
    zr = a - b + cr;
  }
  return limit;
}

if (isMainThread) {
  const size = argument(800);
  const pool = new Pool(import.meta.url);
  const tasks = Array.from({ length: size }, (_, y) => [y, size, 120]);
  const rows = await pool.map(tasks, 8);
  console.log(
    rows.reduce((sum, [inside]) => sum + inside, 0),
    rows.reduce((sum, [, steps]) => sum + steps, 0),
  );
  pool.close();
} else serve(row);
