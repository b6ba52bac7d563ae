/** Two threads that add to one value. */
import { isMainThread } from 'node:worker_threads';
import { argument } from '../text.mjs';
import { shared, startThreads } from '../threads.mjs';

function work({ value, rounds }) {
  for (let round = 0; round < rounds; round++) Atomics.add(value, 0, 1n);
}

if (isMainThread) {
  const rounds = argument(300000);
  const value = new BigInt64Array(new SharedArrayBuffer(8));
  await startThreads(import.meta.url, 2, { value, rounds });
  console.log(rounds, Number(value[0]));
} else work(shared);
