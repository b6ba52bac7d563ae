/** Tiny tasks, taken as they are done. */
import { isMainThread } from 'node:worker_threads';
import { answer, Calls } from '../calls.mjs';
import { argument } from '../text.mjs';

const task = (n) => (n * 7 + 3) % 1009;

if (isMainThread) {
  const count = argument(120000);
  const calls = new Calls(import.meta.url);
  let total = 0;
  for (const result of calls.unordered(Array(count).keys())) total += result;
  console.log(count, total);
  await calls.close();
} else answer(task);
