/** Two threads that write their halves of an array: nobody else does, so there is nothing to lock. */
import { isMainThread } from 'node:worker_threads';
import { argument, float } from '../text.mjs';
import { me, shared, startThreads } from '../threads.mjs';

function work({ numbers, rounds }) {
  const half = numbers.length / 2;
  for (let round = 0; round < rounds; round++) {
    for (let i = me * half; i < (me + 1) * half; i++) numbers[i] += (i % 7) + round;
  }
}

if (isMainThread) {
  const rounds = argument(100);
  const numbers = new Float64Array(new SharedArrayBuffer(8 * 2000));
  await startThreads(import.meta.url, 2, { numbers, rounds });
  console.log(rounds, float(numbers.reduce((sum, x) => sum + x, 0)));
} else work(shared);
