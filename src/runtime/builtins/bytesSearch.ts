/** Methods of bytes and bytearray that search, on the bytes themselves. */

import { special } from '../object/attributes.js';
import { bufferOrUndefined } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { indexOfLongBytes, isLong } from '../text/longSearch.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple } from '../object/values.js';
import { byteValue, bytesArg, patternArg, selfData } from './bytesArgs.js';
import { endArg, startArg } from './strArgs.js';

interface Searches {
  indexOf(this: Uint8Array, part: Uint8Array | number, from: number): number;
  lastIndexOf(this: Uint8Array, part: Uint8Array | number, from: number): number;
}
const search = Buffer.prototype as unknown as Searches;

/** First place of `part` at or after `from`, or -1. */
export function indexOfBytes(data: Uint8Array, part: Uint8Array, from = 0): number {
  if (part.length === 0) return from <= data.length ? from : -1;
  if (part.length === 1) return indexOfByte(data, part[0]!, from);
  if (isLong(part.length, data.length - from)) return indexOfLongBytes(data, part, from);
  return from >= data.length ? -1 : search.indexOf.call(data, part, from);
}

/** In few bytes V8's own search is there before Node's has begun. */
const FEW_BYTES = 300;

function indexOfByte(data: Uint8Array, byte: number, from: number): number {
  if (data.length - from < FEW_BYTES) return data.indexOf(byte, from);
  return search.indexOf.call(data, byte, from);
}

/** Last place of `part`, or -1. */
export function lastIndexOfBytes(data: Uint8Array, part: Uint8Array): number {
  if (part.length === 0) return data.length;
  if (part.length > data.length) return -1;
  return part.length === 1 ? data.lastIndexOf(part[0]!) : search.lastIndexOf.call(data, part, data.length);
}

/** Occurrences that do not overlap. */
export function countBytes(data: Uint8Array, part: Uint8Array): number {
  if (part.length === 0) return data.length + 1;
  if (part.length === 1) return countByte(data, part[0]!);
  let n = 0;
  for (let at = indexOfBytes(data, part); at >= 0; at = indexOfBytes(data, part, at + part.length)) n++;
  return n;
}

/** Where a byte comes this often, looking at each byte is faster than a search from one to the next. */
const DENSE_BYTES = 4096;
const HITS_IN_DENSE = 32;

function countByte(data: Uint8Array, byte: number): number {
  const { length } = data;
  let n = 0;
  for (let at = 0; at < length; ) {
    const end = Math.min(at + DENSE_BYTES, length);
    const before = n;
    for (; at < end; at++) if (data[at] === byte) n++;
    for (let isSparse = n - before < HITS_IN_DENSE; isSparse && at < length; ) {
      const next = search.indexOf.call(data, byte, at);
      if (next < 0) return n;
      n++;
      isSparse = next - at > DENSE_BYTES / HITS_IN_DENSE;
      at = next + 1;
    }
  }
  return n;
}

interface Range {
  readonly start: number;
  readonly part: Uint8Array;
}

/** The bytes from `start` up to `end`, Python's optional bounds; undefined where they are no range. */
function range(data: Uint8Array, start: Py, end: Py): Range | undefined {
  let first = startArg(start);
  let last = endArg(end);
  if (first === 0 && last >= data.length) return { start: 0, part: data };
  if (first < 0) first = Math.max(first + data.length, 0);
  if (last < 0) last = Math.max(last + data.length, 0);
  else last = Math.min(last, data.length);
  return first > last ? undefined : { start: first, part: data.subarray(first, last) };
}

const RANGE = '(sub, start=None, end=None, /)';

function finder(name: string, find: (data: Uint8Array, part: Uint8Array) => number, missing: boolean): Py {
  return method(RANGE, (self: Py, sub: Py, start: Py, end: Py) => {
    const where = range(selfData(self, name), start, end);
    const wanted = patternArg(sub);
    const at = where === undefined ? -1 : find(where.part, wanted);
    if (at >= 0) return at + where!.start;
    if (missing) return -1;
    throw ValueError('subsection not found');
  });
}

export const byteSearchMembers = (): Members => ({
  find: finder('find', indexOfBytes, true),
  rfind: finder('rfind', lastIndexOfBytes, true),
  index: finder('index', indexOfBytes, false),
  rindex: finder('rindex', lastIndexOfBytes, false),
  count: method(RANGE, (self: Py, sub: Py, start: Py, end: Py) => {
    const where = range(selfData(self, 'count'), start, end);
    const wanted = patternArg(sub);
    return where === undefined ? 0 : countBytes(where.part, wanted);
  }),
  __contains__: method(
    '(key, /)',
    (self: Py, key: Py) => indexOfBytes(selfData(self, '__contains__'), memberArg(key)) >= 0,
  ),
  startswith: edgeTest('startswith', 'prefix', (data, part) => part.every((byte, i) => data[i] === byte)),
  endswith: edgeTest('endswith', 'suffix', (data, part) => {
    const from = data.length - part.length;
    return part.every((byte, i) => data[from + i] === byte);
  }),
});

/** What stands before `in`: the message differs from find's. */
const isIndex = (key: Py) => bufferOrUndefined(key) === undefined && special(key, '__index__') !== undefined;

/** What `in` looks for: an int is a byte, in Python 2 too. */
function memberArg(key: Py): Uint8Array {
  if (rt.dialect === 2 && (intValue(key) !== undefined || isIndex(key))) return Uint8Array.of(byteValue(key));
  try {
    return patternArg(key);
  } catch (error) {
    if ((error as Py)?.c$ !== TypeError.type || rt.dialect === 2) throw error;
    throw TypeError(`a bytes-like object is required, not '${typeOf(key).name}'`);
  }
}

type EdgeTest = (data: Uint8Array, part: Uint8Array) => boolean;

/** startswith and endswith: one bytes-like object or a tuple of them. */
function edgeTest(name: string, parameter: string, test: EdgeTest): Py {
  return method(`(${parameter}, start=None, end=None, /)`, (self: Py, part: Py, start: Py, end: Py) => {
    const where = range(selfData(self, name), start, end);
    const fits = (bytes: Uint8Array) =>
      where !== undefined && bytes.length <= where.part.length && test(where.part, bytes);
    if (part instanceof PyTuple) return part.items.some((item) => fits(bytesArg(item)));
    const bytes = bufferOrUndefined(part);
    if (bytes === undefined) {
      if (rt.dialect === 2) bytesArg(part);
      throw TypeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeOf(part).name}`);
    }
    return fits(bytes);
  });
}
