/**
 * `bytearray` of both dialects.
 * Spec: https://docs.python.org/3/library/stdtypes.html#bytearray-objects
 */
import { bufferOrUndefined, fromLatin1, toLatin1 } from '../object/buffer.js';
import { call } from '../object/call.js';
import { asSize } from '../object/number.js';
import { defaultState } from '../pickle/reduce.js';
import { rt } from '../object/context.js';
import { BufferError, IndexError, TypeError } from '../object/errors.js';
import { isLent } from '../object/lending.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import type { Py } from '../object/object.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyByteArray, PyBytes, PyClassMethod, PySlice, PyStaticMethod, PyTuple, PyUnicode } from '../object/values.js';
import { changingMembers } from './bytearrayChange.js';
import { bytesFromHex, bytesHex } from './bytesHex.js';
import { ByteArrayIterator } from './bytesIterator.js';
import { type Maker, sharedByteMembers } from './bytesMethods.js';
import { byteSearchMembers } from './bytesSearch.js';
import { byteComparisons, byteSequenceMembers, pickBytes, reprOfBytes } from './bytesSequence.js';
import { encodedSource, plainSource } from './bytesSource.js';
import { checkNew } from './checkNew.js';
import { decodeMethod } from './decodeMethod.js';
import { memoryView } from './memoryview.js';
import { select } from './sliceIndices.js';
import { itemIndex } from './strArgs.js';

export const byteArrayType: PyType = builtinType({ name: 'bytearray', js: PyByteArray });

const make: Maker = {
  text: (latin1) => new PyByteArray(fromLatin1(latin1)),
  data: (bytes) => new PyByteArray(bytes),
};

const NEW_IN_3 =
  'clear copy hex isascii maketrans removeprefix removesuffix __mod__ __rmod__ __buffer__ __release_buffer__'.split(
    ' ',
  );

/** What bytearray offers in the dialect that is running. */
export function byteArrayMembers(): Members {
  const members = allMembers();
  if (rt.dialect === 2) for (const name of NEW_IN_3) delete members[name];
  return members;
}

defineMembers(byteArrayType, byteArrayMembers);

const allMembers = (): Members => ({
  __doc__: 'A mutable sequence of ints in range(256).',
  __hash__: null,
  __new__: new PyStaticMethod(
    fn('(cls, *args, **kwargs)', (cls: Py) => {
      checkNew(cls, byteArrayType);
      return new cls.ctor(new Uint8Array());
    }),
  ),
  __init__: method(
    "(source=b'', encoding='utf-8', errors='strict')",
    (self: PyByteArray, source: Py, encoding: Py, errors: Py) => {
      const encoded = encodedSource('bytearray', source, encoding, errors);
      if (self.exports > 0 && isLent(self)) throw BufferError('Existing exports of data: object cannot be re-sized');
      const data =
        encoded ??
        (source === undefined ? new Uint8Array() : plainSource('bytearray', source, 'byte must be in range(0, 256)'));
      self.data = data;
      return null;
    },
  ),
  ...byteSequenceMembers(make),
  ...byteSearchMembers(),
  ...sharedByteMembers(make),
  ...byteComparisons((o) => bufferOrUndefined(o)),
  ...changingMembers(),
  __iter__: method('()', (self: PyByteArray) => new ByteArrayIterator(self)),
  __getitem__: method('(key, /)', (self: PyByteArray, key: Py) => byteArrayItem(self.data, key)),
  __repr__: method('()', (self: PyByteArray) => `${nameOf(self)}(${shown(self.data)})`),
  __str__: method('()', (self: PyByteArray) =>
    rt.dialect === 2 ? toLatin1(self.data) : `${nameOf(self)}(${shown(self.data)})`,
  ),
  __sizeof__: method('()', (self: PyByteArray) => 56 + (self.data.length === 0 ? 0 : self.data.length + 1)),
  __reduce__: method('()', (self: PyByteArray) => reduced(self)),
  __reduce_ex__: method('(proto=0, /)', (self: PyByteArray, protocol: Py) =>
    reduced(self, protocol === undefined ? 0 : asSize(protocol)),
  ),
  __buffer__: method('(flags, /)', (self: PyByteArray) => memoryView(self)),
  __release_buffer__: method('(buffer, /)', () => null),
  decode: decodeMethod(),
  hex: method('(sep=<unrepresentable>, bytes_per_sep=1)', (self: PyByteArray, sep: Py, group: Py) =>
    bytesHex(self.data, sep, group),
  ),
  fromhex: new PyClassMethod(
    fn('(cls, string, /)', (cls: PyType, text: Py) =>
      cls === byteArrayType ? new PyByteArray(bytesFromHex(text)) : call(cls, [new PyBytes(bytesFromHex(text))]),
    ),
  ),
});

const nameOf = (self: PyByteArray): string => (rt.dialect === 2 ? 'bytearray' : self.c$.name);

/** In the repr of a bytearray a single quote is escaped whenever there is one, even between double quotes. */
function shown(data: Uint8Array): string {
  const text = reprOfBytes(data);
  return text.startsWith('b"') ? text.replaceAll("'", "\\'") : text;
}

/** As a text, which Python 2 can read too, or from protocol 3 on as bytes. */
function reduced(self: PyByteArray, protocol = 2): Py {
  const text = toLatin1(self.data);
  const state = defaultState(self);
  if (rt.dialect === 2) return new PyTuple([self.c$, new PyTuple([new PyUnicode(text), 'latin-1']), state]);
  const args = self.data.length === 0 ? [] : protocol < 3 ? [text, 'latin-1'] : [new PyBytes(self.data.slice())];
  return new PyTuple([self.c$, new PyTuple(args), state]);
}

function byteArrayItem(data: Uint8Array, key: Py): Py {
  if (key instanceof PySlice) return new PyByteArray(pickBytes(data, select(key, data.length)));
  const index = itemIndex(key, indexError);
  const value = data[index < 0 ? index + data.length : index];
  if (value === undefined) throw IndexError('bytearray index out of range');
  return value;
}

const indexError = (key: Py) =>
  TypeError(
    rt.dialect === 2
      ? 'bytearray indices must be integers'
      : `bytearray indices must be integers or slices, not ${typeOf(key).name}`,
  );
