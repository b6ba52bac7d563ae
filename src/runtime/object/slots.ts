/** `__slots__`, `__dict__` and `__weakref__` of classes. */
import { strValue } from './number.js';
import { noAttribute } from './attributes.js';
import { rt } from './context.js';
import { AttributeError, TypeError, ValueError } from './errors.js';
import { toArray } from './iterate.js';
import { dropInstanceDict, giveInstanceDict } from './givenDict.js';
import { instanceDict } from './namespace.js';
import { type Py } from './object.js';
import { PyDict } from './table.js';
import { objectType, PyType } from './type.js';
import { typeOf } from './typeof.js';
import { encodeAscii } from './text.js';
import { PyFloat, PyGetSet, PyMember, PyTuple, PyUnicode } from './values.js';

/** The descriptor of a slot, `__dict__` or `__weakref__` of a restored class. */
export function restoredDescriptor(cls: PyType, name: string): PyGetSet {
  return name === '__dict__' || name === '__weakref__' ? hiddenDescriptor(cls, name) : slotDescriptor(cls, name);
}

/** Gives a class the descriptors of what its `__slots__` say: of slots, `__dict__`, `__weakref__`. */
export function addSlots(cls: PyType, solid: PyType): void {
  const declared = cls.namespace.get('__slots__');
  if (declared === undefined || cls.oldStyle) {
    cls.hasDict = true;
    addDict(cls, true);
    return;
  }
  const names = slotNames(
    typeof declared === 'string' || declared instanceof PyUnicode ? new PyTuple([declared]) : declared,
  );
  checkSlots(cls, solid, names);
  cls.hasDict = cls.bases.some((base) => base.hasDict) || names.includes('__dict__');
  if (names.includes('__dict__')) addDict(cls, false);
  if (names.includes('__weakref__')) cls.namespace.set('__weakref__', hiddenDescriptor(cls, '__weakref__'));
  cls.slots = names.filter((n) => n !== '__dict__' && n !== '__weakref__').map((n) => mangle(cls.name, n));
  for (const name of cls.slots) {
    if (cls.namespace.has(name) && !(name === '__doc__' && cls.namespace.get(name) === null)) {
      throw (rt.dialect === 2 ? TypeError : ValueError)(`'${name}' in __slots__ conflicts with class variable`);
    }
    cls.namespace.set(name, slotDescriptor(cls, name));
  }
}

/** Slots that the layout has no room for, or has already. */
function checkSlots(cls: PyType, solid: PyType, names: readonly string[]): void {
  const layout = solid.mro.find((c) => !c.isHeap) ?? objectType;
  if (names.length > 0 && VARIABLE_SIZE.has(layout.name))
    throw TypeError(`nonempty __slots__ not supported for subtype of '${solid.name}'`);
  for (const name of ['__dict__', '__weakref__']) {
    const inherited = cls.mro.some((c) => c !== cls && c.isHeap && c.namespace.has(name));
    if (names.indexOf(name) !== names.lastIndexOf(name) || (inherited && names.includes(name)))
      throw TypeError(`${name} slot disallowed: we already got one`);
  }
}
const VARIABLE_SIZE: ReadonlySet<string> = new Set(['int', 'long', 'bytes', 'tuple']);

/** The first class of a line whose instances have a dict carries the descriptor of it, and that of weak references. */
function addDict(cls: PyType, withWeakref: boolean): void {
  if (cls.bases.some((base) => base.hasDict)) return;
  const doc = cls.namespace.get('__doc__');
  if (doc === null) cls.namespace.delete('__doc__');
  if (!cls.namespace.has('__dict__')) cls.namespace.set('__dict__', hiddenDescriptor(cls, '__dict__'));
  if (withWeakref && !cls.oldStyle && !cls.namespace.has('__weakref__')) {
    cls.namespace.set('__weakref__', hiddenDescriptor(cls, '__weakref__'));
  }
  if (doc === null) cls.namespace.set('__doc__', null);
}

const HIDDEN_DOCS = {
  __dict__: 'dictionary for instance variables',
  __weakref__: 'list of weak references to the object',
} as const;

function hiddenDescriptor(cls: PyType, name: '__dict__' | '__weakref__'): PyGetSet {
  const doc = `${HIDDEN_DOCS[name]}${rt.dialect === 2 ? ' (if defined)' : ''}`;
  if (name === '__weakref__') return new PyGetSet(name, cls, () => null, undefined, undefined, doc);
  // Classes, modules and exceptions have a dict of their own kind, whatever else they inherit from.
  const ownKind = (self: Py): PyGetSet | undefined => {
    for (const c of typeOf(self).mro) {
      const found = c.isHeap || c === objectType ? undefined : c.namespace.get(name);
      if (found instanceof PyGetSet) return found;
    }
    return undefined;
  };
  const refused = (self: Py) => TypeError(`this __dict__ descriptor does not support '${typeOf(self).name}' objects`);
  const get = (self: Py): Py => ownKind(self)?.get(self) ?? instanceDict(self);
  const set = (self: Py, value: Py): void => {
    if (!(value instanceof PyDict))
      throw TypeError(`__dict__ must be set to a dictionary, not a '${typeOf(value).name}'`);
    const kind = ownKind(self);
    if (kind === undefined) giveInstanceDict(self, value);
    else if (kind.set === undefined) throw refused(self);
    else kind.set(self, value);
  };
  const del = (self: Py): void => {
    const kind = ownKind(self);
    if (kind === undefined) dropInstanceDict(self);
    else if (kind.del === undefined) throw refused(self);
    else kind.del(self);
  };
  return new PyGetSet(name, cls, get, set, del, doc);
}

function slotNames(declared: Py): string[] {
  const names: Py[] = toArray(declared).map((name) =>
    name instanceof PyUnicode ? encodeAscii(name.value) : (strValue(name) ?? name),
  );
  for (const name of names) {
    if (typeof name !== 'string') throw TypeError(`__slots__ items must be strings, not '${typeOf(name).name}'`);
    if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)) throw TypeError('__slots__ must be identifiers');
  }
  return names;
}

/** Python's private name mangling: `__x` in class `C` is `_C__x`. */
export function mangle(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/**
 * A slot keeps its value in a property of its own, so that a `__dict__` beside it does not show it: `s$x`, or `f$x` for a
 * float as a double.
 */
function slotDescriptor(cls: PyType, name: string): PyGetSet {
  const key = `s$${name}`;
  const raw = `f$${name}`;
  const descriptor = new PyMember(
    name,
    cls,
    (self) => {
      if (self[raw] !== undefined) return new PyFloat(self[raw]);
      const value = self[key];
      if (value === undefined) throw noAttribute(self, name);
      return value;
    },
    (self, value) => {
      if (self[raw] !== undefined) self[raw] = undefined;
      self[key] = value;
    },
    (self) => {
      if (self[key] === undefined && self[raw] === undefined) throw AttributeError(name);
      self[raw] = undefined;
      self[key] = undefined;
    },
  );
  return descriptor;
}
