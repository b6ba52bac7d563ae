/**
 * `_bisect`: binary search in sorted sequences.
 * Spec: https://docs.python.org/3/library/bisect.html
 */

import { length } from '../builtins/len.js';
import { getItem } from '../builtins/subscript.js';
import { call1, callMethod } from '../object/call.js';
import { isLess } from '../object/compare.js';
import { ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyList } from '../object/values.js';

type Side = 'left' | 'right';

/** Where `x` goes in `a[lo:hi]`: before or after the items equal to it. O(log n) comparisons. */
function search(a: Py, x: Py, lo: Py, hi: Py, key: Py, side: Side): number {
  let low = lo === undefined ? 0 : asSize(lo);
  if (low < 0) throw ValueError('lo must be non-negative');
  let high = hi === undefined || hi === null ? -1 : asSize(hi);
  if (high === -1) high = Number(length(a));
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = a instanceof PyList && !a.c$.isHeap && middle < a.items.length ? a.items[middle] : getItem(a, middle);
    const its = key === undefined || key === null ? item : call1(key, item);
    const goesRight = side === 'left' ? isLess(its, x) : !isLess(x, its);
    if (goesRight) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert(a: Py, x: Py, lo: Py, hi: Py, key: Py, side: Side): null {
  const wanted = key === undefined || key === null ? x : call1(key, x);
  const at = search(a, wanted, lo, hi, key, side);
  if (a instanceof PyList && !a.c$.isHeap) a.items.splice(at, 0, x);
  else callMethod(a, 'insert', at, x);
  return null;
}

const finder = (side: Side) => (a: Py, x: Py, lo: Py, hi: Py, key: Py) => search(a, x, lo, hi, key, side);
const inserter = (side: Side) => (a: Py, x: Py, lo: Py, hi: Py, key: Py) => insert(a, x, lo, hi, key, side);

const SIGNATURE = '(a, x, lo=0, hi=None, *, key=None)';

export default function _bisect(): Record<string, Py> {
  return {
    __doc__: 'Bisection algorithms.',
    bisect_right: fn(SIGNATURE, finder('right')),
    bisect: fn(SIGNATURE, finder('right')),
    bisect_left: fn(SIGNATURE, finder('left')),
    insort_right: fn(SIGNATURE, inserter('right')),
    insort: fn(SIGNATURE, inserter('right')),
    insort_left: fn(SIGNATURE, inserter('left')),
  };
}
