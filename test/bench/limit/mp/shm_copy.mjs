/** A block of shared memory, changed by two threads. */
import { isMainThread } from 'node:worker_threads';
import { argument } from '../text.mjs';
import { me, shared, startThreads } from '../threads.mjs';

function invert(block, start, stop) {
  for (let i = start; i < stop; i++) block[i] = 255 - block[i];
  block.set(block.slice(start, stop), start);
}

if (isMainThread) {
  const size = argument(6000000);
  const block = new Uint8Array(new SharedArrayBuffer(size));
  for (let i = 0; i < size; i++) block[i] = i % 251;
  await startThreads(import.meta.url, 2, block);
  console.log(
    size,
    block.reduce((sum, x) => sum + x, 0),
  );
} else {
  const bound = (part) => Math.floor((part * shared.length) / 2);
  invert(shared, bound(me), bound(me + 1));
}
