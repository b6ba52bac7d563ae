/** Calls one by one: worker threads that take numbers from one ring and put the results into another. */
import { Ring } from './ring.mjs';
import { shared, startThread } from './threads.mjs';

/** So many calls may be under way: both rings hold more, so that nobody waits for room in a circle. */
const MOST = 4096;

export class Calls {
  #tasks = new Ring();
  #results = new Ring();
  #threads;
  #pending = 0;

  /** @param url the program, `import.meta.url`, which calls `answer` in a thread. */
  constructor(url, count = 2) {
    const rings = [this.#tasks.memory, this.#results.memory];
    this.#threads = Array.from({ length: count }, () => startThread(url, rings));
  }

  /** What the program makes of one number; waits for it. */
  call(task) {
    this.#tasks.put(task);
    return this.#results.get();
  }

  /** What it makes of each, as they are done. */
  *unordered(tasks) {
    for (const task of tasks) {
      if (this.#pending === MOST) yield this.#take();
      this.#tasks.put(task);
      this.#pending++;
    }
    while (this.#pending > 0) yield this.#take();
  }

  async close() {
    for (const _ of this.#threads) this.#tasks.put('end');
    await Promise.all(this.#threads);
  }

  #take() {
    this.#pending--;
    return this.#results.get();
  }
}

/** A thread's side. */
export function answer(work) {
  const [tasks, results] = shared.map((memory) => new Ring(memory));
  for (let task = tasks.get(); task !== 'end'; task = tasks.get()) results.put(work(task));
}
