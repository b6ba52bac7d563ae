/**
 * `_weakref`: references that do not keep their object alive.
 *
 * Objects die when the collector finds them, not with their last reference as in CPython; `gc.collect()` and `del` make it look
 * (see object/endings.ts). Callbacks are called then.
 * Spec: https://docs.python.org/3/library/weakref.html
 */
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyList } from '../object/values.js';
import { defineReferences, newProxy } from './weakref/members.js';
import { callableProxyType, proxyType, PyProxy, referencesOf, referenceType } from './weakref/reference.js';

const canHold = (o: Py): boolean => o !== null && (typeof o === 'object' || typeof o === 'function');

export default function _weakref(): Record<string, Py> {
  defineReferences();
  return {
    __doc__: 'Weak-reference support module.',
    ref: referenceType,
    ReferenceType: referenceType,
    ProxyType: proxyType,
    CallableProxyType: callableProxyType,
    proxy: fn('(object, callback=None, /)', newProxy),
    getweakrefcount: fn('(object, /)', (o: Py) => (canHold(o) ? referencesOf(o).length : 0)),
    getweakrefs: fn('(object, /)', (o: Py) => new PyList(canHold(o) ? plainFirst(referencesOf(o)) : [])),
    _remove_dead_weakref: fn('(dct, key, /)', (dict: Py, key: Py) => {
      const ref = dict.get(key);
      if (ref !== undefined && ref.get() === undefined) dict.delete(key);
      return null;
    }),
  };
}

const plainFirst = (refs: readonly Py[]): Py[] =>
  [...refs].sort((a, b) => Number(a instanceof PyProxy) - Number(b instanceof PyProxy));
