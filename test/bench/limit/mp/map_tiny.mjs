/** Many tiny tasks in chunks. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument } from '../text.mjs';

const task = (n) => (n * 7 + 3) % 1009;

if (isMainThread) {
  const count = argument(4000000);
  const pool = new Pool(import.meta.url);
  const results = await pool.map(Array.from({ length: count }, (_, n) => n));
  const total = results.reduce((sum, n) => sum + n, 0);
  console.log(count, total);
  pool.close();
} else serve(task);
