/** Two threads that want one lock. */
import { isMainThread } from 'node:worker_threads';
import { Mutex, sharedWords } from '../sync.mjs';
import { argument } from '../text.mjs';
import { shared, startThreads } from '../threads.mjs';

function work({ words, value, rounds }) {
  const mutex = new Mutex(words);
  for (let round = 0; round < rounds; round++) {
    mutex.lock();
    value[0]++;
    mutex.unlock();
  }
}

if (isMainThread) {
  const rounds = argument(400000);
  const value = new Float64Array(new SharedArrayBuffer(8));
  await startThreads(import.meta.url, 2, { words: sharedWords(), value, rounds });
  console.log(rounds, value[0]);
} else work(shared);
