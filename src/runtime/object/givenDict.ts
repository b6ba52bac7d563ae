/**
 * `o.__dict__ = mapping`: from then on `mapping` is where the attributes are.
 *
 * The first object that takes a plain dict keeps its attributes as properties, and the dict becomes a view of them. A dict
 * that several objects share, or that is used as a dict too (`self.__dict__ = self`), keeps its entries itself: such objects
 * get a prototype that looks there, and their attributes are slow.
 */
import { lookup, special, storeOwn } from './attributes.js';
import { ownNames } from './ownNames.js';
import { deleteOwn } from './deletion.js';
import { dropEmptyPlaces } from './emptyPlaces.js';
import { isDescriptor } from './install.js';
import { AttributeMap } from './namespace.js';
import { INSTANCE_DICT, type Py } from './object.js';
import { PyDict } from './table.js';
import type { PyType } from './type.js';

export function giveInstanceDict(self: Py, mapping: PyDict): void {
  const old = Object.hasOwn(self, INSTANCE_DICT) ? (self[INSTANCE_DICT] as PyDict) : undefined;
  if (old === mapping) return;
  if (old !== undefined) detach(self, old);
  if (self.given$ === undefined) for (const name of ownNames(self)) deleteOwn(self, name);
  if (mapping.map instanceof AttributeMap) share(mapping.map.self, mapping);
  if (self.given$ !== undefined || self.c$.opaque || !isPlain(mapping)) {
    self[INSTANCE_DICT] = mapping;
    lookIn(self, mapping);
    return;
  }
  // By the names: a key that is shown as a `unicode` is one of them.
  const entries = [...mapping.map];
  mapping.map = new AttributeMap(self);
  // The order in which they were listed just now (Python 2) would not hear of attributes.
  mapping.order = null;
  mapping.watched = false;
  self[INSTANCE_DICT] = mapping;
  for (const [name, value] of entries) storeOwn(self, name, value);
}

/** `del o.__dict__`: the object gets a new one, the old one keeps what it has. */
export function dropInstanceDict(self: Py): void {
  giveInstanceDict(self, new PyDict());
}

/** A dict of its own entries that are all attributes, with nothing special about it. */
function isPlain(mapping: PyDict): boolean {
  if (mapping.c$.isHeap || mapping.watched || mapping.map.constructor !== Map) return false;
  for (const key of mapping.map.keys()) if (typeof key !== 'string') return false;
  return true;
}

/** Makes a dict that was a view of the object's attributes one of its own entries. */
function detach(self: Py, dict: PyDict): void {
  if (dict.map instanceof AttributeMap && dict.map.self === self) dict.map = new Map(dict.map.entries());
}

/** Makes the dict that is a view of `self`'s attributes the place where they are. */
function share(self: Py, dict: PyDict): void {
  detach(self, dict);
  for (const name of ownNames(self)) deleteOwn(self, name);
  lookIn(self, dict);
}

function lookIn(self: Py, dict: PyDict): void {
  dropEmptyPlaces(self);
  Object.setPrototypeOf(self, prototypeOver((self.c$ as PyType).proto, dict));
}

/** What instances of a class inherit from whose attributes are in `dict`. */
function prototypeOver(proto: Py, dict: PyDict): object {
  return new Proxy(proto, {
    get(target, key, receiver) {
      if (key === 'given$') return dict;
      if (typeof key !== 'string' || key === 'c$') return Reflect.get(target, key, receiver);
      if (key === 'd$') return false;
      const mark = key.indexOf('$');
      const kind = key.slice(0, mark);
      if (kind === 'f' || kind === 't' || kind === 'a') return undefined;
      // A `__getattribute__` is asked before anybody looks there.
      if ((kind === '' || kind === 'm') && !target.c$.opaque) {
        const name = key.slice(mark + 1);
        const value = PyDict.prototype.get.call(dict, name);
        if (value !== undefined && !isDecidedByClass(target.c$, name)) return kind === '' ? value : undefined;
      }
      return Reflect.get(target, key, receiver);
    },
  });
}

/** The class has a data descriptor of that name. */
function isDecidedByClass(cls: PyType, name: string): boolean {
  const found = lookup(cls, name);
  return found !== undefined && isDescriptor(found) && special(found, '__set__') !== undefined;
}
