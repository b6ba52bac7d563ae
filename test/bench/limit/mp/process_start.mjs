/** Threads one after another: each ends with its code before the next one starts. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, tuple } from '../text.mjs';

const leave = (code) => code % 3;

if (isMainThread) {
  const count = argument(120);
  const seen = new Map();
  for (let i = 0; i < count; i++) {
    const thread = new Pool(import.meta.url, 1);
    const [code] = await thread.map([i]);
    thread.close();
    seen.set(code, (seen.get(code) ?? 0) + 1);
  }
  console.log(count, list([...seen].sort(([a], [b]) => a - b).map(tuple)));
} else serve(leave);
