/** A pool with many more workers than processors, all of which get something to do. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { sharedWords } from '../sync.mjs';
import { argument } from '../text.mjs';

const never = sharedWords();

function rest(number) {
  Atomics.wait(never, 0, 0, 10);
  return number * number;
}

if (isMainThread) {
  const workers = argument(64);
  const pool = new Pool(import.meta.url, workers);
  const results = await pool.map([...Array(20 * workers).keys()], 1);
  console.log(
    'sum',
    results.reduce((sum, result) => sum + result, 0),
  );
  pool.close();
} else serve(rest);
