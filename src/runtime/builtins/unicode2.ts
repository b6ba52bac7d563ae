/**
 * Python 2's `unicode`.
 * Spec: https://docs.python.org/2.7/library/functions.html#unicode
 */
import { bufferOrUndefined } from '../object/buffer.js';
import { stringOrder } from '../object/compare.js';
import { PyBaseException, TypeError, UnicodeDecodeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import type { Py } from '../object/object.js';
import { concatenationError } from '../object/operators.js';
import { asciiEncoder } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyByteArray, PyStaticMethod, PyTuple, PyUnicode } from '../object/values.js';
import { cpCodes, cpLength } from '../text/codePoints.js';
import { hashString2 } from '../text/numberHash.js';
import { unicodeRepr2 } from '../text/strRepr.js';
import { selfUnicode2, unicodeArg2 } from './args2.js';
import { decodeAscii2, encodeAscii2, strBytes } from './ascii2.js';
import { basestringType } from './basestring.js';
import { checkNew } from './checkNew.js';
import { decodeText } from './codecs.js';
import { sequenceItem2, sequenceSlice2 } from './sequence2.js';
import { repeatCount } from './sequenceSearch.js';
import { kindName, repeatText } from './strArgs.js';
import { toUnicode2 } from './toUnicode2.js';
import { unicodeMethods2 } from './unicode2Methods.js';
import { warn } from './warn.js';

export const unicodeType: PyType = builtinType({ name: 'unicode', js: PyUnicode, base: basestringType });

asciiEncoder.current = encodeAscii2;

defineMembers(unicodeType, () => ({
  __doc__: 'Text: an immutable sequence of Unicode code points.',
  __new__: new PyStaticMethod(
    fn("(cls, string=u'', encoding='ascii', errors='strict')", (cls: Py, o: Py, encoding: Py, errors: Py) => {
      checkNew(cls, unicodeType);
      const result = newUnicode(o, encoding, errors);
      return cls === unicodeType ? result : new cls.ctor(result.value);
    }),
  ),
  __len__: method('()', (self: Py) => cpLength(selfUnicode2(self, '__len__'))),
  __getitem__: method(
    '(key, /)',
    (self: Py, key: Py) => new PyUnicode(sequenceItem2(selfUnicode2(self, '__getitem__'), key, false)),
  ),
  __getslice__: method(
    '(i, j, /)',
    (self: Py, i: Py, j: Py) => new PyUnicode(sequenceSlice2(selfUnicode2(self, '__getslice__'), i, j)),
  ),
  __contains__: method('(key, /)', (self: Py, key: Py) =>
    selfUnicode2(self, '__contains__').includes(unicodeArg2(key)),
  ),
  __add__: method('(value, /)', (self: Py, other: Py) => concatenated(selfUnicode2(self, '__add__'), other)),
  __radd__: method('(value, /)', (self: Py, other: Py) => {
    const bytes = strBytes(other);
    return bytes === undefined ? NotImplemented : new PyUnicode(decodeAscii2(bytes) + selfUnicode2(self, '__radd__'));
  }),
  __mul__: method('(value, /)', repeated),
  __rmul__: method('(value, /)', repeated),
  __eq__: comparison('__eq__', (order) => order === 0, false),
  __ne__: comparison('__ne__', (order) => order !== 0, true),
  __lt__: comparison('__lt__', (order) => order < 0),
  __le__: comparison('__le__', (order) => order <= 0),
  __gt__: comparison('__gt__', (order) => order > 0),
  __ge__: comparison('__ge__', (order) => order >= 0),
  __hash__: method('()', (self: Py) => hashString2(cpCodes(selfUnicode2(self, '__hash__')))),
  __str__: method('()', (self: Py) => encodeAscii2(selfUnicode2(self, '__str__'))),
  __repr__: method('()', (self: Py) => unicodeRepr2(selfUnicode2(self, '__repr__'))),
  __getnewargs__: method('()', (self: Py) => new PyTuple([new PyUnicode(selfUnicode2(self, '__getnewargs__'))])),
  __sizeof__: method('()', (self: Py) => 52 + 4 * cpLength(selfUnicode2(self, '__sizeof__'))),
  ...unicodeMethods2(),
}));

function newUnicode(o: Py, encoding: Py, errors: Py): PyUnicode {
  if (o === undefined) return new PyUnicode('');
  if (encoding === undefined && errors === undefined) return toUnicode2(o);
  const codec = optionArg(encoding, 2) ?? 'ascii';
  const handler = optionArg(errors, 3) ?? 'strict';
  if (o instanceof PyUnicode) throw TypeError('decoding Unicode is not supported');
  if (o instanceof PyByteArray) throw TypeError('decoding bytearray is not supported');
  const data = bufferOrUndefined(o);
  if (data === undefined) throw TypeError(`coercing to Unicode: need string or buffer, ${typeOf(o).name} found`);
  return new PyUnicode(decodeText(data, codec, handler, o));
}

function optionArg(o: Py, position: number): string | undefined {
  if (o === undefined) return undefined;
  const text = strBytes(o) ?? (o instanceof PyUnicode ? encodeAscii2(o.value) : undefined);
  if (text === undefined) throw TypeError(`unicode() argument ${position} must be string, not ${kindName(o)}`);
  return text;
}

function concatenated(s: string, other: Py): Py {
  if (other instanceof PyUnicode) return new PyUnicode(s + other.value);
  const bytes = strBytes(other);
  if (bytes !== undefined) return new PyUnicode(s + decodeAscii2(bytes));
  if (bufferOrUndefined(other) === undefined) throw concatenationError('unicode', other);
  return new PyUnicode(s + unicodeArg2(other));
}

function repeated(self: Py, times: Py): Py {
  const count = repeatCount(times);
  return new PyUnicode(repeatText(selfUnicode2(self, '__mul__'), count, 2 ** 62));
}

/** `undecodable`: the answer for a str with bytes beyond ASCII; without one that raises UnicodeDecodeError. */
function comparison(name: string, holds: (order: number) => boolean, undecodable?: boolean): Py {
  return method('(value, /)', (self: Py, other: Py) => {
    const bytes = strBytes(other);
    if (bytes === undefined && !(other instanceof PyUnicode)) return NotImplemented;
    let text: string;
    try {
      text = bytes === undefined ? other.value : decodeAscii2(bytes);
    } catch (error) {
      const failed = error instanceof PyBaseException && error.c$ === UnicodeDecodeError.type;
      if (undecodable !== undefined && failed) {
        const words = undecodable ? 'unequal' : 'equal';
        warn(
          'UnicodeWarning',
          `Unicode ${words} comparison failed to convert both arguments to Unicode - interpreting them as being unequal`,
        );
        return undecodable;
      }
      throw error;
    }
    return holds(stringOrder(selfUnicode2(self, name), text));
  });
}
