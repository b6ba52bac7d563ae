/** Sixteen threads at once, some times over. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument } from '../text.mjs';

const answer = (n) => n * n;

if (isMainThread) {
  const rounds = argument(8);
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    const threads = new Pool(import.meta.url, 16);
    const results = await threads.map(Array.from({ length: 16 }, (_, i) => round * 16 + i));
    threads.close();
    total += results.reduce((sum, result) => sum + result, 0);
  }
  console.log(rounds, total);
} else serve(answer);
