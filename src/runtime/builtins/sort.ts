/**
 * `list.sort` and what `sorted` shares with it: keys computed once, stable in both directions, only `__lt__` is asked.
 *
 * Keys that are all numbers or all strings are sorted without calling anything, since no Python code can notice.
 */
import { call2, caller1 } from '../object/call.js';
import { isLess } from '../object/compare.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import type { PyList } from '../object/values.js';
import { int32Arg2 } from './args2.js';
import { areAscending, keyColumns, sortByKeys } from './fastSort.js';
import { sortFew } from './fewSort.js';
import { timsort } from './timsort.js';

/** `self.sort(key=key, reverse=reverse)`; `cmp` is Python 2's. None or undefined where nothing was given. */
export function sortList(self: PyList, key: Py, reverse: Py, cmp: Py): void {
  const descending = reverse !== undefined && asFlag(reverse);
  const values = self.items;
  // While it is being sorted the list looks empty, and a change of it can be seen.
  const placeholder: Py[] = [];
  self.items = placeholder;
  try {
    const byKey = key !== null && key !== undefined;
    const keys = byKey ? keysOf(values, key) : values;
    if (descending) {
      if (byKey) keys.reverse();
      values.reverse();
    }
    try {
      sortKeys(keys, byKey ? values : null, cmp ?? null);
    } finally {
      if (descending) values.reverse();
    }
    if (self.items !== placeholder || placeholder.length > 0) throw ValueError('list modified during sort');
  } finally {
    self.items = values;
  }
}

function keysOf(values: readonly Py[], key: Py): Py[] {
  const compute = caller1(key);
  return values.map((value) => compute(value));
}

/** `reverse=`: an int in Python 2, any truth value in Python 3. */
function asFlag(reverse: Py): boolean {
  if (typeof reverse === 'boolean') return reverse;
  return rt.dialect === 3 ? truthy(reverse) : int32Arg2(reverse) !== 0;
}

/** Sorts `keys`, and `values` along with them. */
function sortKeys(keys: Py[], values: Py[] | null, cmp: Py): void {
  if (keys.length < 2) return;
  if (cmp !== null) {
    timsort(keys, values, (a, b) => comparisonResult(call2(cmp, a, b)) < 0);
    return;
  }
  if (sortFew(keys, values) || areAscending(keys)) return;
  const columns = keyColumns(keys);
  if (columns !== null) sortByKeys(keys, columns, values);
  else timsort(keys, values, isLess);
}

function comparisonResult(result: Py): number {
  const value = intValue(result);
  if (value === undefined) throw TypeError(`comparison function must return int, not ${typeOf(result).name}`);
  return Number(value);
}
