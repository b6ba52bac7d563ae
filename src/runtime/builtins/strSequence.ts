/** What `str` is as a sequence and as an object: length, items, comparison, concatenation, hash, repr. */
import { stringOrder } from '../object/compare.js';
import { IndexError, TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { hashString } from '../object/hash.js';
import { strIterator } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { concatenationError } from '../object/operators.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PySlice, PyStrBox, PyTuple } from '../object/values.js';
import { cpAt, cpLength, cpSlice, isBmp } from '../text/codePoints.js';
import { strRepr } from '../text/strRepr.js';
import { isAscii } from '../text/unicode.js';
import { repeatCount } from './sequenceSearch.js';
import { select } from './sliceIndices.js';
import { itemIndex, repeatText, selfText } from './strArgs.js';

const textOf = (o: Py): string | undefined => (typeof o === 'string' ? o : o instanceof PyStrBox ? o.value : undefined);

/** Comparison method `name`; NotImplemented for what is no str. */
function comparison(name: string, holds: (order: number) => boolean): Py {
  return method('(value, /)', (self: Py, other: Py) => {
    const b = textOf(other);
    return b === undefined ? NotImplemented : holds(stringOrder(selfText(self, name), b));
  });
}

export const sequenceMembers = (): Members => ({
  __len__: method('()', (self: Py) => cpLength(selfText(self, '__len__'))),
  __iter__: method('()', (self: Py) => strIterator(selfText(self, '__iter__'))),
  __getitem__: method('(key, /)', (self: Py, key: Py) => textItem(selfText(self, '__getitem__'), key)),
  __contains__: method('(key, /)', (self: Py, key: Py) => {
    const part = textOf(key);
    if (part === undefined) {
      throw TypeError(`'in <string>' requires string as left operand, not ${typeOf(key).name}`);
    }
    return selfText(self, '__contains__').includes(part);
  }),
  __add__: method('(value, /)', (self: Py, other: Py) => {
    const b = textOf(other);
    if (b === undefined) throw concatenationError('str', other);
    return selfText(self, '__add__') + b;
  }),
  __mul__: method('(value, /)', repeated),
  __rmul__: method('(value, /)', repeated),
  __eq__: comparison('__eq__', (order) => order === 0),
  __ne__: comparison('__ne__', (order) => order !== 0),
  __lt__: comparison('__lt__', (order) => order < 0),
  __le__: comparison('__le__', (order) => order <= 0),
  __gt__: comparison('__gt__', (order) => order > 0),
  __ge__: comparison('__ge__', (order) => order >= 0),
  __hash__: method('()', (self: Py) => hashString(selfText(self, '__hash__'))),
  __str__: method('()', (self: Py) => selfText(self, '__str__')),
  __repr__: method('()', (self: Py) => strRepr(selfText(self, '__repr__'))),
  __getnewargs__: method('()', (self: Py) => new PyTuple([selfText(self, '__getnewargs__')])),
  __sizeof__: method('()', (self: Py) => textSize(selfText(self, '__sizeof__'))),
});

function repeated(self: Py, count: Py): Py {
  const times = repeatCount(count);
  return repeatText(selfText(self, '__mul__'), times);
}

/** `s[key]` for an index or a slice. */
export function textItem(s: string, key: Py): string {
  if (key instanceof PySlice) {
    const plain = isBmp(s);
    const { start, stop, step } = select(key, plain ? s.length : cpLength(s));
    if (step === 1) return stop <= start ? '' : plain ? s.slice(start, stop) : cpSlice(s, start, stop);
    return cpSlice(s, start, stop, step);
  }
  const index = itemIndex(key, indexError);
  const length = cpLength(s);
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) throw IndexError('string index out of range');
  return cpAt(s, at);
}

const indexError = (key: Py) => TypeError(`string indices must be integers, not '${typeOf(key).name}'`);

/** Bytes that CPython would use: 1, 2 or 4 for each character by the widest one. */
function textSize(s: string): number {
  const length = cpLength(s);
  if (isAscii(s)) return 41 + length;
  if (length !== s.length) return 60 + 4 * length;
  return /[^\0-\xff]/.test(s) ? 58 + 2 * length : 57 + length;
}
