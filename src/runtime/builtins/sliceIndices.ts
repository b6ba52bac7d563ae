/**
 * What a slice selects from a sequence.
 * Spec: https://docs.python.org/3/reference/datamodel.html#slice.indices
 */
import { special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { IndexError, TypeError, ValueError } from '../object/errors.js';
import { asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import type { PySlice } from '../object/values.js';

/** Items `start`, `start + step`, …, `count` of them. `stop` is where CPython's own loop would end. */
export interface Selection {
  start: number;
  stop: number;
  step: number;
  count: number;
}

const HUGE = Number.MAX_SAFE_INTEGER;

/** One bound of a slice, clipped to the safe range. Raises TypeError for what is no index. */
export function sliceBound(o: Py): number {
  return typeof o === 'number' ? o : clipped(exactBound(o));
}

/** The same for an argument that may not be None: where `index` begins and ends. */
export function indexBound(o: Py): number {
  return typeof o === 'number' ? o : clipped(exactBound(o, 'integers'));
}

function clipped(value: number | bigint): number {
  if (typeof value === 'number') return value;
  return value > 0n ? HUGE : -HUGE;
}

/** One bound of a slice as an int of any size. */
export function exactBound(o: Py, wanted = 'integers or None'): number | bigint {
  const value = intValue(o);
  if (value !== undefined) return value;
  if (o === null || o === undefined || special(o, '__index__') === undefined) {
    throw TypeError(`slice indices must be ${wanted} or have an __index__ method`);
  }
  return asIndex(o);
}

/** The selection of `slice` in a sequence of `length` items. May run Python code (`__index__`). */
export function select(slice: PySlice, length: number | (() => number)): Selection {
  const step = slice.step === null ? 1 : sliceBound(slice.step);
  if (step === 0) throw ValueError('slice step cannot be zero');
  const first = slice.start === null ? (step < 0 ? HUGE : 0) : sliceBound(slice.start);
  const last = slice.stop === null ? (step < 0 ? -HUGE : HUGE) : sliceBound(slice.stop);
  return clip(first, last, step, typeof length === 'number' ? length : length());
}

/** Brings bounds that may be negative or beyond the end into a sequence of `length` items. */
export function clip(first: number, last: number, step: number, length: number): Selection {
  const lowest = step < 0 ? -1 : 0;
  const highest = step < 0 ? length - 1 : length;
  const start = first < 0 ? Math.max(first + length, lowest) : Math.min(first, highest);
  const stop = last < 0 ? Math.max(last + length, lowest) : Math.min(last, highest);
  let count = step < 0 ? start - stop : stop - start;
  if (count <= 0) count = 0;
  else if (step > 1 || step < -1) count = Math.floor((count - 1) / Math.abs(step)) + 1;
  return { start, stop, step, count };
}

/** The selected items, in a new array. */
export function pick(items: readonly Py[], { start, step, count }: Selection): Py[] {
  if (step === 1) return items.slice(start, start + count);
  // A copy of so many items to be written over: one that is made with its length V8 would keep as an array with holes.
  const result = items.slice(0, count);
  for (let i = 0, at = start; i < count; i++, at += step) result[i] = items[at];
  return result;
}

/** `o` as an index into a sequence called `kind` in messages. Does not add the length to a negative one. */
export function sequenceIndex(o: Py, kind: string): number {
  if (typeof o === 'number') return o;
  const value = intValue(o);
  if (value === undefined) {
    if (o === null || special(o, '__index__') === undefined) {
      const accepted = rt.dialect === 2 ? 'integers' : 'integers or slices';
      throw TypeError(
        typeOf(o).oldStyle
          ? 'object cannot be interpreted as an index'
          : `${kind} indices must be ${accepted}, not ${typeOf(o).name}`,
      );
    }
    return sequenceIndex(asIndex(o), kind);
  }
  if (typeof value === 'bigint' && !fitsWord(value)) {
    throw IndexError(`cannot fit '${typeOf(o).name}' into an index-sized integer`);
  }
  return Number(value);
}

const fitsWord = (n: bigint) => n >= -0x8000000000000000n && n <= 0x7fffffffffffffffn;
