/**
 * `collections.deque`: a ring in a JavaScript array whose size is a power of two.
 * Spec: https://docs.python.org/3/library/collections.html#deque-objects
 */

import { stateOf } from '../../pickle/reduce.js';
import { genericAlias } from '../../builtins/genericAlias.js';
import { repeatCount } from '../../builtins/sequenceSearch.js';
import { indexBound } from '../../builtins/sliceIndices.js';
import { special } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { type CompareOp, compareValues } from '../../object/compare.js';
import { equals } from '../../object/equality.js';
import { IndexError, OverflowError, RuntimeError, TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { iter, iterate } from '../../object/iterate.js';
import { sizeArg } from '../../builtins/args2.js';
import { asIndex, asSize, intValue } from '../../object/number.js';
import { type Py } from '../../object/object.js';
import { guardRepr, repr } from '../../object/text.js';
import { type Members, type PyType, shortTypeName } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { NotImplemented, PyClassMethod, PyTuple } from '../../object/values.js';
import { DequeIterator, DequeReverseIterator } from './dequeIterators.js';
import { endMembers } from './dequeEnds.js';
import { PyDeque } from './pyDeque.js';
import { declareType } from '../moduleTypes.js';

function extend(self: PyDeque, iterable: Py): void {
  if (iterable === self) {
    for (const item of self.list()) self.append(item);
    return;
  }
  const it = iterate(iterable);
  for (let item = it.nx(); item !== undefined; item = it.nx()) self.append(item);
}

function extendLeft(self: PyDeque, iterable: Py): void {
  if (iterable === self) {
    for (const item of self.list()) self.appendLeft(item);
    return;
  }
  const it = iterate(iterable);
  for (let item = it.nx(); item !== undefined; item = it.nx()) self.appendLeft(item);
}

function init(self: PyDeque, iterable: Py, maxlen: Py = null): null {
  if (maxlen !== null) {
    if (rt.dialect === 3 && intValue(maxlen) === undefined) throw TypeError('an integer is required');
    const n = sizeArg(maxlen);
    if (n < 0) throw ValueError('maxlen must be non-negative');
    self.maxlen = n;
  } else self.maxlen = null;
  if (self.size > 0) self.reset([]);
  if (iterable !== undefined) extend(self, iterable);
  return null;
}

function position(self: PyDeque, key: Py, message: string): number {
  if (
    typeof key !== 'number' &&
    intValue(key) === undefined &&
    (key === null || special(key, '__index__') === undefined)
  ) {
    throw TypeError(`sequence index must be integer, not '${typeOf(key).name}'`);
  }
  let index = Number(asIndex(key));
  if (index < 0) index += self.size;
  if (index < 0 || index >= self.size) throw IndexError(message);
  return index;
}

function rotate(self: PyDeque, n: Py): null {
  let steps = n === undefined ? 1 : sizeArg(n);
  if (self.size <= 1) return null;
  steps %= self.size;
  if (steps < 0) steps += self.size;
  if (steps <= self.size / 2) for (; steps > 0; steps--) self.appendLeft(self.takeLast());
  else for (let k = self.size - steps; k > 0; k--) self.append(self.takeFirst());
  return null;
}

function removeAt(self: PyDeque, index: number): void {
  if (index * 2 < self.size) {
    for (let i = index; i > 0; i--) self.put(i, self.at(i - 1));
    self.takeFirst();
  } else {
    for (let i = index + 1; i < self.size; i++) self.put(i - 1, self.at(i));
    self.takeLast();
  }
}

function insert(self: PyDeque, index: Py, value: Py): null {
  if (self.maxlen !== null && self.size >= self.maxlen) throw IndexError('deque already at its maximum size');
  let at = asSize(index);
  if (at < 0) at = Math.max(at + self.size, 0);
  if (at >= self.size) self.append(value);
  else if (at === 0) self.appendLeft(value);
  else {
    self.append(self.at(self.size - 1));
    for (let i = self.size - 2; i > at; i--) self.put(i, self.at(i - 1));
    self.put(at, value);
  }
  return null;
}

function find(self: PyDeque, value: Py, from: number, to: number, mutated = RuntimeError): number {
  const { state } = self;
  for (let i = from; i < to && i < self.size; i++) {
    const same = equals(self.at(i), value);
    if (self.state !== state) throw mutated('deque mutated during iteration');
    if (same) return i;
  }
  return -1;
}

const fromEnd = (index: number, size: number) => (index < 0 ? Math.max(index + size, 0) : index);

function indexOf(self: PyDeque, value: Py, start: Py = 0, stop: Py = Number.MAX_SAFE_INTEGER): number {
  const at = find(self, value, fromEnd(indexBound(start), self.size), fromEnd(indexBound(stop), self.size));
  if (at < 0) throw ValueError(`${repr(value)} is not in deque`);
  return at;
}

/** A deque of the same class: made as CPython does, by calling a subclass. */
function copy(self: PyDeque): Py {
  if (!self.c$.isHeap) {
    const result = new PyDeque();
    result.reset(self.list());
    result.maxlen = self.maxlen;
    return result;
  }
  return call(self.c$, self.maxlen === null ? [self] : [self, self.maxlen]);
}

function repeated(self: PyDeque, n: number): Py[] {
  const items = self.list();
  if (items.length * n > 0x7fffffff) throw OverflowError('deque repetition too long');
  let result: Py[] = [];
  for (let i = 0; i < n; i++) result = result.concat(items);
  return self.maxlen === null ? result : result.slice(Math.max(0, result.length - self.maxlen));
}

function multiply(self: PyDeque, times: Py): Py {
  const n = repeatCount(times);
  if (typeof n !== 'number') return n;
  const result = copy(self);
  result.reset(repeated(self, n));
  return result;
}

function reprDeque(self: PyDeque): string {
  const items = `[${self.list().map(repr).join(', ')}]`;
  return self.maxlen === null
    ? `${shortTypeName(typeOf(self))}(${items})`
    : `${shortTypeName(typeOf(self))}(${items}, maxlen=${self.maxlen})`;
}

const compare = (op: CompareOp) =>
  method('(value, /)', (self: PyDeque, other: Py) =>
    other instanceof PyDeque ? compareValues(new PyTuple(self.list()), new PyTuple(other.list()), op) : NotImplemented,
  );

function reduce(self: PyDeque): Py {
  const args = self.maxlen === null ? [] : [new PyTuple([]), self.maxlen];
  return new PyTuple([typeOf(self), new PyTuple(args), stateOf(self), iter(self)]);
}

function sequenceMembers(): Members {
  return {
    __len__: method('()', (self: PyDeque) => self.size),
    __bool__: method('()', (self: PyDeque) => self.size !== 0),
    __iter__: method('()', (self: PyDeque) => new DequeIterator(self)),
    __reversed__: method('()', (self: PyDeque) => new DequeReverseIterator(self)),
    __contains__: method('(key, /)', (self: PyDeque, value: Py) => find(self, value, 0, self.size) >= 0),
    __getitem__: method('(key, /)', (self: PyDeque, key: Py) =>
      self.at(position(self, key, 'deque index out of range')),
    ),
    __setitem__: method('(key, value, /)', (self: PyDeque, key: Py, value: Py) => {
      self.put(position(self, key, 'deque index out of range'), value);
      return null;
    }),
    __delitem__: method('(key, /)', (self: PyDeque, key: Py) => {
      removeAt(self, position(self, key, 'deque index out of range'));
      return null;
    }),
    count: method('(value, /)', (self: PyDeque, value: Py) => {
      let n = 0;
      const { state } = self;
      for (let i = 0; i < self.size; i++) {
        if (equals(self.at(i), value)) n++;
        if (self.state !== state) throw RuntimeError('deque mutated during iteration');
      }
      return n;
    }),
    __iadd__: method('(value, /)', (self: PyDeque, other: Py) => {
      extend(self, other);
      return self;
    }),
    ...(rt.dialect === 2 ? {} : members3()),
  };
}

/** What deques have in Python 3 only. */
function members3(): Members {
  return {
    copy: method('()', copy),
    index: method('(value, start=0, stop=9223372036854775807, /)', indexOf),
    insert: method('(index, value, /)', insert),
    __add__: method('(value, /)', (self: PyDeque, other: Py) => {
      if (!(other instanceof PyDeque))
        throw TypeError(`can only concatenate deque (not "${typeOf(other).name}") to deque`);
      const result = copy(self);
      extend(result, other);
      return result;
    }),
    __mul__: method('(value, /)', multiply),
    __rmul__: method('(value, /)', multiply),
    __imul__: method('(value, /)', (self: PyDeque, times: Py) => {
      const n = repeatCount(times);
      if (typeof n !== 'number') return n;
      self.reset(repeated(self, n));
      return self;
    }),
  };
}

function changeMembers(): Members {
  const act = (signature: string, f: (self: PyDeque, argument: Py) => void) =>
    method(signature, (self: PyDeque, argument: Py) => {
      f(self, argument);
      return null;
    });
  return {
    ...endMembers(),
    extend: act('(iterable, /)', extend),
    extendleft: act('(iterable, /)', extendLeft),
    clear: act('()', (self) => self.reset([])),
    rotate: method('(n=1, /)', rotate),
    reverse: act('()', (self) => self.reset(self.list().reverse())),
    remove: act('(value, /)', (self, value) => {
      const at = find(self, value, 0, self.size, IndexError);
      if (at < 0)
        throw ValueError(rt.dialect === 2 ? 'deque.remove(x): x not in deque' : `${repr(value)} is not in deque`);
      removeAt(self, at);
    }),
  };
}

export const dequeType: PyType = declareType({
  name: 'deque',
  module: 'collections',
  js: PyDeque,
  doc: 'A list-like sequence optimized for data accesses near its endpoints.',
  signature: '(*args, **kwargs)',
  make: (cls: PyType) => new cls.ctor(),
  members: () => ({
    __init__: method('(iterable=(), maxlen=None)', init, 'deque'),
    __hash__: null,
    __repr__: method('()', (self: PyDeque) => guardRepr(self, '[...]', reprDeque)),
    maxlen: getter((self: PyDeque) => self.maxlen),
    __copy__: method('()', copy),
    __reduce__: method('()', reduce),
    __class_getitem__: new PyClassMethod(method('(item, /)', genericAlias)),
    __eq__: compare('Eq'),
    __ne__: compare('NotEq'),
    __lt__: compare('Lt'),
    __le__: compare('LtE'),
    __gt__: compare('Gt'),
    __ge__: compare('GtE'),
    ...sequenceMembers(),
    ...changeMembers(),
  }),
});
