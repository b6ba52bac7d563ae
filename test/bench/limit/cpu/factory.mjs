/** A simulated workshop: classes, inheritance, getters, a heap of events and queues of parts. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, tuple } from '../text.mjs';

class Queue {
  #items = [];
  #first = 0;

  get length() {
    return this.#items.length - this.#first;
  }

  push(item) {
    this.#items.push(item);
  }

  shift() {
    const item = this.#items[this.#first++];
    if (this.#first > 1024 && this.#first * 2 > this.#items.length) {
      this.#items.splice(0, this.#first);
      this.#first = 0;
    }
    return item;
  }
}

/** Events by their time; among those of one time, the older first. */
class Agenda {
  #heap = [];
  #made = 0;

  get length() {
    return this.#heap.length;
  }

  add(time, at, part, leaving) {
    const heap = this.#heap;
    const event = { time, order: this.#made++, at, part, leaving };
    let hole = heap.length;
    heap.push(event);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!before(event, heap[parent])) break;
      heap[hole] = heap[parent];
      hole = parent;
    }
    heap[hole] = event;
  }

  next() {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(event) {
    const heap = this.#heap;
    let hole = 0;
    for (let child = 1; child < heap.length; child = 2 * hole + 1) {
      if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
      if (!before(heap[child], event)) break;
      heap[hole] = heap[child];
      hole = child;
    }
    heap[hole] = event;
  }
}

const before = (a, b) => a.time < b.time || (a.time === b.time && a.order < b.order);

class Station {
  made = 0;
  idle = true;
  queue = new Queue();

  constructor(name, pace) {
    this.name = name;
    this.pace = pace;
  }

  get load() {
    return this.queue.length;
  }

  takes(part) {
    return this.pace + (part % 3);
  }

  finish(part) {
    this.made++;
    return part;
  }
}

class Painter extends Station {
  takes(part) {
    return super.takes(part) + (part % 5 === 0 ? 2 : 0);
  }

  finish(part) {
    return super.finish(part) + 1;
  }
}

function work(parts) {
  const stations = [new Station('cut', 2), new Painter('paint', 3), new Station('pack', 1)];
  const agenda = new Agenda();
  let clock = 0;
  let done = 0;
  for (let part = 0; part < parts; part++) agenda.add(part * 2, 0, part, false);
  while (agenda.length > 0) {
    const { time, at, part, leaving } = agenda.next();
    clock = time;
    const station = stations[at];
    if (leaving) {
      station.idle = true;
      const finished = station.finish(part);
      if (at + 1 < stations.length) agenda.add(clock, at + 1, finished, false);
      else done += finished;
    } else station.queue.push(part);
    if (station.idle && station.load > 0) {
      station.idle = false;
      const following = station.queue.shift();
      agenda.add(clock + station.takes(following), at, following, true);
    }
  }
  return [clock, done, list(stations.map(({ made }) => made))];
}

if (isMainThread) {
  const size = argument(160000);
  const pool = new Pool(import.meta.url);
  const results = await pool.map([size, size + 10]);
  console.log(list(results.map(tuple)));
  pool.close();
} else serve(work);
