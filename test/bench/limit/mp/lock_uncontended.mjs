/** Locks that nobody else wants. */
import { Mutex, Reentrant } from '../sync.mjs';
import { argument } from '../text.mjs';

const rounds = argument(400000);
const plain = new Mutex();
const nested = new Reentrant();
let count = 0;
for (let round = 0; round < rounds; round++) {
  plain.lock();
  nested.lock();
  count++;
  nested.unlock();
  plain.unlock();
}
console.log(count);
