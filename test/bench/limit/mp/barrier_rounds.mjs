/** Two threads that meet again and again. */
import { isMainThread } from 'node:worker_threads';
import { Barrier, sharedWords } from '../sync.mjs';
import { argument } from '../text.mjs';
import { shared, startThreads } from '../threads.mjs';

const PARTIES = 2;

function work({ words, rounds }) {
  const barrier = new Barrier(PARTIES, words);
  for (let round = 0; round < rounds; round++) barrier.wait();
}

if (isMainThread) {
  const rounds = argument(5000);
  await startThreads(import.meta.url, PARTIES, { words: sharedWords(2), rounds });
  console.log(rounds, PARTIES);
} else work(shared);
