/**
 * `min` and `max`.
 * Spec: https://docs.python.org/3/library/functions.html#max
 */
import { call, call1 } from '../object/call.js';
import { richCompare, stringOrder } from '../object/compare.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import type { PyFunction } from '../object/function.js';
import { iterate } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyAnySet } from '../object/table.js';
import { PyFloat, PyList, PyTuple } from '../object/values.js';
import { direct } from './direct.js';

type Op = 'Lt' | 'Gt';

/** The extreme item of an iterable; undefined when it is empty. */
function extreme(iterable: Py, op: Op, key: Py): Py {
  const items = key === null ? itemsAtHand(iterable) : undefined;
  const fast = items === undefined ? undefined : extremeInt(items, op);
  if (fast !== undefined) return fast;
  const it = iterate(iterable);
  let best = it.nx();
  if (best === undefined) return undefined;
  let bestKey = key === null ? best : call1(key, best);
  for (let item = it.nx(); item !== undefined; item = it.nx()) {
    const itemKey = key === null ? item : call1(key, item);
    if (!isBeyond(itemKey, bestKey, op)) continue;
    best = item;
    bestKey = itemKey;
  }
  return best;
}

/** `a < b` or `a > b`. */
export function isBeyond(a: Py, b: Py, op: Op): boolean {
  if (typeof a === 'number' && typeof b === 'number') return op === 'Lt' ? a < b : a > b;
  if (typeof a === 'string' && typeof b === 'string') {
    const order = stringOrder(a, b);
    return op === 'Lt' ? order < 0 : order > 0;
  }
  if (a instanceof PyFloat && b instanceof PyFloat && !a.c$.isHeap && !b.c$.isHeap)
    return op === 'Lt' ? a.v < b.v : a.v > b.v;
  return richCompare(a, b, op);
}

/** The items of a plain list, a plain tuple or a plain set of ints. */
function itemsAtHand(iterable: Py): readonly Py[] | undefined {
  if (typeof iterable !== 'object' || iterable === null || iterable.c$.isHeap) return undefined;
  if (iterable instanceof PyList || iterable instanceof PyTuple) return iterable.items;
  return iterable instanceof PyAnySet && iterable.ints !== null ? iterable.ints.list() : undefined;
}

/** The same for items that are all numbers, else undefined. */
function extremeInt(items: readonly Py[], op: Op): Py {
  let best = items[0];
  if (typeof best !== 'number') return undefined;
  for (let i = 1; i < items.length; i++) {
    const item = items[i];
    if (typeof item !== 'number') return undefined;
    if (op === 'Lt' ? item < best : item > best) best = item;
  }
  return best;
}

export const noItems = (name: 'min' | 'max'): Py =>
  ValueError(rt.dialect === 2 ? `${name}() arg is an empty sequence` : `${name}() iterable argument is empty`);

function build(name: 'min' | 'max', op: Op, isPython2 = false): PyFunction {
  const general = (args: Py[], given: Py = undefined, fallback: Py = undefined): Py => {
    // Python 2 calls even a key that is None.
    const key = isPython2 && given === null ? callNone : (given ?? null);
    if (fallback !== undefined && isPython2) throw TypeError(`${name}() got an unexpected keyword argument`);
    if (args.length === 0) {
      throw TypeError(
        rt.dialect === 2 ? `${name} expected 1 arguments, got 0` : `${name} expected at least 1 argument, got 0`,
      );
    }
    if (args.length > 1) {
      if (fallback !== undefined)
        throw TypeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
      return extreme(new PyTuple(args), op, key);
    }
    const best = extreme(args[0], op, key);
    if (best !== undefined) return best;
    if (fallback !== undefined) return fallback;
    throw noItems(name);
  };
  return direct(
    '(*args, key=None, default=<no value>)',
    function (a: Py, b: Py) {
      if (arguments.length === 2) {
        if (typeof a === 'number' && typeof b === 'number') return op === 'Lt' ? (b < a ? b : a) : b > a ? b : a;
        return richCompare(b, a, op) ? b : a;
      }
      return arguments.length === 1 ? general([a]) : general(Array.prototype.slice.call(arguments));
    },
    general,
    name,
  );
}

export const min = build('min', 'Lt');
export const max = build('max', 'Gt');
const callNone = (item: Py): Py => call(null, [item]);

/** Python 2's have no `default`. */
export const min2 = build('min', 'Lt', true);
export const max2 = build('max', 'Gt', true);
