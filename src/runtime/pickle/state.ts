/** The BUILD step of unpickling: giving an object its state. */
import { findAttr, setAttr, special, storeOwn } from '../object/attributes.js';
import { hasEmptyPlaces } from '../object/emptyPlaces.js';
import { call } from '../object/call.js';
import { instanceDict } from '../object/namespace.js';
import { strValue } from '../object/number.js';
import { attributeKey, INSTANCE_DICT, type Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { truthy } from '../object/truth.js';
import { PyTuple } from '../object/values.js';
import { UnpicklingError } from './errors.js';

/** `__setstate__(state)`, or the attributes of a dict, or of a pair of dict and slots. */
export function applyState(self: Py, state: Py): void {
  const hook = stateHook(self);
  if (hook !== undefined) {
    call(hook, [state]);
    return;
  }
  applyAttributes(self, state);
}

/** A state that is no matter of the object's own method. */
export function applyAttributes(self: Py, state: Py): void {
  let dict = state;
  let slots: Py = null;
  if (state instanceof PyTuple && state.items.length === 2) [dict, slots] = state.items;
  if (dict !== null && truthy(dict)) setDict(self, dict);
  if (slots !== null && truthy(slots)) {
    if (!(slots instanceof PyDict)) throw UnpicklingError('slot state is not a dictionary');
    for (const [name, value] of slots.entryList()) setAttr(self, strValue(name) ?? String(name), value);
  }
}

/** `self.__setstate__`, undefined where there is none. */
function stateHook(self: Py): Py {
  if (self !== null && typeof self === 'object') {
    const { c$ } = self;
    // Nothing more is looked at for what most classes do not have.
    if (c$.isHeap && c$.isReady && c$.getattrHook === undefined && self.$__setstate__ === undefined) {
      if (!hasEmptyPlaces(self)) return undefined;
    }
  }
  return findAttr(self, '__setstate__');
}

function setDict(self: Py, dict: Py): void {
  if (!(dict instanceof PyDict)) throw UnpicklingError('state is not a dictionary');
  const isObject = self !== null && typeof self === 'object' && self.c$.hasDict && self.c$.isHeap;
  if (isObject && self[INSTANCE_DICT] === undefined && !self.c$.opaque) {
    for (const [name, value] of dict.entryList()) {
      const key = typeof name === 'string' ? attributeKey(name) : undefined;
      if (key === undefined) instanceDict(self).set(name, value);
      else if (key in self) storeOwn(self, name, value);
      else self[key] = value;
    }
    return;
  }
  const own = findAttr(self, '__dict__');
  if (own instanceof PyDict) {
    for (const [name, value] of dict.entryList()) own.set(name, value);
    return;
  }
  const set = own === undefined ? undefined : special(own, '__setitem__');
  for (const [name, value] of dict.entryList()) {
    if (set === undefined) setAttr(self, name, value);
    else set(own, name, value);
  }
}
