/** Two threads that take turns under a condition. */
import { isMainThread } from 'node:worker_threads';
import { Condition, sharedWords } from '../sync.mjs';
import { argument } from '../text.mjs';
import { me, shared, startThreads } from '../threads.mjs';

function work({ words, turn, rounds }) {
  const condition = new Condition(words);
  for (let round = 0; round < rounds; round++) {
    condition.mutex.lock();
    condition.waitFor(() => turn[0] === me);
    turn[0] = 1 - me;
    condition.notify();
    condition.mutex.unlock();
  }
}

if (isMainThread) {
  const rounds = argument(10000);
  const turn = sharedWords();
  await startThreads(import.meta.url, 2, { words: sharedWords(2), turn, rounds });
  console.log(rounds, turn[0]);
} else work(shared);
