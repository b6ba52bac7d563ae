/** Tasks that are waited for one by one. */
import { isMainThread } from 'node:worker_threads';
import { answer, Calls } from '../calls.mjs';
import { argument } from '../text.mjs';

const task = (n) => (n * 7 + 3) % 1009;

if (isMainThread) {
  const count = argument(8000);
  const calls = new Calls(import.meta.url);
  let total = 0;
  for (let n = 0; n < count; n++) total += calls.call(n);
  console.log(count, total);
  await calls.close();
} else answer(task);
