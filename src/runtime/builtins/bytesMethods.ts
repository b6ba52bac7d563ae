/**
 * The methods that bytes and bytearray share: case, predicates, stripping, padding, splitting, joining, translating.
 *
 * Most work on a string of one character a byte, where JavaScript's own string functions are fastest.
 */
import { bufferOrUndefined, copyOfRange, putBytes, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import type { PyFunction } from '../object/function.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyByteArray, PyBytes, PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import * as ascii from '../text/asciiMethods.js';
import {
  center,
  expandTabs,
  ljust,
  removePrefix,
  removeSuffix,
  rjust,
  type StripSide,
  strip,
  zfill,
} from '../text/strMethods.js';
import { replace } from '../text/strSearch.js';
import { isSpaceByte, partition, rpartition, rsplit, split, splitlines } from '../text/strSplit.js';
import { isAscii } from '../text/unicode.js';
import { intArg2 } from './args2.js';
import { bytesArg, latin1Arg, selfData, selfLatin1 } from './bytesArgs.js';
import { countBytes, indexOfBytes } from './bytesSearch.js';
import { percentBytes } from './percent.js';
import { checkLength, cIntArg, joinItems, sizeArg } from './strArgs.js';

/** Makes an object of the type whose methods these are. */
export interface Maker {
  /** From one character a byte. */
  readonly text: (latin1: string) => Py;
  /** From bytes that nobody else keeps. */
  readonly data: (bytes: Uint8Array) => Py;
}

export const sharedByteMembers = (make: Maker): Members => ({
  ...caseMembers(make),
  ...trimMembers(make),
  ...splitMembers(make),
  ...changeMembers(make),
});

function test(name: string, holds: (s: string) => boolean): PyFunction {
  return method('()', (self: Py) => holds(selfLatin1(self, name)));
}

function caseMembers(make: Maker): Members {
  const change = (name: string, f: (s: string) => string) =>
    method('()', (self: Py) => make.text(f(selfLatin1(self, name))));
  return {
    upper: method('()', (self: Py) => make.data(inOtherCase(selfData(self, 'upper'), 0x61))),
    lower: method('()', (self: Py) => make.data(inOtherCase(selfData(self, 'lower'), 0x41))),
    capitalize: change('capitalize', ascii.asciiCapitalize),
    title: change('title', ascii.asciiTitle),
    swapcase: change('swapcase', ascii.asciiSwapcase),
    isalpha: test('isalpha', ascii.asciiIsAlpha),
    isdigit: test('isdigit', ascii.asciiIsDigit),
    isalnum: test('isalnum', ascii.asciiIsAlnum),
    isspace: test('isspace', ascii.asciiIsSpace),
    isupper: test('isupper', ascii.asciiIsUpper),
    islower: test('islower', ascii.asciiIsLower),
    istitle: test('istitle', ascii.asciiIsTitle),
    isascii: test('isascii', isAscii),
  };
}

/** A copy of bytes with the 26 letters from the one with the code `first` on in the other case. */
function inOtherCase(bytes: Uint8Array, first: number): Uint8Array {
  const n = bytes.length;
  if (n > MANY) return manyInOtherCase(bytes, first);
  const result = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const byte = bytes[i]!;
    result[i] = (byte - first) >>> 0 < 26 ? byte ^ 0x20 : byte;
  }
  return result;
}

/** From so many bytes on, four at once are faster. */
const MANY = 64;
const EACH = 0x01010101;

function manyInOtherCase(bytes: Uint8Array, first: number): Uint8Array {
  const result = new Uint8Array(bytes);
  const words = new Uint32Array(result.buffer, 0, result.length >> 2);
  // Added to seven bits, these reach the eighth from the first letter on, and from behind the last one on.
  const fromFirst = (0x80 - first) * EACH;
  const behindLast = (0x80 - first - 26) * EACH;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const seven = word & 0x7f7f7f7f;
    const letters = (seven + fromFirst) & ~(seven + behindLast) & ~word & 0x80808080;
    words[i] = word ^ (letters >>> 2);
  }
  for (let i = words.length << 2; i < result.length; i++)
    if ((result[i]! - first) >>> 0 < 26) result[i] = result[i]! ^ 0x20;
  return result;
}

/** What is left of bytes without the white space at one side or both. A copy. */
function withoutSpace(bytes: Uint8Array, side: StripSide): Uint8Array {
  let start = 0;
  let end = bytes.length;
  if (side !== 'right') while (start < end && isSpaceByte(bytes[start]!)) start++;
  if (side !== 'left') while (end > start && isSpaceByte(bytes[end - 1]!)) end--;
  return copyOfRange(bytes, start, end);
}

function trimMembers(make: Maker): Members {
  const stripper = (name: string, side: StripSide) =>
    method('(bytes=None, /)', (self: Py, chars: Py) => {
      if ((chars === undefined || chars === null) && (self instanceof PyBytes || self instanceof PyByteArray))
        return make.data(withoutSpace(self.data, side));
      const wanted = chars === undefined || chars === null ? null : latin1Arg(chars);
      return make.text(strip(selfLatin1(self, name), wanted, side, 'bytes'));
    });
  const padder = (name: string, pad: (s: string, width: number, fill: string) => string) =>
    method("(width, fillchar=b' ', /)", (self: Py, width: Py, fill: Py) => {
      const size = sizeArg(width);
      const text = fill === undefined ? ' ' : fillArg(fill, name);
      checkLength(size);
      return make.text(pad(selfLatin1(self, name), size, text));
    });
  return {
    strip: stripper('strip', 'both'),
    lstrip: stripper('lstrip', 'left'),
    rstrip: stripper('rstrip', 'right'),
    center: padder('center', center),
    ljust: padder('ljust', ljust),
    rjust: padder('rjust', rjust),
    zfill: method('(width, /)', (self: Py, width: Py) => {
      const size = sizeArg(width);
      checkLength(size);
      return make.text(zfill(selfLatin1(self, 'zfill'), size));
    }),
    expandtabs: method('(tabsize=8)', (self: Py, tabsize: Py) => {
      const size = cIntArg(tabsize, 8);
      return make.text(expandTabs(selfLatin1(self, 'expandtabs'), size));
    }),
    removeprefix: method('(prefix, /)', (self: Py, prefix: Py) =>
      make.text(removePrefix(selfLatin1(self, 'removeprefix'), latin1Arg(prefix))),
    ),
    removesuffix: method('(suffix, /)', (self: Py, suffix: Py) =>
      make.text(removeSuffix(selfLatin1(self, 'removesuffix'), latin1Arg(suffix))),
    ),
  };
}

function fillArg(fill: Py, name: string): string {
  const data = bufferOrUndefined(fill);
  if (data === undefined || data.length !== 1) {
    throw TypeError(
      `${name}() argument 2 must be a byte string of length 1, not ${fill === null ? 'None' : typeOf(fill).name}`,
    );
  }
  return String.fromCharCode(data[0]!);
}

function splitMembers(make: Maker): Members {
  const list = (parts: string[]) => new PyList(parts.map(make.text));
  const splitter = (name: string, f: typeof split) =>
    method('(sep=None, maxsplit=-1)', (self: Py, sep: Py, maxsplit: Py) => {
      const limit = sizeArg(maxsplit, -1);
      if (f === split && sep !== undefined && sep !== null) {
        const data = selfData(self, name);
        const by = bytesArg(sep);
        if (by.length === 1) return new PyList(splitBytes(data, by[0]!, limit).map(make.data));
      }
      const s = selfLatin1(self, name);
      return list(f(s, sep === undefined || sep === null ? null : nonEmpty(latin1Arg(sep)), limit, 'bytes'));
    });
  const parter = (name: string, f: typeof partition) =>
    method('(sep, /)', (self: Py, sep: Py) => {
      const parts = f(selfLatin1(self, name), nonEmpty(latin1Arg(sep))).map(make.text);
      // Bytes give the very separator back.
      if (rt.dialect === 3 && !(self instanceof PyByteArray) && parts[1].data.length > 0) parts[1] = sep;
      return new PyTuple(parts);
    });
  return {
    split: splitter('split', split),
    rsplit: splitter('rsplit', rsplit),
    splitlines: method('(keepends=False)', (self: Py, keepends: Py) =>
      list(splitlines(selfLatin1(self, 'splitlines'), keepsEnds(keepends), 'bytes')),
    ),
    partition: parter('partition', partition),
    rpartition: parter('rpartition', rpartition),
    join: method('(iterable_of_bytes, /)', (self: Py, iterable: Py) =>
      make.data(joinBytes(selfData(self, 'join'), iterable)),
    ),
  };
}

/** The parts of bytes between those of one value, copied. */
function splitBytes(data: Uint8Array, by: number, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  const most = limit < 0 ? Infinity : limit;
  let start = 0;
  while (parts.length < most) {
    const end = data.indexOf(by, start);
    if (end < 0) break;
    parts.push(copyOfRange(data, start, end));
    start = end + 1;
  }
  parts.push(copyOfRange(data, start, data.length));
  return parts;
}

const keepsEnds = (keepends: Py): boolean =>
  rt.dialect === 2 ? intArg2(keepends) !== 0 : keepends !== undefined && truthy(keepends);

function nonEmpty(sep: string): string {
  if (sep === '') throw ValueError('empty separator');
  return sep;
}

/** `sep.join(iterable)`. */
function joinBytes(sep: Uint8Array, iterable: Py): Uint8Array {
  const plain = (iterable instanceof PyList || iterable instanceof PyTuple) && !iterable.c$.isHeap;
  const items: Py[] = plain ? iterable.items : joinItems(iterable);
  const parts: Uint8Array[] = new Array(items.length);
  let length = sep.length * Math.max(items.length - 1, 0);
  for (let i = 0; i < items.length; i++) {
    const data = bufferOrUndefined(items[i]);
    if (data === undefined) {
      throw TypeError(`sequence item ${i}: expected a bytes-like object, ${typeOf(items[i]).name} found`);
    }
    parts[i] = data;
    length += data.length;
  }
  checkLength(length);
  const result = new Uint8Array(length);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) {
      putBytes(result, sep, at);
      at += sep.length;
    }
    const part = parts[i]!;
    putBytes(result, part, at);
    at += part.length;
  }
  return result;
}

/** Up to so many bytes, replacing them where they are is faster than in a text made of them. */
const SHORT = 1024;

/** The first `times` places of `from`, which are there, replaced. */
function replaceBytes(data: Uint8Array, from: Uint8Array, to: Uint8Array, times: number): Uint8Array {
  const result = new Uint8Array(data.length + times * (to.length - from.length));
  let read = 0;
  let write = 0;
  for (let left = times; left > 0; left--) {
    const at = indexOfBytes(data, from, read);
    while (read < at) result[write++] = data[read++]!;
    for (let i = 0; i < to.length; i++) result[write++] = to[i]!;
    read += from.length;
  }
  while (read < data.length) result[write++] = data[read++]!;
  return result;
}

function changeMembers(make: Maker): Members {
  return {
    replace: method('(old, new, count=-1, /)', (self: Py, old: Py, replacement: Py, limit: Py) => {
      const data = selfData(self, 'replace');
      const from = bytesArg(old);
      const to = bytesArg(replacement);
      const most = sizeArg(limit, -1);
      // Python 2 puts nothing into empty bytes where a number of times is given.
      const found = rt.dialect === 2 && most >= 0 && data.length === 0 ? 0 : countBytes(data, from);
      const times = most < 0 ? found : Math.min(found, most);
      checkLength(data.length + times * (to.length - from.length));
      if (from.length > 0 && data.length <= SHORT) return make.data(replaceBytes(data, from, to, times));
      return make.text(replace(toLatin1(data), toLatin1(from), toLatin1(to), times));
    }),
    translate: method("(table, /, delete=b'')", (self: Py, table: Py, dropped: Py) =>
      make.data(translateBytes(selfData(self, 'translate'), table, dropped)),
    ),
    __mod__: method('(value, /)', (self: Py, value: Py) => make.text(percentBytes(selfLatin1(self, '__mod__'), value))),
    __rmod__: method('(value, /)', (self: Py, value: Py) =>
      value instanceof PyBytes || value instanceof PyByteArray
        ? make.text(percentBytes(toLatin1(value.data), self))
        : NotImplemented,
    ),
    maketrans: new PyStaticMethod(fn('(frm, to, /)', makeTable)),
  };
}

const NOTHING = new Uint8Array();
/** The table that changes nothing. */
const SAME = Uint8Array.from({ length: 256 }, (_, i) => i);

function translateBytes(data: Uint8Array, table: Py, dropped: Py): Uint8Array {
  const map = table === null ? null : bytesArg(table);
  if (map !== null && map.length !== 256) throw ValueError('translation table must be 256 characters long');
  const drop = dropped === undefined ? NOTHING : bytesArg(dropped);
  if (map !== null && drop.length === 0) return mappedBytes(data, map);
  // Every byte is written; the next one is written over a dropped one.
  const kept = new Uint8Array(256).fill(1);
  for (const byte of drop) kept[byte] = 0;
  const to = map ?? SAME;
  const result = new Uint8Array(data.length);
  let n = 0;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i]!;
    result[n] = to[byte]!;
    n += kept[byte]!;
  }
  return n === result.length ? result : result.slice(0, n);
}

function mappedBytes(data: Uint8Array, map: Uint8Array): Uint8Array {
  const n = data.length;
  const result = new Uint8Array(n);
  for (let i = 0; i < n; i++) result[i] = map[data[i]!]!;
  return result;
}

function makeTable(from: Py, to: Py): PyBytes {
  const keys = bytesArg(from);
  const values = bytesArg(to);
  if (keys.length !== values.length) throw ValueError('maketrans arguments must have same length');
  const table = SAME.slice();
  keys.forEach((key, i) => {
    table[key] = values[i]!;
  });
  return new PyBytes(table);
}
