/** How an array is pickled: by the machine format of its items, or as a list for old protocols. */
import { bytesResult } from '../../io/values.js';
import { bufferOf } from '../../object/buffer.js';
import { rt } from '../../object/context.js';
import { fn } from '../../object/fn.js';
import { asIndex } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { instanceDict } from '../../object/namespace.js';
import type { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyList, PyTuple } from '../../object/values.js';
import { PyArray } from './array.js';
import { kindOf } from './kinds.js';
import { arrayText, byteSwap, fromBytes, isText, typeCode } from './contents.js';

/** The numbers of CPython's machine formats, by type code. */
const MACHINE: Readonly<Record<string, number>> = {
  B: 0,
  b: 1,
  H: 2,
  h: 4,
  I: 6,
  i: 8,
  L: 10,
  l: 12,
  Q: 10,
  q: 12,
  f: 14,
  d: 16,
  u: 20,
  w: 20,
};

/** `__reduce_ex__`. */
export function reduce(self: PyArray, protocol: Py): PyTuple {
  const cls = typeOf(self);
  const state = cls.isHeap ? instanceDict(self) : null;
  if (rt.dialect === 2 || asIndex(protocol) < 3) {
    const content = isText(self.kind.code) ? arrayText(self) : new PyList(self.items());
    return new PyTuple([cls, new PyTuple([self.kind.code, content]), state]);
  }
  return new PyTuple([
    reconstructor,
    new PyTuple([cls, self.kind.code, MACHINE[self.kind.code], bytesResult(new Uint8Array(self.bytes))]),
    state,
  ]);
}

/** `array._array_reconstructor`. */
export const reconstructor = fn(
  '(arraytype, typecode, mformat_code, items, /)',
  (cls: PyType, code: Py, format: Py, items: Py) => {
    const made = new cls.ctor(kindOf(typeCode(code))) as PyArray;
    fromBytes(made, new Uint8Array(bufferOf(items)));
    if (Number(asIndex(format)) % 2 === 1 && made.kind.itemsize > 1) byteSwap(made);
    return made;
  },
  '_array_reconstructor',
);
