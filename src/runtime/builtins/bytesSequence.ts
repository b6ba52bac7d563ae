/** What bytes and bytearray are as sequences: length, items, comparison, concatenation, repetition. */
import { bufferOrUndefined, copyOfRange, equalBytes, putBytes, toLatin1 } from '../object/buffer.js';
import { OverflowError } from '../object/errors.js';
import { method } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { concatenationError } from '../object/operators.js';
import type { Members } from '../object/type.js';
import { NotImplemented, PyBytes } from '../object/values.js';
import { bytesRepr } from '../text/strRepr.js';
import { selfData } from './bytesArgs.js';
import type { Maker } from './bytesMethods.js';
import { repeatCount } from './sequenceSearch.js';
import type { Selection } from './sliceIndices.js';
import { checkLength, mostUnits } from './strArgs.js';

export const byteSequenceMembers = (make: Maker): Members => ({
  __len__: method('()', (self: Py) => selfData(self, '__len__').length),
  __add__: method('(value, /)', (self: Py, other: Py) => {
    const right = bufferOrUndefined(other);
    if (right === undefined) throw concatenationError(self instanceof PyBytes ? 'bytes' : 'bytearray', other);
    return make.data(concatBytes(selfData(self, '__add__'), right));
  }),
  __mul__: method('(value, /)', (self: Py, times: Py) => repeated(make, self, times)),
  __rmul__: method('(value, /)', (self: Py, times: Py) => repeated(make, self, times)),
});

function repeated(make: Maker, self: Py, times: Py): Py {
  const count = repeatCount(times);
  const data = selfData(self, '__mul__');
  if (data.length * count >= mostUnits(data.length) && self instanceof PyBytes) {
    throw OverflowError('repeated bytes are too long');
  }
  return make.data(repeatBytes(data, count));
}

export function concatBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  checkLength(a.length + b.length);
  const result = new Uint8Array(a.length + b.length);
  putBytes(result, a, 0);
  putBytes(result, b, a.length);
  return result;
}

export function repeatBytes(data: Uint8Array, count: number): Uint8Array {
  if (data.length === 0 || count <= 0) return new Uint8Array();
  checkLength(data.length * count);
  const result = new Uint8Array(data.length * count);
  if (data.length === 1) return result.fill(data[0]!);
  result.set(data);
  // What is there already is put behind it, so that there are few copies to be made.
  const { length } = result;
  for (let done = data.length; done < length; done *= 2) result.copyWithin(done, 0, Math.min(done, length - done));
  return result;
}

/** The selected bytes, in a new array. */
export function pickBytes(data: Uint8Array, { start, step, count }: Selection): Uint8Array {
  if (step === 1) return copyOfRange(data, start, start + count);
  if (step === -1 && count > 0) return copyOfRange(data, start - count + 1, start + 1).reverse();
  const result = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) result[i] = data[at]!;
  return result;
}

/** -1, 0 or 1 in the order of the bytes. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => Buffer.compare(a, b);

/** The six comparison methods; `other` gives the bytes that the object can be compared with, or undefined. */
export function byteComparisons(other: (o: Py, ordered: boolean) => Uint8Array | undefined): Members {
  const comparison = (name: string, holds: (order: number) => boolean) =>
    method('(value, /)', (self: Py, o: Py) => {
      const right = other(o, true);
      return right === undefined ? NotImplemented : holds(compareBytes(selfData(self, name), right));
    });
  const equality = (name: string, wanted: boolean) =>
    method('(value, /)', (self: Py, o: Py) => {
      const right = other(o, false);
      return right === undefined ? NotImplemented : equalBytes(selfData(self, name), right) === wanted;
    });
  return {
    __eq__: equality('__eq__', true),
    __ne__: equality('__ne__', false),
    __lt__: comparison('__lt__', (order) => order < 0),
    __le__: comparison('__le__', (order) => order <= 0),
    __gt__: comparison('__gt__', (order) => order > 0),
    __ge__: comparison('__ge__', (order) => order >= 0),
  };
}

export const reprOfBytes = (data: Uint8Array): string => bytesRepr(toLatin1(data));
