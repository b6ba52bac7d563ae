/** Two hundred threads that are all alive at the same time: they meet at a barrier. */
import { isMainThread } from 'node:worker_threads';
import { Barrier, sharedWords } from '../sync.mjs';
import { argument } from '../text.mjs';
import { shared, startThreads } from '../threads.mjs';

function meet({ count, words, met }) {
  new Barrier(count, words).wait();
  Atomics.add(met, 0, 1);
}

if (isMainThread) {
  const count = argument(200);
  const met = sharedWords();
  await startThreads(import.meta.url, count, { count, words: sharedWords(2), met });
  console.log('met', met[0]);
} else meet(shared);
