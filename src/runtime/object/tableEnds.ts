/**
 * The ends of a Map in order of insertion, for those who take keys from there one after another (`popitem`, queues and caches on dicts).
 * It knows neither well: one that loses keys at the front takes longer and longer to find its first, and none is read backwards.
 */
import type { Py } from './object.js';

export class TableEnds {
  /** An iterator stays where the first slot is. */
  private keys: IterableIterator<Py> | null = null;
  /** The first slot, once it has been asked for and is still there. */
  private firstSlot: Py = undefined;
  /** The slots in order; they serve until something is inserted. */
  private slots: Py[] | null = null;

  /** The first key of a map that is not empty. */
  first(map: Map<Py, Py>): Py {
    if (this.firstSlot !== undefined) return this.firstSlot;
    let step = (this.keys ??= map.keys()).next();
    if (step.done === true) {
      this.keys = map.keys();
      step = this.keys.next();
    }
    this.firstSlot = step.value;
    return step.value;
  }

  /** The last key of a map that is not empty. */
  last(map: Map<Py, Py>): Py {
    if (this.slots === null || this.slots.length !== map.size) this.slots = [...map.keys()];
    return this.slots[map.size - 1];
  }

  /** A slot is removed. @param size of the map before that */
  forget(slot: Py, size: number): void {
    if (this.firstSlot === slot) this.firstSlot = undefined;
    if (this.slots === null) return;
    if (this.slots.at(-1) === slot && this.slots.length === size) this.slots.pop();
    else this.slots = null;
  }

  /** A slot has become the last one, or the first. */
  moved(slot: Py, last: boolean): void {
    this.slots = null;
    if (!last) this.keys = null;
    if (!last || this.firstSlot === slot) this.firstSlot = undefined;
  }
}
