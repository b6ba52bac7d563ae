/** Items and slices of Python 2's str and unicode. */
import { IndexError, TypeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PySlice } from '../object/values.js';
import { cpAt, cpLength, cpSlice } from '../text/codePoints.js';
import { intArg2 } from './args2.js';
import { select } from './sliceIndices.js';
import { itemIndex } from './strArgs.js';

/** `s[key]`. `named`: the message names the class of a wrong key, as str's does. */
export function sequenceItem2(s: string, key: Py, named: boolean): string {
  const length = cpLength(s);
  if (key instanceof PySlice) {
    const { start, stop, step } = select(key, length);
    return cpSlice(s, start, stop, step);
  }
  const index = itemIndex(key, (wrong) =>
    TypeError(`string indices must be integers${named ? `, not ${typeOf(wrong).name}` : ''}`),
  );
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) throw IndexError('string index out of range');
  return cpAt(s, at);
}

/** `s.__getslice__(i, j)`: negative bounds were already added to the length by the interpreter. */
export function sequenceSlice2(s: string, i: Py, j: Py): string {
  const start = Math.max(intArg2(i), 0);
  const stop = Math.min(Math.max(intArg2(j), 0), cpLength(s));
  return cpSlice(s, start, stop);
}
