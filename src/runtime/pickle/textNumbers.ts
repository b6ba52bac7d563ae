/** Numbers of short texts, in a hash table whose memory serves one pickle after another. */
import { unitAt } from '../text/units.js';

/** Longer texts are not for it: all of a text is looked at. */
export const SHORT_TEXT = 40;
const SLOTS = 256;
/** A table of more texts is not kept for the next pickle. */
const MOST_KEPT = 2048;
/** FNV-1a. */
const FNV_PRIME = 0x01000193;
const FNV_START = 0x811c9dc5 | 0;

export class TextNumbers {
  /** Where a text is: the number of its entry, or 0. */
  private slots = new Int32Array(SLOTS);
  /** By entry, from 1 on. What is beyond `size` is left from the pickles before. */
  private readonly texts: string[] = [''];
  private readonly numbers: number[] = [0];
  private readonly hashes: number[] = [0];
  size = 0;
  /** What `find` was asked last: the entry that it found, or the hash of the text and its slot. */
  private found = 0;
  private hash = 0;
  private free = 0;

  /** The number of a text, or -1; `add` can follow then. */
  find(text: string): number {
    const { slots, texts } = this;
    const { length } = text;
    const mask = slots.length - 1;
    let hash = FNV_START;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ unitAt(text, i), FNV_PRIME);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
      if (texts[entry] === text) {
        this.found = entry;
        return this.numbers[entry]!;
      }
      slot = (slot + 1) & mask;
    }
    this.hash = hash;
    this.free = slot;
    return -1;
  }

  /** Gives the text that `find` has just not found a number. */
  add(text: string, number: number): void {
    const entry = ++this.size;
    this.texts[entry] = text;
    this.numbers[entry] = number;
    this.hashes[entry] = this.hash;
    this.slots[this.free] = entry;
    if (entry * 2 > this.slots.length) this.grow();
  }

  /** Gives a text another number, or its first. */
  set(text: string, number: number): void {
    if (this.find(text) < 0) this.add(text, number);
    else this.numbers[this.found] = number;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    for (let entry = 1; entry <= this.size; entry++) this.slots[this.freeSlot(this.hashes[entry]!)] = entry;
  }

  private freeSlot(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  /** Forgets all texts. False if a new table is better than this one for what comes next. */
  clear(): boolean {
    if (this.size > MOST_KEPT) return false;
    this.slots.fill(0);
    this.size = 0;
    return true;
  }
}
