/** Texts that are put together from parts. */
import { unitAt } from './units.js';

/** V8 copies a sum that is shorter; a longer one is an object for each `+` until somebody looks into it. */
const SHORTEST_SUM = 13;
/** A sum that is longer, with few parts, is hardly smaller in one piece; one that grows and grows would be copied each time. */
const LONGEST = 1024;

/**
 * The text, in one piece: what holds many texts of some parts each (lines of a report) would otherwise hold all of their
 * parts and sums, ten objects a text, for the garbage collector to copy. Whoever writes or compares a text does so anyway.
 */
export function flat(text: string): string {
  // V8 puts a text together where a character is asked for.
  if (text.length >= SHORTEST_SUM && text.length <= LONGEST) unitAt(text, 0);
  return text;
}
