/** The results of a `map`, which arrive by the chunk and in any order. */
import type { Py } from '../../object/object.js';

/** Chunks of so many items stay as they are until all have come: V8 puts arrays of numbers together without a box for each number. */
const LARGE = 16;
/** `concat` takes them as arguments. */
const MOST_CHUNKS = 8192;

export class Chunks {
  /** One by one, while the chunks are small or too many. */
  readonly #items: Py[] | null;
  readonly #parts: Py[][] = [];
  readonly #arrived: Uint8Array;

  constructor(
    readonly length: number,
    readonly size: number,
  ) {
    const count = size <= 0 ? 0 : Math.ceil(length / size);
    this.#arrived = new Uint8Array(count);
    this.#items = size < LARGE || count > MOST_CHUNKS ? new Array(length).fill(null) : null;
  }

  get count(): number {
    return this.#arrived.length;
  }

  has(index: number): boolean {
    return this.#arrived[index] !== 0;
  }

  /** @param items the results, null if the chunk failed; where they are fewer than the chunk's tasks, what comes behind moves up. */
  put(index: number, items: Py[] | null): void {
    this.#arrived[index] = 1;
    if (items === null) return;
    const start = index * this.size;
    if (this.#items === null) this.#parts[index] = items;
    else if (items.length < Math.min(this.size, this.length - start)) this.#items.splice(start, this.size, ...items);
    else for (let i = 0; i < items.length; i++) this.#items[start + i] = items[i];
  }

  /** All results; None for what has not arrived. */
  whole(): Py[] {
    if (this.#items !== null) return this.#items;
    const parts: Py[][] = [];
    for (let index = 0; index < this.count; index++) parts.push(this.#parts[index] ?? this.#missing(index));
    return ([] as Py[]).concat(...parts);
  }

  #missing(index: number): Py[] {
    return new Array(Math.min(this.size, this.length - index * this.size)).fill(null);
  }
}
