/** Methods of `str` that strip, pad, split and join. */
import { unitAt } from '../text/units.js';
import { TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStrBox, PyTuple } from '../object/values.js';
import { cpLength } from '../text/codePoints.js';
import { center, expandTabs, ljust, rjust, type StripSide, strip, zfill } from '../text/strMethods.js';
import { partition, rpartition, rsplit, split, splitlines } from '../text/strSplit.js';
import { checkLength, cIntArg, joinItems, plainTextArg, selfText, sizeArg, withSeparator } from './strArgs.js';

export const shapeMembers = (): Members => ({
  strip: method('(chars=None, /)', (self: Py, chars: Py) => {
    if (typeof self === 'string' && chars === undefined && isBareAscii(self)) return self;
    return stripped(self, chars, 'strip', 'both');
  }),
  lstrip: method('(chars=None, /)', (self: Py, chars: Py) => stripped(self, chars, 'lstrip', 'left')),
  rstrip: method('(chars=None, /)', (self: Py, chars: Py) => stripped(self, chars, 'rstrip', 'right')),
  center: method("(width, fillchar=' ', /)", (self: Py, width: Py, fill: Py) =>
    padded(self, width, fill, 'center', center),
  ),
  ljust: method("(width, fillchar=' ', /)", (self: Py, width: Py, fill: Py) =>
    padded(self, width, fill, 'ljust', ljust),
  ),
  rjust: method("(width, fillchar=' ', /)", (self: Py, width: Py, fill: Py) =>
    padded(self, width, fill, 'rjust', rjust),
  ),
  zfill: method('(width, /)', (self: Py, width: Py) => {
    const size = sizeArg(width);
    checkLength(size);
    return zfill(selfText(self, 'zfill'), size);
  }),
  expandtabs: method('(tabsize=8)', (self: Py, tabsize: Py) => {
    const size = cIntArg(tabsize, 8);
    return expandTabs(selfText(self, 'expandtabs'), size);
  }),
  split: method('(sep=None, maxsplit=-1)', (self: Py, sep: Py, maxsplit: Py) => {
    const s = selfText(self, 'split');
    if (typeof sep === 'string' && sep !== '' && maxsplit === undefined) return new PyList(s.split(sep));
    const limit = sizeArg(maxsplit, -1);
    return new PyList(split(s, separator(sep), limit));
  }),
  rsplit: method('(sep=None, maxsplit=-1)', (self: Py, sep: Py, maxsplit: Py) => {
    const limit = sizeArg(maxsplit, -1);
    return new PyList(rsplit(selfText(self, 'rsplit'), separator(sep), limit));
  }),
  splitlines: method(
    '(keepends=False)',
    (self: Py, keepends: Py) =>
      new PyList(splitlines(selfText(self, 'splitlines'), keepends !== undefined && truthy(keepends))),
  ),
  partition: method('(sep, /)', (self: Py, sep: Py) =>
    withSeparator(partition(selfText(self, 'partition'), nonEmpty(plainTextArg(sep))), sep),
  ),
  rpartition: method('(sep, /)', (self: Py, sep: Py) =>
    withSeparator(rpartition(selfText(self, 'rpartition'), nonEmpty(plainTextArg(sep))), sep),
  ),
  join: method('(iterable, /)', (self: Py, iterable: Py) => joinText(selfText(self, 'join'), iterable)),
});

/** No white space at either end, for sure. */
function isBareAscii(s: string): boolean {
  if (s === '') return true;
  const first = unitAt(s, 0);
  const last = unitAt(s, s.length - 1);
  return first > 32 && first < 127 && last > 32 && last < 127;
}

function stripped(self: Py, chars: Py, name: string, side: StripSide): string {
  const s = selfText(self, name);
  if (chars === undefined || chars === null) return strip(s, null, side);
  if (typeof chars === 'string') return strip(s, chars, side);
  if (chars instanceof PyStrBox) return strip(s, chars.value, side);
  throw TypeError(`${name} arg must be None or str`);
}

function padded(
  self: Py,
  width: Py,
  fill: Py,
  name: string,
  pad: (s: string, width: number, fill: string) => string,
): string {
  const s = selfText(self, name);
  const size = sizeArg(width);
  if (fill === undefined) {
    checkLength(size);
    return pad(s, size, ' ');
  }
  const text = typeof fill === 'string' ? fill : fill instanceof PyStrBox ? fill.value : undefined;
  if (text === undefined) {
    throw TypeError(`The fill character must be a unicode character, not ${typeOf(fill).name}`);
  }
  if (cpLength(text) !== 1) throw TypeError('The fill character must be exactly one character long');
  checkLength(size * text.length);
  return pad(s, size, text);
}

/** The separator of split: null for white space. */
function separator(sep: Py): string | null {
  if (sep === undefined || sep === null) return null;
  const text = typeof sep === 'string' ? sep : sep instanceof PyStrBox ? sep.value : undefined;
  if (text === undefined) throw TypeError(`must be str or None, not ${typeOf(sep).name}`);
  return nonEmpty(text);
}

function nonEmpty(sep: string): string {
  if (sep === '') throw ValueError('empty separator');
  return sep;
}

/** `sep.join(iterable)`. */
export function joinText(sep: string, iterable: Py): string {
  const plain = (iterable instanceof PyList || iterable instanceof PyTuple) && !iterable.c$.isHeap;
  const items = plain ? iterable.items : joinItems(iterable);
  let length = sep.length * (items.length - 1);
  let texts: readonly string[] = items;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (typeof item === 'string') length += item.length;
    else if (item instanceof PyStrBox) {
      if (texts === items) texts = items.slice();
      (texts as string[])[i] = item.value;
      length += item.value.length;
    } else throw TypeError(`sequence item ${i}: expected str instance, ${typeOf(item).name} found`);
  }
  checkLength(length);
  return joinStrings(texts, sep);
}

/** Above this many, the pieces of a concatenation take more memory than they save time. */
const FEW = 1000;

function joinStrings(texts: readonly string[], sep: string): string {
  if (texts.length === 0) return '';
  if (texts.length > FEW) return texts.join(sep);
  let result = texts[0]!;
  if (sep === '') for (let i = 1; i < texts.length; i++) result += texts[i]!;
  else
    for (let i = 1; i < texts.length; i++) {
      result += sep;
      result += texts[i]!;
    }
  return result;
}
