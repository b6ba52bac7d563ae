/**
 * `array`.
 * Spec: https://docs.python.org/3/library/array.html
 */
import { overrides } from '../builtins/checkNew.js';
import { genericAlias } from '../builtins/genericAlias.js';
import { iteratorType, reduceTo } from '../builtins/iterator.js';
import { sizeArg } from '../builtins/args2.js';
import { clip, select, sequenceIndex, indexBound } from '../builtins/sliceIndices.js';
import { special } from '../object/attributes.js';
import { repeatCount } from '../builtins/sequenceSearch.js';
import { warn } from '../builtins/warn.js';
import { importModule } from '../import/importFunction.js';
import { getAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { bufferOf } from '../object/buffer.js';
import { compareValues, type CompareOp } from '../object/compare.js';
import { rt } from '../object/context.js';
import { equals } from '../object/equality.js';
import { IndexError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { getter } from '../object/install.js';
import { forEach } from '../object/iterate.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import { guardRepr, repr } from '../object/text.js';
import type { Members, PyType } from '../object/type.js';
import { typeName } from '../object/operators.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyByteArray, PyBytes, PyClassMethod, PyList, PySlice, PyTuple } from '../object/values.js';
import { ArrayIterator, checkSame, PyArray } from './array/array.js';
import { kindOf, typeCodes } from './array/kinds.js';
import { addText, arrayText, byteSwap, fromBytes, isText, textOf, typeCode } from './array/contents.js';
import { conversions } from './array/conversions.js';
import { reconstructor, reduce } from './array/pickling.js';
import { declareType } from './moduleTypes.js';

function newArray(cls: PyType, args: Py[], kwargs: Map<string, Py>): Py {
  if (kwargs.size > 0 && !overrides(cls, arrayType, '__init__'))
    throw TypeError('array.array() takes no keyword arguments');
  if (args.length < 1) throw TypeError('array() takes at least 1 argument (0 given)');
  if (args.length > 2) throw TypeError(`array() takes at most 2 arguments (${args.length} given)`);
  const code = typeCode(args[0]);
  const kind = kindOf(code);
  if (kind === undefined) {
    throw ValueError(
      `bad typecode (must be ${rt.dialect === 2 ? 'c, b, B, u, h, H, i, I, l, L, f or d' : 'b, B, u, h, H, i, I, l, L, q, Q, f or d'})`,
    );
  }
  if (code === 'u' && rt.dialect === 3)
    warn('DeprecationWarning', "The 'u' type code is deprecated and will be removed in Python 3.16");
  const made = new cls.ctor(kind) as PyArray;
  if (args.length === 2) fill(made, args[1]);
  return made;
}

function fill(self: PyArray, source: Py): void {
  const text = textOf(source);
  if (text !== undefined && self.kind.code === 'c') throw TypeError('array item must be char');
  if (text !== undefined) {
    if (!isText(self.kind.code))
      throw TypeError(
        `cannot use a ${rt.dialect === 2 ? 'unicode' : 'str'} to initialize an array with typecode '${self.kind.code}'`,
      );
    addText(self, text);
  } else if (source instanceof PyArray) {
    if (isText(source.kind.code) && !isText(self.kind.code))
      throw TypeError(`cannot use a unicode array to initialize an array with typecode '${self.kind.code}'`);
    if (source.kind.code === self.kind.code) self.appendBytes(source.bytes);
    else for (const item of source.items()) self.push(item);
  } else if (
    source instanceof PyBytes ||
    source instanceof PyByteArray ||
    (rt.dialect === 2 && typeof source === 'string')
  )
    fromBytes(self, bufferOf(source));
  else forEach(source, (item) => self.push(item));
}

function extend(self: PyArray, source: Py): null {
  if (source instanceof PyArray) {
    checkSame(self, source, 'can only extend with array of same kind');
    self.appendBytes(new Uint8Array(source.bytes));
  } else forEach(source, (item) => self.push(item));
  return null;
}

function index(self: PyArray, key: Py, assigning: boolean): number {
  if (typeof key !== 'number' && special(key, '__index__') === undefined)
    throw TypeError(`array indices must be integer${assigning && rt.dialect === 2 ? '' : 's'}`);
  let i = sequenceIndex(key, 'array');
  if (i < 0) i += self.length;
  if (i < 0 || i >= self.length) throw IndexError(`array ${assigning ? 'assignment ' : ''}index out of range`);
  return i;
}

function get(self: PyArray, key: Py): Py {
  if (!(key instanceof PySlice))
    return self.at(typeof key === 'number' && key >= 0 && key < self.length ? key : index(self, key, false));
  const { start, step, count } = select(key, self.length);
  return self.select(start, step, count);
}

function set(self: PyArray, key: Py, value: Py): null {
  if (!(key instanceof PySlice)) {
    self.put(index(self, key, true), value);
    return null;
  }
  if (!(value instanceof PyArray))
    throw TypeError(`can only assign array (not "${typeOf(value).name}") to array slice`);
  checkSame(self, value, 'bad argument type for built-in operation');
  const { start, step, count } = select(key, self.length);
  if (step === 1) self.splice(start, count, value);
  else {
    if (value.length !== count)
      throw ValueError(`attempt to assign array of size ${value.length} to extended slice of size ${count}`);
    const cells = value.cells.slice(0, count);
    for (let i = 0; i < count; i++) (self.cells as Uint8Array)[start + i * step] = cells[i] as number;
  }
  return null;
}

function remove(self: PyArray, key: Py): null {
  if (!(key instanceof PySlice)) self.remove(index(self, key, true));
  else {
    const empty = new PyArray(self.kind);
    const { start, step, count } = select(key, self.length);
    if (step === 1) self.splice(start, count, empty);
    else {
      const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
      const kept = self.cells
        .slice(0, self.length)
        .filter((_: unknown, i: number) => !gone.has(i)) as typeof self.cells;
      self.resize(kept.length);
      (self.cells as Uint8Array).set(kept as Uint8Array);
    }
  }
  return null;
}

function position(self: PyArray, value: Py, from = 0, to = self.length): number {
  for (let i = from; i < Math.min(to, self.length); i++) if (equals(self.at(i), value)) return i;
  return -1;
}

function compare(self: PyArray, other: Py, op: CompareOp): Py {
  if (!(other instanceof PyArray)) return NotImplemented;
  const isEquality = op === 'Eq' || op === 'NotEq';
  const length = Math.min(self.length, other.length);
  const i = isEquality && self.length !== other.length ? length : firstDifference(self, other, length);
  if (i === length) return compareValues(self.length, other.length, op);
  return isEquality ? op === 'NotEq' : compareValues(self.at(i), other.at(i), op);
}

/** The first of `length` items that are not the same; no nan is. */
function firstDifference(self: PyArray, other: PyArray, length: number): number {
  const [a, b] = [self.cells, other.cells];
  let i = 0;
  if (self.kind.code === other.kind.code) while (i < length && a[i] === b[i]) i++;
  else while (i < length && compareValues(self.at(i), other.at(i), 'Eq') === true) i++;
  return i;
}

function reprArray(self: PyArray): string {
  const { code } = self.kind;
  const name = typeOf(self).qualname;
  if (self.length === 0) return `${name}('${code}')`;
  if (code === 'c') return `${name}('c', ${repr(self.items().join(''))})`;
  if (isText(code)) return `${name}('${code}', ${repr(arrayText(self))})`;
  return guardRepr(self, '[...]', () => `${name}('${code}', ${repr(new PyList(self.items()))})`);
}

const joined = (self: PyArray, other: Py): Py => {
  if (!(other instanceof PyArray)) throw TypeError(`can only append array (not "${typeName(other)}") to array`);
  checkSame(self, other, 'bad argument type for built-in operation');
  const made = self.select(0, 1, self.length);
  made.appendBytes(new Uint8Array(other.bytes));
  return made;
};

function repeated(self: PyArray, times: Py): Py {
  const n = repeatCount(times);
  if (typeof n !== 'number') return n;
  const made = new PyArray(self.kind);
  if (n <= 0 || self.length === 0) return made;
  const length = self.length * n;
  made.resize(length);
  const cells = made.cells as Uint8Array;
  cells.set(self.cells.subarray(0, self.length) as Uint8Array);
  // What is there already is put behind it, so that there are few copies to be made.
  for (let done = self.length; done < length; done *= 2) cells.copyWithin(done, 0, Math.min(done, length - done));
  return made;
}

const comparison = (op: CompareOp) => method('(value, /)', (self: PyArray, other: Py) => compare(self, other, op));

const changes = (): Members => ({
  append: method('(v, /)', (self: PyArray, value: Py) => {
    self.push(value);
    return null;
  }),
  extend: method('(bb, /)', extend),
  insert: method('(i, v, /)', (self: PyArray, at: Py, value: Py) => {
    const stored = self.kind.store(value);
    const i = sizeArg(at);
    self.insert(clip(i, i, 1, self.length).start, stored);
    return null;
  }),
  pop: method('(i=-1, /)', (self: PyArray, at: Py) => {
    if (self.length === 0) throw IndexError('pop from empty array');
    let i = at === undefined ? -1 : sizeArg(at);
    if (i < 0) i += self.length;
    if (i < 0 || i >= self.length) throw IndexError('pop index out of range');
    const value = self.at(i);
    self.remove(i);
    return value;
  }),
  remove: method('(v, /)', (self: PyArray, value: Py) => {
    const at = position(self, value);
    if (at < 0) throw ValueError(`array.remove(x): x not in ${rt.dialect === 2 ? 'list' : 'array'}`);
    self.remove(at);
    return null;
  }),
  clear: method('()', (self: PyArray) => {
    self.resize(0);
    return null;
  }),
  reverse: method('()', (self: PyArray) => {
    self.cells.subarray(0, self.length).reverse();
    return null;
  }),
  byteswap: method('()', byteSwap),
  __iadd__: method('(value, /)', (self: PyArray, other: Py) => {
    if (!(other instanceof PyArray)) throw TypeError(`can only extend array with array (not "${typeName(other)}")`);
    extend(self, other);
    return self;
  }),
  __imul__: method('(value, /)', (self: PyArray, times: Py) => {
    const made = repeated(self, times);
    if (!(made instanceof PyArray)) return made;
    self.splice(0, self.length, made);
    return self;
  }),
});

/** Python 2's methods for `a[i:j]`. */
const OLD_SLICES: Members = {
  __getslice__: method('(i, j, /)', (self: PyArray, i: Py, j: Py) => get(self, new PySlice(i, j, null))),
  __setslice__: method('(i, j, x, /)', (self: PyArray, i: Py, j: Py, x: Py) => set(self, new PySlice(i, j, null), x)),
  __delslice__: method('(i, j, /)', (self: PyArray, i: Py, j: Py) => remove(self, new PySlice(i, j, null))),
};

export const arrayType: PyType = declareType({
  name: 'array',
  module: 'array',
  js: PyArray,
  signature: '(*args, **kwargs)',
  make: newArray,
  members: () => ({
    __len__: method('()', (self: PyArray) => self.length),
    __getitem__: method('(key, /)', get),
    __setitem__: method('(key, value, /)', set),
    __delitem__: method('(key, /)', remove),
    ...(rt.dialect === 2 ? OLD_SLICES : {}),
    __iter__: method('()', (self: PyArray) => new ArrayIterator(self)),
    __contains__: method('(key, /)', (self: PyArray, value: Py) => position(self, value) >= 0),
    __add__: method('(value, /)', joined),
    __mul__: method('(value, /)', repeated),
    __rmul__: method('(value, /)', repeated),
    __repr__: method('()', reprArray),
    __hash__: null,
    __eq__: comparison('Eq'),
    __ne__: comparison('NotEq'),
    __lt__: comparison('Lt'),
    __le__: comparison('LtE'),
    __gt__: comparison('Gt'),
    __ge__: comparison('GtE'),
    __copy__: method('()', (self: PyArray) => self.select(0, 1, self.length)),
    __deepcopy__: method('(memo, /)', (self: PyArray) => self.select(0, 1, self.length)),
    __reduce_ex__: method('(protocol, /)', reduce),
    __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
    index: method('(v, start=0, stop=9223372036854775807, /)', (self: PyArray, value: Py, start: Py, stop: Py) => {
      const range = clip(
        start === undefined ? 0 : indexBound(start),
        stop === undefined ? self.length : indexBound(stop),
        1,
        self.length,
      );
      const at = position(self, value, range.start, range.start + range.count);
      if (at < 0) throw ValueError(`array.index(x): x not in ${rt.dialect === 2 ? 'list' : 'array'}`);
      return at;
    }),
    count: method('(v, /)', (self: PyArray, value: Py) => self.items().filter((item) => equals(item, value)).length),
    typecode: getter((self: PyArray) => self.kind.code),
    itemsize: getter((self: PyArray) => self.kind.itemsize),
    ...changes(),
    ...conversions(),
  }),
});
arrayType.collection = 'sequence';

iteratorType('arrayiterator', 'arrayiterator', ArrayIterator, () => ({
  __reduce__: method('()', (self: ArrayIterator) =>
    self.array === null ? reduceTo('iter', new PyTuple([])) : reduceTo('iter', self.array, self.at),
  ),
  __setstate__: method('(state, /)', (self: ArrayIterator, state: Py) => {
    self.at = Math.max(0, asSize(state));
    return null;
  }),
}));

/** As CPython's module does: what the array can do is not said by a base class. */
function registerSequence(): void {
  const abc = importModule('_collections_abc', null, [], 0);
  callMethod(getAttr(abc, 'MutableSequence'), 'register', arrayType);
}

export default function array(): Record<string, Py> {
  if (rt.dialect === 3) registerSequence();
  return members();
}

const members = (): Record<string, Py> => ({
  array: arrayType,
  ArrayType: arrayType,
  ...(rt.dialect === 3 ? { typecodes: typeCodes(), _array_reconstructor: reconstructor } : {}),
});
