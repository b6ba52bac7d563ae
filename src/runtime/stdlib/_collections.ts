/**
 * `_collections`: what `collections` takes from C in CPython.
 * Spec: https://docs.python.org/3/library/collections.html
 */

import { add } from '../builtins/arithmetic.js';
import { dict } from '../builtins/dict.js';
import { special } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { fn } from '../object/fn.js';
import { iterate } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { defaultDictType } from './collections/defaultDict.js';
import { dequeType } from './collections/deque.js';
import { dequeIterator, dequeReverseIterator } from './collections/dequeIterators.js';
import { orderedDictType } from './collections/orderedDict.js';
import { tupleGetterType } from './collections/tupleGetter.js';

/** Counts the items of an iterable in a mapping. */
function countElements(mapping: Py, iterable: Py): null {
  const it = iterate(iterable);
  const plain =
    mapping instanceof PyDict &&
    special(mapping, 'get') === dict.proto.m$get &&
    special(mapping, '__setitem__') === dict.proto.m$__setitem__;
  if (plain) {
    for (let key = it.nx(); key !== undefined; key = it.nx()) {
      const n = mapping.get(key);
      mapping.set(key, n === undefined ? 1 : add(n, 1));
    }
    return null;
  }
  const set = special(mapping, '__setitem__')!;
  for (let key = it.nx(); key !== undefined; key = it.nx())
    set(mapping, key, add(callMethod(mapping, 'get', key, 0), 1));
  return null;
}

export default function _collections(): Record<string, Py> {
  return {
    __doc__:
      'High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n',
    deque: dequeType,
    defaultdict: defaultDictType,
    OrderedDict: orderedDictType,
    _deque_iterator: dequeIterator,
    _deque_reverse_iterator: dequeReverseIterator,
    _tuplegetter: tupleGetterType,
    _count_elements: fn('(mapping, iterable, /)', countElements),
  };
}
