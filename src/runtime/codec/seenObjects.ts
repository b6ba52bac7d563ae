/** The objects of a message, in the order in which they came: one that comes again is sent as its number. */
import type { Py } from '../object/object.js';

/** Up to here objects are searched one after another, then in a Map. */
const FEW = 10;

export class SeenObjects {
  /** The first ones; all of them are in `index` once there are more. */
  readonly #first: Py[] = new Array(FEW).fill(undefined);
  #count = 0;
  #index: Map<Py, number> | null = null;

  /** The number that the object has got, or -1. */
  numberOf(v: Py): number {
    if (this.#index !== null) return this.#index.get(v) ?? -1;
    const first = this.#first;
    const count = this.#count;
    for (let i = 0; i < count; i++) if (first[i] === v) return i;
    return -1;
  }

  /** The object gets the next number; decoding counts in the same order. */
  note(v: Py): void {
    const count = this.#count;
    const first = this.#first;
    if (this.#index !== null) this.#index.set(v, count);
    else if (count < FEW) first[count] = v;
    else {
      this.#index = new Map();
      for (let i = 0; i < FEW; i++) this.#index.set(first[i], i);
      this.#index.set(v, count);
    }
    this.#count = count + 1;
  }

  /** Forgets them all, so that they can be collected. */
  clear(): void {
    // Emptying the array would make the next message grow it again.
    const few = Math.min(this.#count, FEW);
    for (let i = 0; i < few; i++) this.#first[i] = undefined;
    this.#count = 0;
    this.#index = null;
  }
}
