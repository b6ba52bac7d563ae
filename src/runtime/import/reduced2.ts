/** How objects of the library are taken apart in Python 2, where nothing need have a `__getstate__`. */
import { findAttr, getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { method } from '../object/fn.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyList, PyTuple } from '../object/values.js';
import { stateOf } from '../pickle/reduce.js';

/** `tzinfo.__reduce__`: it is made again with what `__getinitargs__` says. */
export const reduceZone = (): Py =>
  method(
    '()',
    (self: Py) => {
      const initial = findAttr(self, '__getinitargs__');
      const args = initial === undefined ? new PyTuple([]) : call(initial, []);
      const state = stateOf(self);
      return new PyTuple([getAttr(self, '__class__'), args, ...(state === null ? [] : [state])]);
    },
    '__reduce__',
  );

/** `WeakSet.__reduce__`. */
export const reduceWeakSet = (): Py =>
  method(
    '()',
    (self: Py) => new PyTuple([getAttr(self, '__class__'), new PyTuple([new PyList(toArray(self))]), stateOf(self)]),
    '__reduce__',
  );
