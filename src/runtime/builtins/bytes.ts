/**
 * `bytes` of Python 3. (In Python 2 `bytes` is `str`.)
 * Spec: https://docs.python.org/3/library/stdtypes.html#bytes-objects
 */

import { call } from '../object/call.js';
import { special } from '../object/attributes.js';
import { fromLatin1, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { IndexError, TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { hashBytes } from '../object/hash.js';
import { defineMembers } from '../object/install.js';
import type { Py } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyBytes, PyClassMethod, PySlice, PyStaticMethod, PyTuple } from '../object/values.js';
import { bytesFromHex, bytesHex } from './bytesHex.js';
import { BytesIterator } from './bytesIterator.js';
import { type Maker, sharedByteMembers } from './bytesMethods.js';
import { byteSearchMembers } from './bytesSearch.js';
import { byteComparisons, byteSequenceMembers, pickBytes, reprOfBytes } from './bytesSequence.js';
import { encodedSource, plainSource } from './bytesSource.js';
import { checkNew } from './checkNew.js';
import { decodeMethod } from './decodeMethod.js';
import { memoryView } from './memoryview.js';
import { select } from './sliceIndices.js';
import { itemIndex } from './strArgs.js';

export const bytesType: PyType = builtinType({ name: 'bytes', js: PyBytes });

const make: Maker = {
  text: (latin1) => new PyBytes(fromLatin1(latin1)),
  data: (bytes) => new PyBytes(bytes),
};

defineMembers(bytesType, () => ({
  __doc__: 'An immutable sequence of ints in range(256).',
  __new__: new PyStaticMethod(
    fn("(cls, source=b'', encoding='utf-8', errors='strict')", (cls: Py, source: Py, encoding: Py, errors: Py) => {
      checkNew(cls, bytesType);
      return newBytes(cls, source, encoding, errors);
    }),
  ),
  ...byteSequenceMembers(make),
  ...byteSearchMembers(),
  ...sharedByteMembers(make),
  ...byteComparisons((o) => (o instanceof PyBytes ? o.data : undefined)),
  __iter__: method('()', (self: PyBytes) => new BytesIterator(self)),
  __getitem__: method('(key, /)', (self: PyBytes, key: Py) => bytesItem(self.data, key)),
  __hash__: method('()', (self: PyBytes) => hashBytes(self.data)),
  __repr__: method('()', (self: PyBytes) => reprOfBytes(self.data)),
  __str__: method('()', (self: PyBytes) => (rt.dialect === 2 ? toLatin1(self.data) : reprOfBytes(self.data))),
  __bytes__: method('()', (self: PyBytes) => (self.c$ === bytesType ? self : new PyBytes(self.data))),
  __getnewargs__: method('()', (self: PyBytes) => new PyTuple([new PyBytes(self.data)])),
  __sizeof__: method('()', (self: PyBytes) => 33 + self.data.length),
  __buffer__: method('(flags, /)', (self: PyBytes) => memoryView(self)),
  decode: decodeMethod(),
  hex: method('(sep=<unrepresentable>, bytes_per_sep=1)', (self: PyBytes, sep: Py, group: Py) =>
    bytesHex(self.data, sep, group),
  ),
  fromhex: new PyClassMethod(
    fn('(cls, string, /)', (cls: PyType, text: Py) => {
      const data = new PyBytes(bytesFromHex(text));
      return cls === bytesType ? data : call(cls, [data]);
    }),
  ),
}));

function newBytes(cls: PyType, source: Py, encoding: Py, errors: Py): Py {
  const wrap = (data: Uint8Array): Py => (cls === bytesType ? new PyBytes(data) : new cls.ctor(data));
  if (source === undefined && encoding === undefined && errors === undefined) return wrap(new Uint8Array());
  if (encoding === undefined && errors === undefined) {
    if (source instanceof PyBytes && source.c$ === bytesType) return cls === bytesType ? source : wrap(source.data);
    const own = source === null || typeof source !== 'object' ? undefined : special(source, '__bytes__');
    if (own === undefined && source?.c$?.isHeap && source.c$.proto.$__bytes__ === null)
      throw TypeError("'NoneType' object is not callable");
    if (own !== undefined) {
      const result = own(source);
      if (!(result instanceof PyBytes)) throw TypeError(`__bytes__ returned non-bytes (type ${typeOf(result).name})`);
      return cls === bytesType ? result : wrap(result.data);
    }
  }
  const encoded = encodedSource('bytes', source, encoding, errors);
  return wrap(encoded ?? plainSource('bytes', source, 'bytes must be in range(0, 256)'));
}

/** `b[key]`: an int for an index, bytes for a slice. */
export function bytesItem(data: Uint8Array, key: Py): Py {
  if (key instanceof PySlice) return new PyBytes(pickBytes(data, select(key, data.length)));
  const index = itemIndex(key, indexError);
  const value = data[index < 0 ? index + data.length : index];
  if (value === undefined) throw IndexError('index out of range');
  return value;
}

const indexError = (key: Py) => TypeError(`byte indices must be integers or slices, not ${typeOf(key).name}`);
