/** A pool of four for ten items, once. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { list } from '../text.mjs';

const cube = (n) => n ** 3;

if (isMainThread) {
  const pool = new Pool(import.meta.url, 4);
  console.log(list(await pool.map([...Array(10).keys()])));
  pool.close();
} else serve(cube);
