/** Small tuples there and back through a pipe. */
import { isMainThread } from 'node:worker_threads';
import { Ring } from '../ring.mjs';
import { argument } from '../text.mjs';
import { shared, startThread } from '../threads.mjs';

function echo(inbox, outbox) {
  for (;;) {
    const [n, text] = inbox.get();
    if (n < 0) return;
    outbox.put([n + 1, text]);
  }
}

if (isMainThread) {
  const rounds = argument(20000);
  const there = new Ring();
  const back = new Ring();
  const ended = startThread(import.meta.url, [there.memory, back.memory]);
  let n = 0;
  for (let round = 0; round < rounds; round++) {
    there.put([n, 'ping']);
    [n] = back.get();
  }
  there.put([-1, '']);
  await ended;
  console.log(rounds, n);
} else echo(...shared.map((memory) => new Ring(memory)));
