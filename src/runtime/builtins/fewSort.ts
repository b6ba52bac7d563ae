/** Sorting a few numbers or texts by insertion, where they stand: memory for anything better would take longer to get. */
import type { Py } from '../object/object.js';
import { hasSurrogates } from '../text/codePoints.js';

/** From about so many keys on, sorting them with memory beside them is faster. */
const FEW = 24;

/**
 * Sorts keys that are all ints or all texts, and `values` along with them, in place and stably.
 * @returns false, having changed nothing, if they are too many or of another kind.
 */
export function sortFew(keys: Py[], values: Py[] | null): boolean {
  if (keys.length > FEW) return false;
  const first = keys[0];
  if (typeof first === 'number' ? !areInts(keys) : typeof first !== 'string' || !areTexts(keys)) return false;
  if (values !== null) insertBoth(keys, values);
  else if (typeof first === 'number') insertInts(keys);
  else insertTexts(keys);
  return true;
}

function areInts(keys: readonly Py[]): keys is readonly number[] {
  for (let i = 0; i < keys.length; i++) if (typeof keys[i] !== 'number') return false;
  return true;
}

/** Texts that JavaScript, which compares their units, has in the order of their characters. */
function areTexts(keys: readonly Py[]): keys is readonly string[] {
  for (let i = 0; i < keys.length; i++) if (typeof keys[i] !== 'string' || hasSurrogates(keys[i])) return false;
  return true;
}

/** The same loop as for texts, with feedback of its own. */
function insertInts(keys: number[]): void {
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let j = i - 1;
    for (; j >= 0 && keys[j]! > key; j--) keys[j + 1] = keys[j]!;
    keys[j + 1] = key;
  }
}

function insertTexts(keys: string[]): void {
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let j = i - 1;
    for (; j >= 0 && keys[j]! > key; j--) keys[j + 1] = keys[j]!;
    keys[j + 1] = key;
  }
}

function insertBoth(keys: (number | string)[], values: Py[]): void {
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    const value = values[i];
    let j = i - 1;
    for (; j >= 0 && keys[j]! > key; j--) {
      keys[j + 1] = keys[j]!;
      values[j + 1] = values[j];
    }
    keys[j + 1] = key;
    values[j + 1] = value;
  }
}
