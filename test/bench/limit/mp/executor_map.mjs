/** Many tasks, once and once more. */
import { isMainThread } from 'node:worker_threads';
import { answer, Calls } from '../calls.mjs';
import { argument } from '../text.mjs';

const task = (n) => n % 97;

if (isMainThread) {
  const count = argument(3000);
  const calls = new Calls(import.meta.url);
  let total = 0;
  for (const result of calls.unordered(Array(count).keys())) total += result;
  for (const result of calls.unordered(Array(count).keys())) total += result;
  console.log(count, total);
  await calls.close();
} else answer(task);
