/** A thousand threads, one after another. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument } from '../text.mjs';

const answer = (number) => number + 1;

if (isMainThread) {
  const count = argument(1000);
  let total = 0;
  for (let number = 0; number < count; number++) {
    const thread = new Pool(import.meta.url, 1);
    const [result] = await thread.map([number]);
    thread.close();
    total += result;
  }
  console.log('total', total);
} else serve(answer);
