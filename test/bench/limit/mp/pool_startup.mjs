/** Pools of two, made and closed one after another. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument } from '../text.mjs';

const shift = (n) => n + 1;

if (isMainThread) {
  const rounds = argument(15);
  let total = 0;
  for (let i = 0; i < rounds; i++) {
    const pool = new Pool(import.meta.url);
    const [a, b] = await pool.map([i, i + 1]);
    total += a + b;
    pool.close();
  }
  console.log(rounds, total);
} else serve(shift);
