/** What threads wait for one another with: words of shared memory, and sleep only where a short spin was in vain. */

/** Looks before a sleep: about as long as it takes to wake a sleeper. */
export const LOOKS = 400;

export function sharedWords(count = 1) {
  return new Int32Array(new SharedArrayBuffer(4 * count));
}

/** Returns once the word is another; the value may be an old one again. */
export function awaitChange(words, at, old) {
  for (let look = 0; look < LOOKS; look++) if (Atomics.load(words, at) !== old) return;
  Atomics.wait(words, at, old);
}

/** A lock in one word: 0 free, 1 held, 2 held and somebody sleeps. */
export class Mutex {
  constructor(words = sharedWords(), at = 0) {
    this.words = words;
    this.at = at;
  }

  lock() {
    const { words, at } = this;
    for (let look = 0; look < LOOKS; look++) if (Atomics.compareExchange(words, at, 0, 1) === 0) return;
    while (Atomics.exchange(words, at, 2) !== 0) Atomics.wait(words, at, 2);
  }

  unlock() {
    const { words, at } = this;
    if (Atomics.exchange(words, at, 0) === 2) Atomics.notify(words, at, 1);
  }
}

/** A lock that its thread may take again. */
export class Reentrant {
  #mutex = new Mutex();
  #depth = 0;
  #mine = false;

  lock() {
    if (!this.#mine) this.#mutex.lock();
    this.#mine = true;
    this.#depth++;
  }

  unlock() {
    if (--this.#depth > 0) return;
    this.#mine = false;
    this.#mutex.unlock();
  }
}

/** A flag in one word. */
export class Event {
  constructor(words = sharedWords()) {
    this.words = words;
  }

  set() {
    if (Atomics.exchange(this.words, 0, 1) === 0) Atomics.notify(this.words, 0);
  }

  clear() {
    Atomics.store(this.words, 0, 0);
  }

  wait() {
    while (Atomics.load(this.words, 0) === 0) awaitChange(this.words, 0, 0);
  }
}

const ARRIVED = 0;
const ROUND = 1;

/** Where so many threads meet, again and again. */
export class Barrier {
  constructor(parties, words = sharedWords(2)) {
    this.parties = parties;
    this.words = words;
  }

  wait() {
    const { parties, words } = this;
    const round = Atomics.load(words, ROUND);
    if (Atomics.add(words, ARRIVED, 1) + 1 < parties) {
      while (Atomics.load(words, ROUND) === round) awaitChange(words, ROUND, round);
      return;
    }
    Atomics.store(words, ARRIVED, 0);
    Atomics.add(words, ROUND, 1);
    Atomics.notify(words, ROUND);
  }
}

const NEWS = 1;

/** A mutex, and a count of the notices that are waited for under it. */
export class Condition {
  constructor(words = sharedWords(2)) {
    this.words = words;
    this.mutex = new Mutex(words);
  }

  waitFor(holds) {
    while (!holds()) {
      const news = Atomics.load(this.words, NEWS);
      this.mutex.unlock();
      awaitChange(this.words, NEWS, news);
      this.mutex.lock();
    }
  }

  notify() {
    Atomics.add(this.words, NEWS, 1);
    Atomics.notify(this.words, NEWS, 1);
  }
}
