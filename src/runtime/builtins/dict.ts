/**
 * `dict`.
 * Spec: https://docs.python.org/3/library/stdtypes.html#mapping-types-dict
 */
import { findAttr, special } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { equals } from '../object/equality.js';
import { KeyError, TypeError, ValueError } from '../object/errors.js';
import { keepingKeys, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { iterate, toArray } from '../object/iterate.js';
import { DictItemIterator, DictKeyIterator, DictValueIterator } from '../object/tableIterator.js';
import type { Py } from '../object/object.js';
import { HashTable } from '../object/hashTable.js';
import { type PairIterator, PyIterator } from '../object/pyIterator.js';
import { PyDict } from '../object/table.js';
import { guardRepr, repr } from '../object/text.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyClassMethod, PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { checkInit, checkNew } from './checkNew.js';
import { compareDicts } from './dictCompare2.js';
import { PyDictItems, PyDictKeys, PyDictValues } from './dictViews.js';
import { direct, directMethod, quick } from './direct.js';
import { genericAlias } from './genericAlias.js';
import { DictReverseKeyIterator } from './reverseIterators.js';

export const dict: PyType = builtinType({ name: 'dict', js: PyDict });

/** What `self[key]` gives when the key is not there: `__missing__` of a subclass, else KeyError. */
export function dictMissing(self: PyDict, key: Py): Py {
  if (self.c$ !== dict) {
    const missing = special(self, '__missing__');
    if (missing !== undefined) return missing(self, key);
  }
  throw KeyError(key);
}

/** `self[key]`. */
export function dictGet(self: PyDict, key: Py): Py {
  const value = self.get(key);
  return value === undefined ? dictMissing(self, key) : value;
}

/** Whether the entries of `o` are read as they are, whatever methods its class has: CPython looks at `__iter__` alone, 2.7 at none. */
export const isPlainDict = (o: Py): o is PyDict =>
  o instanceof PyDict && (!o.c$.isHeap || rt.dialect === 2 || special(o, '__iter__') === dict.proto.m$__iter__);

/** Merges the entries of a mapping (with `keys()`) or an iterable of pairs into `self`. */
export function dictMerge(self: PyDict, source: Py): void {
  if (isPlainDict(source)) mergeDict(self, source);
  else if (!isOfPairs(source) && findAttr(source, 'keys') !== undefined) mergeMapping(self, source);
  else mergePairs(self, source);
}

export function mergeDict(self: PyDict, source: PyDict): void {
  if (source === self || source.size === 0) return;
  if (self.size === 0 && self.order === null && !source.hashOrdered()) {
    source.copyInto(self);
    return;
  }
  if (self.hashOrdered()) roomForMerge(self, source.size);
  else if (self.absorb(source)) return;
  const items = source.flatList();
  for (let i = 0; i < items.length; i += 2) self.set(items[i], items[i + 1]);
}

/** Python 2 makes room for all new keys at once. */
function roomForMerge(self: PyDict, count: number): void {
  const order = self.hashOrder();
  if (order !== null) {
    if (order.wantsRoom(count)) order.resize((order.used + count) * 2);
  } else if (self.size === 0 && count * 3 >= 16) self.makeRoom(count * 2);
}

/** Whether it is of a built-in class without `keys`. */
const isOfPairs = (o: Py): boolean =>
  (o instanceof PyIterator || o instanceof PyList || o instanceof PyTuple) && !o.c$.isHeap;

function mergeMapping(self: PyDict, source: Py): void {
  const getItem = special(source, '__getitem__');
  // All of them come first: what gives the values may change their order.
  for (const key of toArray(call(findAttr(source, 'keys'), []))) {
    if (getItem === undefined) throw TypeError(`'${typeOf(source).name}' object is not subscriptable`);
    self.set(key, getItem(source, key));
  }
}

function mergePairs(self: PyDict, source: Py): void {
  const it = iterate(source) as PairIterator;
  if (it.givesPairs === true) {
    while (it.nextPair()) self.set(it.first, it.second);
    return;
  }
  let n = 0;
  for (let pair = it.nx(); pair !== undefined; pair = it.nx(), n++) {
    const items = pair instanceof PyTuple || pair instanceof PyList ? pair.items : pairItems(pair, n);
    if (items.length !== 2) {
      throw ValueError(`dictionary update sequence element #${n} has length ${items.length}; 2 is required`);
    }
    self.set(items[0], items[1]);
  }
}

function pairItems(pair: Py, n: number): Py[] {
  try {
    return toArray(pair);
  } catch (error) {
    if ((error as Py)?.c$ !== TypeError.type) throw error;
    throw TypeError(`cannot convert dictionary update sequence element #${n} to a sequence`);
  }
}

function update(self: PyDict, args: readonly Py[], kwargs: Map<string, Py>, name: string): void {
  if (args.length > 1) {
    throw TypeError(
      rt.dialect === 2
        ? `${name} expected at most 1 arguments, got ${args.length}`
        : `${name} expected at most 1 argument, got ${args.length}`,
    );
  }
  if (args.length === 1) dictMerge(self, args[0]);
  if (kwargs.size === 0) return;
  // Python 2's calls of built-ins take keyword arguments off the stack: the last one goes in first.
  if (rt.dialect === 2) mergeDict(self, PyDict.of([...kwargs].reverse()));
  else for (const [key, value] of kwargs) self.set(key, value);
}

/** `self.copy()`, and `dict(self)` where that is the same. */
export function copyDict(self: PyDict): PyDict {
  const copy = new PyDict();
  mergeDict(copy, self);
  return copy;
}

/** `dict.fromkeys(iterable, value)` on class `cls`. */
function fromKeys(cls: PyType, iterable: Py, value: Py = null): Py {
  const result = cls === dict ? new PyDict() : call(cls, []);
  if (result instanceof PyDict && !result.c$.isHeap) {
    const fill = () => {
      if (iterable instanceof HashTable && !iterable.c$.isHeap) {
        for (const key of iterable.keyList()) result.setFrom(iterable, key, value);
        return;
      }
      const it = iterate(iterable);
      for (let key = it.nx(); key !== undefined; key = it.nx()) result.set(key, value);
    };
    if (iterable instanceof HashTable && result.size === 0) result.fillWithin(Math.floor(iterable.size / 2) * 3, fill);
    else fill();
    return result;
  }
  const it = iterate(iterable);
  const setItem = special(result, '__setitem__');
  if (setItem === undefined) throw TypeError(`'${typeOf(result).name}' object does not support item assignment`);
  for (let key = it.nx(); key !== undefined; key = it.nx()) setItem(result, key, value);
  return result;
}

/** `self == other` for dicts. */
export function dictsEqual(self: PyDict, other: PyDict): boolean {
  if (self.size !== other.size) return false;
  const has = (key: Py, value: Py): boolean => {
    const found = other.get(key);
    return found !== undefined && equals(value, found);
  };
  const { listed } = self;
  if (listed === null) {
    const items = self.flatList();
    for (let i = 0; i < items.length; i += 2) if (!has(items[i], items[i + 1])) return false;
    return true;
  }
  // Comparing may change the dict; its arrays keep their places then.
  const { keys, vals } = listed;
  for (let entry = 1; entry < keys.length; entry++)
    if (vals[entry] !== undefined && !has(keys[entry], vals[entry])) return false;
  return true;
}

function reprDict(self: PyDict): string {
  const parts: string[] = [];
  const items = self.flatList();
  for (let i = 0; i < items.length; i += 2) parts.push(`${repr(items[i])}: ${repr(items[i + 1])}`);
  return `{${parts.join(', ')}}`;
}

function pop(self: PyDict, key: Py, fallback: Py): Py {
  if (self.size > 0) {
    const value = self.delete(key);
    if (value !== undefined) return value;
  }
  if (fallback === undefined) throw KeyError(key);
  return fallback;
}

function popItem(self: PyDict): Py {
  const taken = rt.dialect === 2 ? self.takeAny() : self.takeEnd(true);
  if (taken === undefined) throw KeyError('popitem(): dictionary is empty');
  return new PyTuple(taken);
}

function setDefault(self: PyDict, key: Py, value: Py = null): Py {
  const found = self.get(key);
  if (found !== undefined) return found;
  self.set(key, value);
  return value;
}

/** What a method of dicts says when it is called on nothing or on something else. */
function notDict(self: Py, name: string): Py {
  const given = self === undefined ? '' : typeOf(self).name;
  if (rt.dialect === 2)
    return TypeError(
      self === undefined
        ? `descriptor '${name}' of 'dict' object needs an argument`
        : `descriptor '${name}' requires a 'dict' object but received a '${given}'`,
    );
  return TypeError(
    self === undefined
      ? `unbound method dict.${name}() needs an argument`
      : `descriptor '${name}' for 'dict' objects doesn't apply to a '${given}' object`,
  );
}

const keyOnly = (self: PyDict, key: Py) => self.has(key);

function construction(): Members {
  return {
    __new__: new PyStaticMethod(
      direct(
        '(cls, *args, **kwargs)',
        (cls: PyType) => {
          checkNew(cls, dict);
          return new cls.ctor();
        },
        (cls: PyType) => {
          checkNew(cls, dict);
          return new cls.ctor();
        },
        '__new__',
      ),
    ),
    __init__: keepingKeys(
      directMethod(
        '(self, /, *args, **kwargs)',
        function (self: PyDict, source: Py) {
          checkInit(self, dict);
          if (arguments.length > 2) update(self, Array.prototype.slice.call(arguments, 1), new Map(), 'dict');
          else if (source !== undefined) dictMerge(self, source);
          return null;
        },
        (self: PyDict, args: Py[], kwargs: Map<string, Py>) => {
          update(self, args, kwargs, 'dict');
          return null;
        },
        '__init__',
      ),
    ),
    __hash__: null,
    fromkeys: new PyClassMethod(method('(iterable, value=None, /)', fromKeys)),
  };
}

function access(): Members {
  const get = method('(key, default=None, /)', (self: PyDict, key: Py, fallback: Py = null) => {
    const value = self.get(key);
    return value === undefined ? fallback : value;
  });
  const setdefault = method('(key, default=None, /)', setDefault);
  return {
    __len__: method('()', (self: PyDict) => self.size),
    __iter__: method('()', (self: PyDict) => new DictKeyIterator(self)),
    __contains__: method('(key, /)', keyOnly),
    __getitem__: method('(key, /)', dictGet),
    __setitem__: method('(key, value, /)', (self: PyDict, key: Py, value: Py) => {
      self.set(key, value);
      return null;
    }),
    __delitem__: method('(key, /)', (self: PyDict, key: Py) => {
      if (self.delete(key) === undefined) throw KeyError(key);
      return null;
    }),
    get: quick(get, function (self: Py, key: Py, fallback: Py) {
      if (!(self instanceof PyDict) || arguments.length < 2 || arguments.length > 3) return get(...arguments);
      const value = self.get(key);
      return value !== undefined ? value : fallback === undefined ? null : fallback;
    }),
    setdefault: quick(setdefault, function (self: Py, key: Py, value: Py) {
      return self instanceof PyDict && arguments.length === 3 ? setDefault(self, key, value) : setdefault(...arguments);
    }),
    pop: method('(key, default=<unrepresentable>, /)', pop),
    popitem: method('()', popItem),
    clear: method('()', (self: PyDict) => {
      self.clear();
      return null;
    }),
    copy: method('()', copyDict),
    update: keepingKeys(
      directMethod(
        '(self, /, *args, **kwargs)',
        function (self: PyDict, source: Py) {
          if (!(self instanceof PyDict)) throw notDict(self, 'update');
          if (arguments.length > 2) update(self, Array.prototype.slice.call(arguments, 1), new Map(), 'update');
          else if (source !== undefined) dictMerge(self, source);
          return null;
        },
        (self: PyDict, args: Py[], kwargs: Map<string, Py>) => {
          if (!(self instanceof PyDict)) throw notDict(self, 'update');
          update(self, args, kwargs, 'update');
          return null;
        },
        'update',
      ),
    ),
  };
}

const equality = (op: 'Eq' | 'NotEq') =>
  method('(value, /)', (self: PyDict, other: Py) =>
    other instanceof PyDict ? dictsEqual(self, other) === (op === 'Eq') : NotImplemented,
  );

function operators(): Members {
  return {
    __repr__: method('()', (self: PyDict) => guardRepr(self, '{...}', reprDict)),
    __eq__: equality('Eq'),
    __ne__: equality('NotEq'),
    __sizeof__: method('()', (self: PyDict) => 64 + 104 * Math.ceil(self.size / 5)),
  };
}

function python3(): Members {
  const unordered = () => method('(value, /)', () => NotImplemented);
  return {
    keys: method('()', (self: PyDict) => new PyDictKeys(self)),
    values: method('()', (self: PyDict) => new PyDictValues(self)),
    items: method('()', (self: PyDict) => new PyDictItems(self)),
    __reversed__: method('()', (self: PyDict) => new DictReverseKeyIterator(self)),
    __or__: method('(value, /)', (self: PyDict, other: Py) => {
      if (!(other instanceof PyDict)) return NotImplemented;
      const result = copyDict(self);
      dictMerge(result, other);
      return result;
    }),
    __ror__: method('(value, /)', (self: PyDict, other: Py) => {
      if (!(other instanceof PyDict)) return NotImplemented;
      const result = copyDict(other);
      dictMerge(result, self);
      return result;
    }),
    __ior__: method('(value, /)', (self: PyDict, other: Py) => {
      dictMerge(self, other);
      return self;
    }),
    __lt__: unordered(),
    __le__: unordered(),
    __gt__: unordered(),
    __ge__: unordered(),
    __class_getitem__: new PyClassMethod(method('(item, /)', genericAlias, '__class_getitem__')),
  };
}

function python2(): Members {
  const hasOwnCmp = (o: PyDict) => o.c$.isHeap && (special(o, '__cmp__') as Py)?.info !== undefined;
  const ordering = (test: (order: number) => boolean) =>
    method('(value, /)', (self: PyDict, other: Py) =>
      other instanceof PyDict && !hasOwnCmp(self) && !hasOwnCmp(other)
        ? test(compareDicts(self, other))
        : NotImplemented,
    );
  return {
    has_key: method('(key, /)', keyOnly),
    keys: method('()', (self: PyDict) => new PyList(self.keyList())),
    values: method('()', (self: PyDict) => new PyList(self.valueList())),
    items: method('()', (self: PyDict) => new PyList(self.entryList().map((entry) => new PyTuple(entry)))),
    iterkeys: method('()', (self: PyDict) => new DictKeyIterator(self)),
    itervalues: method('()', (self: PyDict) => new DictValueIterator(self)),
    iteritems: method('()', (self: PyDict) => new DictItemIterator(self)),
    viewkeys: method('()', (self: PyDict) => new PyDictKeys(self)),
    viewvalues: method('()', (self: PyDict) => new PyDictValues(self)),
    viewitems: method('()', (self: PyDict) => new PyDictItems(self)),
    __cmp__: method('(other, /)', (self: PyDict, other: Py) =>
      other instanceof PyDict ? compareDicts(self, other) : NotImplemented,
    ),
    __lt__: ordering((order) => order < 0),
    __le__: ordering((order) => order <= 0),
    __gt__: ordering((order) => order > 0),
    __ge__: ordering((order) => order >= 0),
  };
}

/** A display `{k: v, …}`; Python 2 makes the table as big as the display is long. */
export function dictDisplay(keys: readonly Py[], values: readonly Py[]): PyDict {
  const result = new PyDict();
  if (rt.dialect === 2 && keys.length > 5) result.makeRoom(keys.length);
  for (let i = 0; i < keys.length; i++) result.set(keys[i], values[i]);
  return result;
}

defineMembers(dict, () => ({
  __doc__:
    "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
  ...construction(),
  ...access(),
  ...operators(),
  ...(rt.dialect === 2 ? python2() : python3()),
}));
