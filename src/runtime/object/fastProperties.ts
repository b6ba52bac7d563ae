/** Objects that lost a property, and so would be hash tables to V8 from then on: slow to read, and never inlined. */

/** Reads enough for V8 to take notice of an object that is read through. */
const READS = 64;

/**
 * Lets V8 look after the object's properties again: it does so for an object that others inherit from, once something is
 * read through them, and keeps it up when properties come and go later.
 */
export function keepFast(o: object): void {
  const heir = Object.create(o) as { $__name__?: unknown };
  for (let i = 0; i < READS; i++) void heir.$__name__;
}
