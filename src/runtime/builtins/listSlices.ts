/** Assignment to and deletion of slices of a list. */
import { rt } from '../object/context.js';
import { PyBaseException, TypeError, ValueError } from '../object/errors.js';
import { iterate } from '../object/iterate.js';
import type { Iterator } from '../object/pyIterator.js';
import type { Py } from '../object/object.js';
import { PyList, PyTuple } from '../object/values.js';
import type { Selection } from './sliceIndices.js';

/** Up to this many items go through `splice` as arguments; more would overflow JavaScript's stack. */
const SPLICE_ARGUMENTS = 10_000;

const NOT_ITERABLE = 'must assign iterable to extended slice';

/** `self[selection] = value`. */
export function replaceSelection(self: PyList, selection: Selection, value: Py): void {
  const { start, step, count } = selection;
  if (step === 1) {
    replaceRange(
      self,
      start,
      count,
      assignedItems(self, value, rt.dialect === 2 ? 'can only assign an iterable' : NOT_ITERABLE),
    );
    return;
  }
  const source = assignedItems(self, value, NOT_ITERABLE);
  if (source.length !== count) {
    throw ValueError(`attempt to assign sequence of size ${source.length} to extended slice of size ${count}`);
  }
  const { items } = self;
  for (let i = 0, at = start; i < count; i++, at += step) items[at] = source[i];
}

/** What is to be assigned, only to be read; a copy where it is the list itself. */
function assignedItems(self: PyList, value: Py, message: string): readonly Py[] {
  if ((value instanceof PyList || value instanceof PyTuple) && !value.c$.isHeap)
    return value === self ? value.items.slice() : value.items;
  let iterator: Iterator;
  try {
    iterator = iterate(value);
  } catch (error) {
    if (error instanceof PyBaseException && error.c$ === TypeError.type) throw TypeError(message);
    throw error;
  }
  const items: Py[] = [];
  for (let item = iterator.nx(); item !== undefined; item = iterator.nx()) items.push(item);
  return items;
}

/** `self[start:start + count] = source`, which is not the list itself. */
export function replaceRange(self: PyList, start: number, count: number, source: readonly Py[]): void {
  const { items } = self;
  const at = Math.min(start, items.length);
  const removed = Math.min(count, items.length - at);
  if (removed === source.length) for (let i = 0; i < removed; i++) items[at + i] = source[i];
  else if (source.length <= SPLICE_ARGUMENTS) items.splice(at, removed, ...source);
  else {
    const tail = items.slice(at + removed);
    items.length = at;
    for (const item of source) items.push(item);
    for (const item of tail) items.push(item);
  }
}

/** `del self[selection]`. */
export function deleteSelection(self: PyList, { start, step, count }: Selection): void {
  if (count === 0) return;
  const { items } = self;
  if (step === 1) {
    if (start + count >= items.length) items.length = start;
    else items.splice(start, count);
    return;
  }
  const first = step > 0 ? start : start + step * (count - 1);
  const stride = Math.abs(step);
  let to = first;
  let next = first;
  let left = count;
  for (let from = first; from < items.length; from++) {
    if (left > 0 && from === next) {
      next += stride;
      left--;
    } else items[to++] = items[from];
  }
  items.length = to;
}
