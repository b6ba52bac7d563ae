/** Two threads that wake each other by events. */
import { isMainThread } from 'node:worker_threads';
import { Event, sharedWords } from '../sync.mjs';
import { argument } from '../text.mjs';
import { me, shared, startThreads } from '../threads.mjs';

function work(mine, other, rounds) {
  for (let round = 0; round < rounds; round++) {
    if (me === 0) other.set();
    mine.wait();
    mine.clear();
    if (me === 1) other.set();
  }
}

if (isMainThread) {
  const rounds = argument(10000);
  const words = [sharedWords(), sharedWords()];
  await startThreads(import.meta.url, 2, { words, rounds });
  console.log(rounds, words.every(([set]) => set === 0) ? '[False, False]' : words);
} else {
  const events = shared.words.map((words) => new Event(words));
  work(events[me], events[1 - me], shared.rounds);
}
