/**
 * Python 2's `buffer`: a part of an object's memory, read as a str.
 * Spec: https://docs.python.org/2.7/library/functions.html#buffer
 */
import { bufferOrUndefined, fromLatin1, toLatin1 } from '../object/buffer.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { hashString } from '../object/hash.js';
import { defineMembers } from '../object/install.js';
import { strValue } from '../object/number.js';
import { type Py, PyInstance } from '../object/object.js';
import { builtinType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyStaticMethod, PyUnicode } from '../object/values.js';
import { intArg2 } from './args2.js';
import { id } from './attributeFunctions.js';
import { address } from './object.js';
import { getItem } from './subscript.js';

class PyBuffer extends PyInstance {
  constructor(
    readonly base: Py,
    readonly offset: number,
    /** Bytes, or -1 for all from the offset. */
    readonly size: number,
  ) {
    super();
  }
}

export const bufferType = builtinType({ name: 'buffer', js: PyBuffer, subclassable: false });

/** All of an object's memory, one character a byte; undefined where it lends none. */
function memoryOf(o: Py): string | undefined {
  const text = strValue(o);
  if (text !== undefined) return text;
  if (o instanceof PyBuffer) return contents(o);
  // As CPython keeps it: four bytes a character.
  if (o instanceof PyUnicode)
    return Buffer.from(Uint32Array.from([...o.value], (c) => c.codePointAt(0)!).buffer).toString('latin1');
  const bytes = bufferOrUndefined(o);
  return bytes === undefined ? undefined : toLatin1(bytes);
}

function contents(b: PyBuffer): string {
  const all = memoryOf(b.base) ?? '';
  return b.size < 0 ? all.slice(b.offset) : all.slice(b.offset, b.offset + b.size);
}

function newBuffer(base: Py, offset: Py, size: Py): PyBuffer {
  if (memoryOf(base) === undefined) throw TypeError('buffer object expected');
  const [from, length] = [intArg2(offset), intArg2(size, -1)];
  if (from < 0) throw ValueError('offset must be zero or positive');
  if (length < -1) throw ValueError('size must be zero or positive');
  return new PyBuffer(base, from, length);
}

const compare = (test: (a: string, b: string) => boolean) =>
  method('(other, /)', (self: PyBuffer, other: Py) => {
    const right = memoryOf(other);
    return right === undefined || other instanceof PyUnicode ? NotImplemented : test(contents(self), right);
  });

defineMembers(bufferType, () => ({
  __new__: new PyStaticMethod(
    fn('(cls, object, offset=0, size=-1)', (_cls: Py, base: Py, offset: Py, size: Py) => newBuffer(base, offset, size)),
  ),
  __len__: method('()', (self: PyBuffer) => contents(self).length),
  __getitem__: method('(index, /)', (self: PyBuffer, index: Py) => getItem(contents(self), index)),
  __str__: method('()', contents),
  __repr__: method(
    '()',
    (self: PyBuffer) =>
      `<read-only buffer for 0x${id(self.base).toString(16)}, size ${self.size}, offset ${self.offset} at ${address(self)}>`,
  ),
  __add__: method('(other, /)', (self: PyBuffer, other: Py) => {
    const right = memoryOf(other);
    if (right === undefined) throw TypeError(`bad argument type for built-in operation (${typeOf(other).name})`);
    return contents(self) + right;
  }),
  __mul__: method('(n, /)', (self: PyBuffer, n: Py) => contents(self).repeat(Math.max(0, intArg2(n)))),
  __hash__: method('()', (self: PyBuffer) => hashString(contents(self))),
  __eq__: compare((a, b) => a === b),
  __ne__: compare((a, b) => a !== b),
  __lt__: compare((a, b) => a < b),
  __le__: compare((a, b) => a <= b),
  __gt__: compare((a, b) => a > b),
  __ge__: compare((a, b) => a >= b),
}));

Object.defineProperty(PyBuffer.prototype, 'buffer$', {
  value(this: PyBuffer) {
    const bytes = fromLatin1(contents(this));
    return { bytes, offset: 0, format: 'B', itemsize: 1, shape: [bytes.length], strides: [1], readonly: true };
  },
});
