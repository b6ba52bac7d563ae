/** A number that goes there and back through two queues. */
import { isMainThread } from 'node:worker_threads';
import { Ring } from '../ring.mjs';
import { argument } from '../text.mjs';
import { shared, startThread } from '../threads.mjs';

function reply(inbox, outbox) {
  for (let n = inbox.get(); n !== null; n = inbox.get()) outbox.put(n + 1);
}

if (isMainThread) {
  const rounds = argument(9000);
  const there = new Ring();
  const back = new Ring();
  const ended = startThread(import.meta.url, [there.memory, back.memory]);
  let n = 0;
  for (let round = 0; round < rounds; round++) {
    there.put(n);
    n = back.get();
  }
  there.put(null);
  await ended;
  console.log(rounds, n);
} else reply(...shared.map((memory) => new Ring(memory)));
