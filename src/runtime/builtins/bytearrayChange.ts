/** The methods of bytearray that change it. */
import { special } from '../object/attributes.js';
import { bufferOrUndefined, fromLatin1, putBytes } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { BufferError, IndexError, PyBaseException, TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { isLent } from '../object/lending.js';
import { iterate } from '../object/iterate.js';
import type { Iterator } from '../object/pyIterator.js';
import { asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { isSubtype, typeOf } from '../object/typeof.js';
import { PyByteArray, PyComplex, PySlice, PyStrBox, PyUnicode } from '../object/values.js';
import { byteValue } from './bytesArgs.js';
import { repeatBytes } from './bytesSequence.js';
import { repeatCount } from './sequenceSearch.js';
import { type Selection, select } from './sliceIndices.js';
import { checkLength, itemIndex, sizeArg } from './strArgs.js';

export const changingMembers = (): Members => ({
  append: method('(item, /)', (self: PyByteArray, item: Py) => {
    const value = typeof item === 'number' && item >= 0 && item < 256 ? item : elementValue(item);
    const at = self.length;
    resize(self, at + 1);
    self.memory[at] = value;
    return null;
  }),
  extend: method('(iterable_of_ints, /)', (self: PyByteArray, source: Py) => {
    appendBytes(self, extension(source));
    return null;
  }),
  insert: method('(index, item, /)', (self: PyByteArray, index: Py, item: Py) => {
    const place = sizeArg(index);
    const value = elementValue(item);
    const n = self.data.length;
    const at = place < 0 ? Math.max(place + n, 0) : Math.min(place, n);
    replaceRange(self, at, at, Uint8Array.of(value));
    return null;
  }),
  pop: method('(index=-1, /)', (self: PyByteArray, index: Py) => {
    const place = sizeArg(index, -1);
    const n = self.length;
    if (n === 0) throw IndexError('pop from empty bytearray');
    const at = place < 0 ? place + n : place;
    if (at === n - 1) {
      // Nothing moves, and nobody needs to see the content as a whole.
      const last = self.memory[at];
      resize(self, at);
      return last;
    }
    const value = self.data[at];
    if (value === undefined) throw IndexError('pop index out of range');
    replaceRange(self, at, at + 1, EMPTY);
    return value;
  }),
  remove: method('(value, /)', (self: PyByteArray, value: Py) => {
    const at = self.data.indexOf(elementValue(value));
    if (at < 0) throw ValueError('value not found in bytearray');
    replaceRange(self, at, at + 1, EMPTY);
    return null;
  }),
  reverse: method('()', (self: PyByteArray) => {
    self.data.reverse();
    return null;
  }),
  clear: method('()', (self: PyByteArray) => {
    resize(self, 0);
    return null;
  }),
  copy: method('()', (self: PyByteArray) => new PyByteArray(new Uint8Array(self.data))),
  __alloc__: method('()', (self: PyByteArray) => (self.roomy ? self.memory.length : self.length + 1)),
  __setitem__: method('(key, value, /)', (self: PyByteArray, key: Py, value: Py) => {
    if (key instanceof PySlice) assignSlice(self, select(key, self.data.length), sliceValue(self, value));
    else {
      const index = itemIndex(key, indexError);
      // Python 2 looks at the place first.
      if (rt.dialect === 2) placeOf(self, index);
      const byte = elementValue(value);
      self.data[placeOf(self, index)] = byte;
    }
    return null;
  }),
  __delitem__: method('(key, /)', (self: PyByteArray, key: Py) => {
    if (key instanceof PySlice) assignSlice(self, select(key, self.data.length), EMPTY);
    else {
      const at = placeOf(self, key);
      replaceRange(self, at, at + 1, EMPTY);
    }
    return null;
  }),
  __iadd__: method('(value, /)', (self: PyByteArray, other: Py) => {
    const more = bufferOrUndefined(other);
    if (more === undefined) throw TypeError(`can't concat ${typeOf(other).name} to ${typeOf(self).name}`);
    // Its own bytes are lent out while it takes them.
    if (other === self && self.length > 0) throw lentOut();
    appendBytes(self, more);
    return self;
  }),
  __imul__: method('(value, /)', (self: PyByteArray, times: Py) => {
    const count = repeatCount(times);
    const repeated = repeatBytes(self.data, count);
    resize(self, repeated.length);
    self.data.set(repeated);
    return self;
  }),
});

const EMPTY = new Uint8Array();

/** One byte: an int, or a str of length one in Python 2. */
function elementValue(item: Py): number {
  if (rt.dialect === 2 && typeof item === 'string') {
    if (item.length !== 1) throw ValueError('string must be of size 1');
    return item.charCodeAt(0);
  }
  if (rt.dialect === 2 && intValue(item) === undefined && special(item, '__index__') === undefined)
    throw TypeError('an integer or string of size 1 is required');
  return byteValue(item);
}

function placeOf(self: PyByteArray, key: Py): number {
  const index = itemIndex(key, indexError);
  const at = index < 0 ? index + self.data.length : index;
  if (at < 0 || at >= self.data.length) throw IndexError('bytearray index out of range');
  return at;
}

const indexError = (key: Py) =>
  TypeError(
    rt.dialect === 2
      ? 'bytearray indices must be integer'
      : `bytearray indices must be integers or slices, not ${typeOf(key).name}`,
  );

function refuseResize(self: PyByteArray): void {
  if (self.exports > 0 && isLent(self)) throw lentOut();
}

const lentOut = (): Py => BufferError('Existing exports of data: object cannot be re-sized');

/** Memory of so few bytes is kept, however little of it is used. */
const SMALL = 64;

/** Gives the content a new length; new bytes at the end are for the caller to write. */
function resize(self: PyByteArray, length: number): void {
  if (length === self.length) return;
  refuseResize(self);
  const room = self.memory.length;
  if (self.roomy && length <= room && (length * 2 >= room || room <= SMALL)) {
    self.length = length;
    return;
  }
  checkLength(length);
  const { data } = self;
  const larger = new Uint8Array(length < data.length ? length : length + (length >> 3) + 16);
  larger.set(length < data.length ? data.subarray(0, length) : data);
  self.data = larger;
  self.length = length;
  self.roomy = true;
}

/** Appends bytes, which may be those of `self`: what is written stands behind them, or in new memory. */
export function appendBytes(self: PyByteArray, more: Uint8Array): void {
  const at = self.length;
  resize(self, at + more.length);
  putBytes(self.memory, more, at);
}

/** `self[start:stop] = bytes`. */
function replaceRange(self: PyByteArray, start: number, stop: number, bytes: Uint8Array): void {
  const { length } = self.data;
  const next = length - (stop - start) + bytes.length;
  if (next > length) {
    resize(self, next);
    self.data.copyWithin(start + bytes.length, stop, length);
  } else if (next < length) {
    refuseResize(self);
    if (start === 0 && bytes.length === 0 && self.dropFront(stop)) return;
    self.data.copyWithin(start + bytes.length, stop, length);
    resize(self, next);
  }
  self.data.set(bytes, start);
}

function assignSlice(self: PyByteArray, { start, stop, step, count }: Selection, bytes: Uint8Array): void {
  if (step === 1) {
    replaceRange(self, start, Math.max(start, stop), bytes);
    return;
  }
  if (bytes.length === 0) {
    deleteSteps(self, start, step, count);
    return;
  }
  if (bytes.length !== count) {
    throw ValueError(`attempt to assign bytes of size ${bytes.length} to extended slice of size ${count}`);
  }
  for (let i = 0, at = start; i < count; i++, at += step) self.data[at] = bytes[i]!;
}

function deleteSteps(self: PyByteArray, start: number, step: number, count: number): void {
  if (count === 0) return;
  refuseResize(self);
  const first = step > 0 ? start : start + (count - 1) * step;
  const distance = Math.abs(step);
  const { data } = self;
  let to = first;
  for (let at = first, k = 0; at < data.length; at++) {
    if (k < count && at === first + k * distance) k++;
    else data[to++] = data[at]!;
  }
  resize(self, to);
}

/** What may be assigned to a slice; a copy where it is the bytearray itself. */
function sliceValue(self: PyByteArray, value: Py): Uint8Array {
  if (value === self) return new Uint8Array(self.data);
  const data = bufferOrUndefined(value);
  if (data !== undefined) return data;
  if (typeof value === 'string' || value instanceof PyStrBox || value instanceof PyUnicode || isNumber(value)) {
    throw TypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  }
  // It is what `bytearray(value)` holds: in Python 2 so many zeros.
  if (rt.dialect === 2 && special(value, '__index__') !== undefined) return zeros(value);
  const kind = `'${typeOf(value).name}' object`;
  return iterated(value, () =>
    TypeError(rt.dialect === 2 ? `${kind} is not iterable` : `cannot convert ${kind} to bytearray`),
  );
}

function zeros(count: Py): Uint8Array {
  const length = Number(asIndex(count));
  if (length < 0) throw ValueError('negative count');
  return new Uint8Array(length);
}

/** What `PyNumber_Check` takes for a number. */
const isNumber = (o: Py): boolean =>
  o instanceof PyComplex ||
  special(o, '__int__') !== undefined ||
  special(o, '__float__') !== undefined ||
  (rt.dialect === 3 && special(o, '__index__') !== undefined);

function extension(source: Py): Uint8Array {
  if (rt.dialect === 2) {
    if (typeof source === 'string') return fromLatin1(source);
    if (source instanceof PyUnicode) throw TypeError('an integer or string of size 1 is required');
  }
  const data = bufferOrUndefined(source);
  if (data !== undefined) return data;
  if (typeof source === 'string' || source instanceof PyStrBox) {
    throw TypeError(`expected iterable of integers; got: 'str'`);
  }
  const kind = typeOf(source).name;
  return iterated(source, () =>
    TypeError(rt.dialect === 2 ? `'${kind}' object is not iterable` : `can't extend bytearray with ${kind}`),
  );
}

function iterated(source: Py, refused: () => Py): Uint8Array {
  let it: Iterator;
  try {
    it = iterate(source);
  } catch (error) {
    if (error instanceof PyBaseException && isSubtype(error.c$, TypeError.type)) throw refused();
    throw error;
  }
  const bytes: number[] = [];
  for (let item = it.nx(); item !== undefined; item = it.nx()) bytes.push(elementValue(item));
  return Uint8Array.from(bytes);
}
