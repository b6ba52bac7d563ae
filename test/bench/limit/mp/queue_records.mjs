/** Objects with a few fields, as log records are. */
import { isMainThread } from 'node:worker_threads';
import { Ring } from '../ring.mjs';
import { argument, float } from '../text.mjs';
import { me, shared, startThread } from '../threads.mjs';

const item = (i) => ({ id: i, name: `item ${i}`, score: i / 4, tags: ['a', 'b'], ok: i % 2 === 0 });

function produce(queue, count) {
  for (let i = 0; i < count; i++) queue.put(item(i));
  queue.put(null);
}

if (isMainThread) {
  const count = argument(120000);
  const queue = new Ring();
  const ended = startThread(import.meta.url, queue.memory, count);
  let total = 0;
  for (let got = queue.get(); got !== null; got = queue.get()) total += got.id + got.score;
  await ended;
  console.log(count, float(total));
} else produce(new Ring(shared), me);
