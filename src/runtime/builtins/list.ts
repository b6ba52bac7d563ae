/**
 * `list`.
 * Spec: https://docs.python.org/3/library/stdtypes.html#lists
 */
import { rt } from '../object/context.js';
import { IndexError, TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { ListIterator } from '../object/iterate.js';
import { iterateSized, listItems } from './len.js';
import { sizeArg } from './args2.js';
import type { Py } from '../object/object.js';
import { concatenationError } from '../object/operators.js';
import { guardRepr, repr } from '../object/text.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyClassMethod, PyFloat, PyList, PySlice, PyStaticMethod, PyTuple } from '../object/values.js';
import { checkInit, checkNew, overrides } from './checkNew.js';
import { direct, directMethod, quick } from './direct.js';
import { genericAlias } from './genericAlias.js';
import { deleteSelection, replaceSelection } from './listSlices.js';
import { ListReverseIterator } from './reverseIterators.js';
import { comparisonMembers } from './sequenceCompare.js';
import { countOf, includes, indexOf, repeatCount, repeatItems } from './sequenceSearch.js';
import { clip, pick, select, sequenceIndex, sliceBound } from './sliceIndices.js';
import { sortList } from './sort.js';

export const list: PyType = builtinType({ name: 'list', js: PyList });

/** `self[key]`. */
export function listGet(self: PyList, key: Py): Py {
  if (key instanceof PySlice && self.raw !== null) {
    return PyList.ofRaw(
      pick(
        self.raw,
        select(key, () => self.length),
      ),
    );
  }
  if (key instanceof PySlice)
    return new PyList(
      pick(
        self.items,
        select(key, () => self.items.length),
      ),
    );
  const index = sequenceIndex(key, 'list');
  const item =
    self.raw === null
      ? self.tagged[index < 0 ? index + self.tagged.length : index]
      : self.items[index < 0 ? index + self.length : index];
  if (item === undefined) throw IndexError('list index out of range');
  return item;
}

/** `self[key] = value`. */
export function listSet(self: PyList, key: Py, value: Py): void {
  if (key instanceof PySlice) {
    const selection = select(key, () => self.items.length);
    replaceSelection(self, selection, value);
    return;
  }
  let index = sequenceIndex(key, 'list');
  if (index < 0) index += self.items.length;
  if (index < 0 || index >= self.items.length) throw IndexError('list assignment index out of range');
  self.items[index] = value;
}

/** `del self[key]`. */
export function listDelete(self: PyList, key: Py): void {
  if (key instanceof PySlice) {
    deleteSelection(
      self,
      select(key, () => self.items.length),
    );
    return;
  }
  let index = sequenceIndex(key, 'list');
  const { items } = self;
  if (index < 0) index += items.length;
  if (index < 0 || index >= items.length) throw IndexError('list assignment index out of range');
  removeAt(items, index);
}

/** So many items are moved on the spot: V8's own way of doing it is a call out of compiled code. */
const FEW_MOVED = 40;

function removeAt(items: Py[], index: number): Py {
  const last = items.length - 1;
  if (index === last) return items.pop();
  const item = items[index];
  if (last - index <= FEW_MOVED) {
    for (let i = index; i < last; i++) items[i] = items[i + 1];
    items.pop();
  } else if (index === 0) items.shift();
  else items.splice(index, 1);
  return item;
}

/** Appends every item of an iterable, as they come. */
export function extendList(self: PyList, iterable: Py): void {
  if (iterable === self || ((iterable instanceof PyList || iterable instanceof PyTuple) && !iterable.c$.isHeap)) {
    const source = iterable.items;
    const { items } = self;
    const n = source.length;
    for (let i = 0; i < n; i++) items.push(source[i]);
    return;
  }
  const it = iterateSized(iterable);
  for (let item = it.nx(); item !== undefined; item = it.nx()) self.items.push(item);
}

/** `self.pop(index)`. */
export function listPop(self: PyList, index: Py): Py {
  const { items } = self;
  if (index === undefined && items.length > 0) return items.pop();
  let at = index === undefined ? -1 : sizeArg(index);
  if (items.length === 0) throw IndexError('pop from empty list');
  if (at < 0) at += items.length;
  if (at < 0 || at >= items.length) throw IndexError('pop index out of range');
  return removeAt(items, at);
}

function insert(self: PyList, index: Py, item: Py): null {
  let at = sizeArg(index);
  const { items } = self;
  if (at < 0) at = Math.max(at + items.length, 0);
  const moved = items.length - at;
  if (moved <= 0) items.push(item);
  else if (moved <= FEW_MOVED) {
    items.push(items[items.length - 1]);
    for (let i = items.length - 2; i > at; i--) items[i] = items[i - 1];
    items[at] = item;
  } else if (at === 0) items.unshift(item);
  else items.splice(at, 0, item);
  return null;
}

function multiply(self: PyList, times: Py): Py {
  const n = repeatCount(times);
  if (typeof n === 'number' && self.raw !== null) return PyList.ofRaw(repeatItems(self.raw, n));
  if (typeof n === 'number' && self.length === 1 && n > 0) {
    const only = self.tagged[0];
    if (only instanceof PyFloat && only.c$ === PyFloat.prototype.c$) return PyList.ofRaw(repeatItems([only.v], n));
  }
  return typeof n === 'number' ? new PyList(repeatItems(self.items, n)) : n;
}

function multiplyInPlace(self: PyList, times: Py): Py {
  const n = repeatCount(times);
  if (typeof n !== 'number') return n;
  self.items = repeatItems(self.items, n);
  return self;
}

/** Python 2 takes the iterable by name. */
function badKeyword(kwargs: Map<string, Py>, given: number): Py {
  if (rt.dialect === 3) return TypeError('list() takes no keyword arguments');
  if (given + kwargs.size > 1) return tooManyArguments(given + kwargs.size);
  return TypeError(`'${kwargs.keys().next().value}' is an invalid keyword argument for this function`);
}

function newList(cls: PyType, kwargs: Map<string, Py> | null, given = 0): PyList {
  checkNew(cls, list);
  if (cls === list && kwargs !== null && kwargs.size > 0 && !(rt.dialect === 2 && kwargs.has('sequence')))
    throw badKeyword(kwargs, given);
  return new cls.ctor([]);
}

/** The list loses what it has before the source is asked. */
function fill(self: PyList, source: Py): void {
  checkInit(self, list);
  self.items = [];
  if (source !== undefined) self.items = listItems(source);
}

const tooManyArguments = (count: number): Py =>
  TypeError(
    rt.dialect === 2
      ? `list() takes at most 1 argument (${count} given)`
      : `list expected at most 1 argument, got ${count}`,
  );

function construction(): Members {
  return {
    // `__new__` takes the class and whatever `__init__` gets; a subclass's instance is made with its own `ctor`.
    __new__: new PyStaticMethod(
      direct(
        '(cls, *args, **kwargs)',
        (cls: PyType) => newList(cls, null),
        (cls: PyType, args: Py[], kwargs: Map<string, Py>) => newList(cls, kwargs, args.length),
        '__new__',
      ),
    ),
    __init__: directMethod(
      '(self, /, *args, **kwargs)',
      function (self: PyList, source: Py) {
        if (arguments.length > 2) throw tooManyArguments(arguments.length - 1);
        fill(self, source);
        return null;
      },
      (self: PyList, args: Py[], kwargs: Map<string, Py>) => {
        const named = rt.dialect === 2 ? kwargs.get('sequence') : undefined;
        if (kwargs.size > 0 && named === undefined && !overrides(typeOf(self), list, '__new__'))
          throw badKeyword(kwargs, args.length);
        if (args.length > 1) throw tooManyArguments(args.length);
        fill(self, named ?? args[0]);
        return null;
      },
      '__init__',
    ),
    __hash__: null,
    __class_getitem__: new PyClassMethod(method('(item, /)', genericAlias, '__class_getitem__')),
  };
}

function access(): Members {
  return {
    __len__: method('()', (self: PyList) => self.items.length),
    __iter__: method('()', (self: PyList) => new ListIterator(self)),
    __reversed__: method('()', (self: PyList) => new ListReverseIterator(self)),
    __contains__: method('(key, /)', (self: PyList, item: Py) => includes(self, item)),
    __getitem__: method('(index, /)', listGet),
    __setitem__: method('(key, value, /)', (self: PyList, key: Py, value: Py) => {
      listSet(self, key, value);
      return null;
    }),
    __delitem__: method('(key, /)', (self: PyList, key: Py) => {
      listDelete(self, key);
      return null;
    }),
    index: method('(value, start=0, stop=9223372036854775807, /)', (self: PyList, value: Py, start: Py, stop: Py) => {
      const at = indexOf(self, value, start, stop);
      if (at < 0) throw ValueError(`${repr(value)} is not in list`);
      return at;
    }),
    count: method('(value, /)', countOf),
  };
}

function changes(): Members {
  const pop = method('(index=-1, /)', listPop);
  return {
    append: directMethod(
      '(self, object, /)',
      function (self: PyList, item: Py) {
        if (arguments.length !== 2)
          throw TypeError(
            arguments.length === 0
              ? rt.dialect === 2
                ? "descriptor 'append' of 'list' object needs an argument"
                : 'unbound method list.append() needs an argument'
              : `${rt.dialect === 2 ? '' : 'list.'}append() takes exactly one argument (${arguments.length - 1} given)`,
          );
        self.append(item);
        return null;
      },
      (self: PyList, item: Py) => {
        self.append(item);
        return null;
      },
    ),
    extend: method('(iterable, /)', (self: PyList, iterable: Py) => {
      extendList(self, iterable);
      return null;
    }),
    insert: method('(index, object, /)', insert),
    pop: quick(pop, function (self: Py) {
      return arguments.length === 1 && self instanceof PyList ? listPop(self, undefined) : pop(...arguments);
    }),
    remove: method('(value, /)', (self: PyList, value: Py) => {
      const at = indexOf(self, value);
      if (at < 0) throw ValueError('list.remove(x): x not in list');
      if (at < self.items.length) removeAt(self.items, at);
      return null;
    }),
    reverse: method('()', (self: PyList) => {
      self.items.reverse();
      return null;
    }),
    sort:
      rt.dialect === 2
        ? method(
            '(cmp=None, key=None, reverse=False)',
            (self: PyList, cmp: Py = null, key: Py = null, reverse: Py = false) => {
              sortList(self, key, reverse, cmp);
              return null;
            },
          )
        : method(
            '(*args, key=None, reverse=False)',
            (self: PyList, args: Py[], key: Py = null, reverse: Py = false) => {
              if (args.length > 2) throw TypeError(`sort() takes at most 2 arguments (${args.length} given)`);
              if (args.length > 0) throw TypeError('sort() takes no positional arguments');
              sortList(self, key, reverse, null);
              return null;
            },
          ),
  };
}

function operators(): Members {
  return {
    __repr__: method('()', (self: PyList) => guardRepr(self, '[...]', reprItems)),
    __add__: method('(value, /)', (self: PyList, other: Py) => {
      if (!(other instanceof PyList)) throw concatenationError('list', other);
      return new PyList(self.items.concat(other.items));
    }),
    __iadd__: method('(value, /)', (self: PyList, other: Py) => {
      extendList(self, other);
      return self;
    }),
    __mul__: method('(value, /)', multiply),
    __rmul__: method('(value, /)', multiply),
    __imul__: method('(value, /)', multiplyInPlace),
    __sizeof__: method('()', (self: PyList) => 40 + 8 * self.items.length),
    ...comparisonMembers(PyList),
  };
}

/** The items may change under way: a `__repr__` is any code. */
function reprItems(self: PyList): string {
  const parts: string[] = [];
  for (let i = 0; i < self.items.length; i++) parts.push(repr(self.items[i]));
  return `[${parts.join(', ')}]`;
}

/** Only in Python 3. */
function python3(): Members {
  return {
    clear: method('()', (self: PyList) => {
      self.items.length = 0;
      return null;
    }),
    copy: method('()', (self: PyList) => new PyList(self.items.slice())),
  };
}

/** Python 2's three methods for `a[i:j]`. */
function python2(): Members {
  const range = (self: PyList, start: Py, stop: Py) =>
    clip(Math.max(0, sliceBound(start)), Math.max(0, sliceBound(stop)), 1, self.items.length);
  return {
    __getslice__: method('(i, j, /)', (self: PyList, i: Py, j: Py) => new PyList(pick(self.items, range(self, i, j)))),
    __setslice__: method('(i, j, sequence, /)', (self: PyList, i: Py, j: Py, value: Py) => {
      replaceSelection(self, range(self, i, j), value);
      return null;
    }),
    __delslice__: method('(i, j, /)', (self: PyList, i: Py, j: Py) => {
      deleteSelection(self, range(self, i, j));
      return null;
    }),
  };
}

defineMembers(list, () => ({
  __doc__:
    rt.dialect === 2
      ? "list() -> new empty list\nlist(iterable) -> new list initialized from iterable's items"
      : 'Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.',
  ...construction(),
  ...access(),
  ...changes(),
  ...operators(),
  ...(rt.dialect === 2 ? python2() : python3()),
}));
