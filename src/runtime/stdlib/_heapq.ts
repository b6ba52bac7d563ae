/**
 * `_heapq`: heaps in lists. Items are compared in the order in which `heapq.py` does it.
 * Spec: https://docs.python.org/3/library/heapq.html
 */
import { quick } from '../builtins/direct.js';
import { isLess } from '../object/compare.js';
import { IndexError, RuntimeError, TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyList } from '../object/values.js';

type Less = (a: Py, b: Py) => boolean;

const greater: Less = (a, b) => isLess(b, a);

function heapOf(heap: Py, name: string, position = ' 1'): PyList {
  if (heap instanceof PyList) return heap;
  throw TypeError(`${name}() argument${position} must be list, not ${typeOf(heap).name}`);
}

const changed = () => RuntimeError('list changed size during iteration');

/** Moves the item at `at` up to where its parent is no greater. */
function siftDown(heap: PyList, start: number, from: number, before: Less): void {
  const { items } = heap;
  const size = items.length;
  const item = items[from];
  let at = from;
  while (at > start) {
    const parentAt = (at - 1) >> 1;
    const parent = items[parentAt];
    const smaller = before(item, parent);
    if (heap.items !== items || items.length !== size) throw changed();
    if (!smaller) break;
    items[at] = parent;
    items[parentAt] = item;
    at = parentAt;
  }
}

/** Moves the smaller child up until a leaf is reached, then the item that was at `start` into its place. */
function siftUp(heap: PyList, start: number, before: Less): void {
  const { items } = heap;
  const size = items.length;
  const limit = size >> 1;
  let at = start;
  while (at < limit) {
    let child = 2 * at + 1;
    if (child + 1 < size) {
      const left = before(items[child], items[child + 1]);
      if (heap.items !== items || items.length !== size) throw changed();
      if (!left) child++;
    }
    const moved = items[child];
    items[child] = items[at];
    items[at] = moved;
    at = child;
  }
  siftDown(heap, start, at, before);
}

function pop(heap: PyList, before: Less): Py {
  const { items } = heap;
  if (items.length === 0) throw IndexError('index out of range');
  const last = items.pop();
  if (items.length === 0) return last;
  const top = items[0];
  items[0] = last;
  siftUp(heap, 0, before);
  return top;
}

function replace(heap: PyList, item: Py, before: Less): Py {
  if (heap.items.length === 0) throw IndexError('index out of range');
  const top = heap.items[0];
  heap.items[0] = item;
  siftUp(heap, 0, before);
  return top;
}

function heapify(heap: PyList, before: Less): null {
  for (let i = (heap.items.length >> 1) - 1; i >= 0; i--) siftUp(heap, i, before);
  return null;
}

function pushPop(heap: PyList, item: Py): Py {
  if (heap.items.length === 0) return item;
  const smaller = isLess(heap.items[0], item);
  if (heap.items.length === 0) throw IndexError('index out of range');
  return smaller ? replace(heap, item, isLess) : item;
}

function push(heap: PyList, item: Py): null {
  heap.items.push(item);
  siftDown(heap, 0, heap.items.length - 1, isLess);
  return null;
}

export default function _heapq(): Record<string, Py> {
  const heappush = fn('(heap, item, /)', (heap: Py, item: Py) => push(heapOf(heap, 'heappush'), item));
  const heappop = fn('(heap, /)', (heap: Py) => pop(heapOf(heap, 'heappop', ''), isLess));
  return {
    __doc__: 'Heap queue algorithm (a.k.a. priority queue).',
    __about__: 'Heap queues\n\n[explanation by François Pinard]\n',
    heappush: quick(heappush, function (heap: Py, item: Py) {
      return arguments.length === 2 && heap instanceof PyList ? push(heap, item) : heappush(...arguments);
    }),
    heappop: quick(heappop, function (heap: Py) {
      return arguments.length === 1 && heap instanceof PyList ? pop(heap, isLess) : heappop(...arguments);
    }),
    heapify: fn('(heap, /)', (heap: Py) => heapify(heapOf(heap, 'heapify', ''), isLess)),
    heapreplace: fn('(heap, item, /)', (heap: Py, item: Py) => replace(heapOf(heap, 'heapreplace'), item, isLess)),
    heappushpop: fn('(heap, item, /)', (heap: Py, item: Py) => pushPop(heapOf(heap, 'heappushpop'), item)),
    _heappop_max: fn('(heap, /)', (heap: Py) => pop(heapOf(heap, '_heappop_max', ''), greater)),
    _heapify_max: fn('(heap, /)', (heap: Py) => heapify(heapOf(heap, '_heapify_max', ''), greater)),
    _heapreplace_max: fn('(heap, item, /)', (heap: Py, item: Py) =>
      replace(heapOf(heap, '_heapreplace_max'), item, greater),
    ),
  };
}
