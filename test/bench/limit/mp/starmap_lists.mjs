/** Lists of numbers there and back. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, float } from '../text.mjs';

const scale = ([numbers, factor]) => numbers.map((x) => x * factor);

if (isMainThread) {
  const count = argument(800);
  const tasks = Array.from({ length: count }, (_, i) => [Float64Array.from({ length: 2000 }, (_, j) => i + j), i % 5]);
  const pool = new Pool(import.meta.url);
  const results = await pool.map(tasks);
  const total = results.reduce((sum, numbers) => numbers.reduce((part, x) => part + x, sum), 0);
  console.log(count, float(total));
  pool.close();
} else serve(scale);
