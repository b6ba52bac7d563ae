/**
 * The ends of a Map in order of insertion, for those who take keys from there one after another (`popitem`, queues and caches on dicts).
 * It knows neither well: one that loses keys at the front takes longer and longer to find its first, and none is read backwards.
 */
import type { Py } from './object.js';

/** So many slots that are gone may stand among the others. */
const FEW = 64;
/** So often the same slots may be moved to the end. */
const CROWD = 1000;

export class TableEnds {
  /** An iterator stays where the first slot is. */
  private keys: IterableIterator<Py> | null = null;
  /** The first slot, once it has been asked for and is still there. */
  private firstSlot: Py = undefined;
  /** The slots in order, as far as `tail` has come. One that is gone may still stand there, and again where it came back. */
  private slots: Py[] | null = null;
  /** Gives the slots that are inserted from now on: it is never asked for more than there are. */
  private tail: IterableIterator<Py> | null = null;
  /** How many slots of the map `tail` has given. */
  private given = 0;

  /** The two slots that were moved last, and how often it was one of them again. */
  private moved: Py = undefined;
  private movedBefore: Py = undefined;
  private again = 0;

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
    const slots = this.caughtUp(map);
    for (;;) {
      const slot = slots[slots.length - 1];
      if (map.has(slot)) return slot;
      slots.pop();
    }
  }

  /**
   * All keys in order. The array is read from its end: slots that go and come from then on do so behind those still to be read,
   * or stay there though they are gone.
   */
  line(map: Map<Py, Py>): readonly Py[] {
    const slots = this.caughtUp(map);
    return slots.length === map.size ? slots : this.begin(map);
  }

  /**
   * A slot was removed, to come again at the end. True where the same few have done so very often: V8 keeps what they leave until
   * the map is full, and looks through all of it each time.
   */
  isCrowded(slot: Py): boolean {
    if (slot === this.moved || slot === this.movedBefore) return ++this.again >= CROWD;
    this.movedBefore = this.moved;
    this.moved = slot;
    return false;
  }

  private caughtUp(map: Map<Py, Py>): Py[] {
    const { slots } = this;
    if (slots === null || this.given > map.size || slots.length > 2 * map.size + FEW) return this.begin(map);
    while (this.given < map.size) {
      const step = this.tail!.next();
      if (step.done === true) return this.begin(map);
      slots.push(step.value);
      this.given++;
    }
    return slots;
  }

  private begin(map: Map<Py, Py>): Py[] {
    const slots: Py[] = [];
    const tail = map.keys();
    // Never beyond the last: the iterator would be at its end for good.
    while (slots.length < map.size) slots.push(tail.next().value);
    this.tail = tail;
    this.slots = slots;
    this.given = slots.length;
    return slots;
  }

  /** A slot of the map is about to be removed. */
  forget(slot: Py, map: Map<Py, Py>): void {
    if (this.firstSlot === slot) this.firstSlot = undefined;
    if (this.slots === null) return;
    const slots = this.caughtUp(map);
    if (slots[slots.length - 1] === slot) slots.pop();
    this.given--;
  }
}
