/**
 * What `str` offers in Python 2, where it holds bytes (one in each character of the JavaScript string) and turns into
 * unicode wherever it meets unicode.
 * Spec: https://docs.python.org/2.7/library/stdtypes.html#string-methods
 */

import { fromLatin1 } from '../object/buffer.js';
import { stringOrder } from '../object/compare.js';
import { TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { hashOf } from '../object/hash.js';
import type { Py } from '../object/object.js';
import { concatenationError } from '../object/operators.js';
import { str, strValueOf } from '../object/text.js';
import type { Members, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyByteArray, PyStaticMethod, PyTuple, PyUnicode } from '../object/values.js';
import { strRepr2 } from '../text/strRepr.js';
import { selfBytes2 } from './args2.js';
import { decodeAscii2, strBytes } from './ascii2.js';
import { concatBytes } from './bytesSequence.js';
import { checkNew } from './checkNew.js';
import { sequenceItem2, sequenceSlice2 } from './sequence2.js';
import { repeatCount } from './sequenceSearch.js';
import { byteMethods2 } from './str2Methods.js';
import { repeatText } from './strArgs.js';

export const str2Members = (strType: PyType): Members => ({
  __doc__: 'Text as bytes: an immutable sequence of characters of one byte each.',
  __new__: new PyStaticMethod(
    fn("(cls, object='')", (cls: Py, object: Py) => {
      checkNew(cls, strType);
      if (cls === strType) return object === undefined ? '' : strValueOf(object);
      return new cls.ctor(object === undefined ? '' : str(object));
    }),
  ),
  __len__: method('()', (self: Py) => selfBytes2(self, '__len__').length),
  __getitem__: method('(key, /)', (self: Py, key: Py) => sequenceItem2(selfBytes2(self, '__getitem__'), key, true)),
  __getslice__: method('(i, j, /)', (self: Py, i: Py, j: Py) => sequenceSlice2(selfBytes2(self, '__getslice__'), i, j)),
  __contains__: method('(key, /)', (self: Py, key: Py) => {
    const s = selfBytes2(self, '__contains__');
    if (key instanceof PyUnicode) return decodeAscii2(s).includes(key.value);
    const part = strBytes(key);
    if (part === undefined) {
      throw TypeError(`'in <string>' requires string as left operand, not ${typeOf(key).name}`);
    }
    return s.includes(part);
  }),
  __add__: method('(value, /)', (self: Py, other: Py) => concatenated(selfBytes2(self, '__add__'), other)),
  __mul__: method('(value, /)', repeated),
  __rmul__: method('(value, /)', repeated),
  __eq__: comparison('__eq__', (order) => order === 0),
  __ne__: comparison('__ne__', (order) => order !== 0),
  __lt__: comparison('__lt__', (order) => order < 0),
  __le__: comparison('__le__', (order) => order <= 0),
  __gt__: comparison('__gt__', (order) => order > 0),
  __ge__: comparison('__ge__', (order) => order >= 0),
  __hash__: method('()', (self: Py) => hashOf(selfBytes2(self, '__hash__'))),
  __str__: method('()', (self: Py) => selfBytes2(self, '__str__')),
  __repr__: method('()', (self: Py) => strRepr2(selfBytes2(self, '__repr__'))),
  __getnewargs__: method('()', (self: Py) => new PyTuple([selfBytes2(self, '__getnewargs__')])),
  __sizeof__: method('()', (self: Py) => 37 + selfBytes2(self, '__sizeof__').length),
  ...byteMethods2(),
});

function concatenated(s: string, other: Py): Py {
  const more = strBytes(other);
  if (more !== undefined) return s + more;
  if (other instanceof PyUnicode) return new PyUnicode(decodeAscii2(s) + other.value);
  if (other instanceof PyByteArray) return new PyByteArray(concatBytes(fromLatin1(s), other.data));
  throw concatenationError('str', other);
}

function repeated(self: Py, times: Py): Py {
  const count = repeatCount(times);
  return repeatText(selfBytes2(self, '__mul__'), count);
}

function comparison(name: string, holds: (order: number) => boolean): Py {
  return method('(value, /)', (self: Py, other: Py) => {
    const b = strBytes(other);
    return b === undefined ? NotImplemented : holds(stringOrder(selfBytes2(self, name), b));
  });
}
