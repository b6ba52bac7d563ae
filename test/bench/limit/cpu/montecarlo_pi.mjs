/** Pi from random points, each worker with a generator of its own. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list } from '../text.mjs';

const LENGTH = 624;
const MIDDLE = 397;

/** The Mersenne Twister MT19937 with the seeding, floats and ranges of Python's `random.Random`. */
class Twister {
  #state = new Uint32Array(LENGTH);
  #at = LENGTH;

  /** @param seed below 2 ** 32, the reference code's `init_by_array` with one word. */
  constructor(seed) {
    const state = this.#state;
    state[0] = 19650218;
    for (let i = 1; i < LENGTH; i++) state[i] = Math.imul(1812433253, mixed(state[i - 1])) + i;
    for (let k = 0, i = 1; k < LENGTH; k++) {
      state[i] = (state[i] ^ Math.imul(1664525, mixed(state[i - 1]))) + seed;
      i = this.#following(i);
    }
    for (let k = 1, i = 2; k < LENGTH; k++) {
      state[i] = (state[i] ^ Math.imul(1566083941, mixed(state[i - 1]))) - i;
      i = this.#following(i);
    }
    state[0] = 0x80000000;
  }

  /** Evenly in [0, 1), 53 bits. */
  random() {
    const high = this.#bits32() >>> 5;
    const low = this.#bits32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** Evenly in 1…most: what is too large is drawn again. */
  upTo(most) {
    const shift = Math.clz32(most);
    let drawn = most;
    while (drawn >= most) drawn = this.#bits32() >>> shift;
    return drawn + 1;
  }

  #following(i) {
    if (i + 1 < LENGTH) return i + 1;
    this.#state[0] = this.#state[LENGTH - 1];
    return 1;
  }

  #bits32() {
    if (this.#at === LENGTH) this.#twist();
    let y = this.#state[this.#at++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  #twist() {
    const state = this.#state;
    for (let i = 0; i < LENGTH; i++) {
      const y = (state[i] & 0x80000000) | (state[i + 1 < LENGTH ? i + 1 : 0] & 0x7fffffff);
      const other = i + MIDDLE;
      state[i] = state[other < LENGTH ? other : other - LENGTH] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#at = 0;
  }
}

const mixed = (word) => word ^ (word >>> 30);

function work([seed, points]) {
  const generator = new Twister(seed);
  let hits = 0;
  for (let i = 0; i < points; i++) {
    const x = generator.random();
    const y = generator.random();
    if (x * x + y * y <= 1) hits++;
  }
  return [hits, generator.upTo(1000)];
}

if (isMainThread) {
  const size = argument(5000000);
  const pool = new Pool(import.meta.url);
  const results = await pool.map([0, 1, 2, 3].map((seed) => [seed, size]));
  const hits = results.reduce((sum, [own]) => sum + own, 0);
  console.log(((4 * hits) / (4 * size)).toFixed(4), list(results.map(([, last]) => last)));
  pool.close();
} else serve(work);
