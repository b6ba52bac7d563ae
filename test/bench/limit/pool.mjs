/** A pool of worker threads: each loads the program's own file, which serves there instead of starting a pool. */
import { parentPort, Worker } from 'node:worker_threads';

/** Threads of closed pools, for the next one: to start a thread takes longer than most of what one asks of it. */
const idle = [];

export class Pool {
  #workers;

  /** @param url the program, `import.meta.url`. */
  constructor(url, count = 2) {
    this.#workers = Array.from({ length: count }, () => idle.pop() ?? new Worker(new URL(url)));
    for (const worker of this.#workers) worker.ref();
  }

  /** What the program's `serve` makes of each task, in their order. A worker takes the next chunk as it is done with one. */
  async map(tasks, chunk = Math.ceil(tasks.length / (4 * this.#workers.length))) {
    const results = new Array(tasks.length);
    let next = 0;
    const feed = async (worker) => {
      while (next < tasks.length) {
        const start = next;
        next += chunk;
        const done = await answer(worker, tasks.slice(start, next));
        for (let i = 0; i < done.length; i++) results[start + i] = done[i];
      }
    };
    await Promise.all(this.#workers.map(feed));
    return results;
  }

  close() {
    for (const worker of this.#workers) worker.unref();
    idle.push(...this.#workers);
    this.#workers = [];
  }
}

/** A worker's side: applies `work` to the tasks that come. */
export function serve(work) {
  parentPort.on('message', (tasks) => parentPort.postMessage(tasks.map((task) => work(task))));
}

function answer(worker, tasks) {
  worker.postMessage(tasks);
  return new Promise((resolve) => worker.once('message', resolve));
}
