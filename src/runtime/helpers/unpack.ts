/** `a, b = value` and `a, *b = value`. */
import { TypeError, ValueError } from '../object/errors.js';
import { rt } from '../object/context.js';
import { iterate, toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyTuple } from '../object/values.js';

/** Exactly `count` values, as a JavaScript array (which may be the sequence's own: only read it). */
export function unpack(value: Py, count: number): readonly Py[] {
  if ((value instanceof PyTuple || value instanceof PyList) && !value.c$.isHeap) {
    const { items } = value;
    if (items.length === count) return value instanceof PyTuple ? items : items.slice();
    throw items.length < count ? tooFew(count, items.length) : tooMany(count, items.length);
  }
  const items: Py[] = [];
  const it = iterable(value);
  for (let i = 0; i < count; i++) {
    const item = it.nx();
    if (item === undefined) throw tooFew(count, i);
    items.push(item);
  }
  if (it.nx() !== undefined) throw tooMany(count, undefined);
  return items;
}

function iterable(value: Py): { nx(): Py } {
  try {
    return iterate(value);
  } catch (error) {
    if ((error as Py)?.c$?.qualname !== 'TypeError' || !/is not iterable$/.test((error as Py).args.items[0]))
      throw error;
    const name = typeOf(value).name;
    throw TypeError(
      rt.dialect === 2 ? `'${name}' object is not iterable` : `cannot unpack non-iterable ${name} object`,
    );
  }
}

function tooFew(count: number, got: number): Py {
  if (rt.dialect === 2) return ValueError(`need more than ${got} value${got === 1 ? '' : 's'} to unpack`);
  return ValueError(`not enough values to unpack (expected ${count}, got ${got})`);
}

function tooMany(count: number, _got: number | undefined): Py {
  return ValueError(rt.dialect === 2 ? 'too many values to unpack' : `too many values to unpack (expected ${count})`);
}

/** The values before the star, the list of the starred ones, and those after, in one array. */
export function unpackStar(value: Py, before: number, after: number): Py[] {
  let items: Py[];
  if (value instanceof PyTuple || value instanceof PyList) items = toArray(value);
  else {
    const it = iterable(value);
    items = [];
    for (let item = it.nx(); item !== undefined; item = it.nx()) items.push(item);
  }
  if (items.length < before + after) {
    throw ValueError(`not enough values to unpack (expected at least ${before + after}, got ${items.length})`);
  }
  const end = items.length - after;
  return [...items.slice(0, before), new PyList(items.slice(before, end)), ...items.slice(end)];
}
