/**
 * Records that are read one after another (from pickles, say) and have the same keys: more than a small dict has, but each of them would
 * be a `Map` of its own, which takes long to make and is asked little. They share one array of keys.
 */
import type { PyDict } from './table.js';
import type { Py } from './object.js';
import { MOST_TEXTS } from './textDict.js';

/** A `Map` is better for more. */
const WIDEST = 64;
const SLOTS = 64;

interface Shape {
  /** After `undefined`, as a TextDict has them. */
  readonly keys: Py[];
  /** Whether the keys are known to differ: undefined until the same keys have come again. */
  areDifferent: boolean | undefined;
}

export class TextShapes {
  private readonly shapes: (Shape | undefined)[] = new Array(SLOTS);

  /**
   * Fills an empty dict with the key, value, … that stand in `items` from `from` on, where that makes it share its keys.
   * @returns false, and nothing has happened, if it does not
   */
  fill(dict: PyDict, items: readonly Py[], from: number): boolean {
    const count = (items.length - from) >> 1;
    if (count <= MOST_TEXTS || count > WIDEST || !dict.isUnused) return false;
    const keys = this.keysOf(items, from, count);
    if (keys === undefined) return false;
    const values = keys.slice();
    for (let entry = 1, at = from + 1; entry <= count; entry++, at += 2) values[entry] = items[at];
    dict.takeTexts(keys, values);
    return true;
  }

  /** The array of keys that dicts have had before; undefined where they are new, or are not all different texts. */
  private keysOf(items: readonly Py[], from: number, count: number): Py[] | undefined {
    const first: Py = items[from];
    const last: Py = items[from + 2 * count - 2];
    if (typeof first !== 'string' || typeof last !== 'string') return undefined;
    const slot = (count * 31 + first.length * 7 + last.length + first.charCodeAt(0)) & (SLOTS - 1);
    const shape = this.shapes[slot];
    if (shape === undefined || !isOf(shape.keys, items, from, count)) {
      this.shapes[slot] = { keys: keysIn(items, from, count), areDifferent: undefined };
      return undefined;
    }
    shape.areDifferent ??= areTexts(shape.keys, count) && new Set(shape.keys).size === count + 1;
    return shape.areDifferent ? shape.keys : undefined;
  }
}

function isOf(keys: readonly Py[], items: readonly Py[], from: number, count: number): boolean {
  if (keys.length !== count + 1) return false;
  for (let entry = 1, at = from; entry <= count; entry++, at += 2) if (keys[entry] !== items[at]) return false;
  return true;
}

function areTexts(keys: readonly Py[], count: number): boolean {
  for (let entry = 1; entry <= count; entry++) if (typeof keys[entry] !== 'string') return false;
  return true;
}

function keysIn(items: readonly Py[], from: number, count: number): Py[] {
  const keys: Py[] = [undefined];
  for (let entry = 0; entry < count; entry++) keys.push(items[from + 2 * entry]);
  return keys;
}
