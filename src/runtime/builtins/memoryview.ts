/**
 * `memoryview`.
 *
 * An object that lends its memory cannot see when the last view of it is gone, as CPython can by counting references (object/lending.ts).
 * Spec: https://docs.python.org/3/library/stdtypes.html#memoryview
 */

import {
  type BufferInfo,
  bufferInfo,
  byteCount,
  contiguousBytes,
  isContiguous,
  PyMemoryView,
  toLatin1,
} from '../object/buffer.js';
import { rt } from '../object/context.js';
import { equals } from '../object/equality.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { noteView } from '../object/lending.js';
import { hashString, identity } from '../object/hash.js';
import { defineMembers, getter } from '../object/install.js';
import type { Py } from '../object/object.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyBytes, PyClassMethod, PyStaticMethod, PyTuple } from '../object/values.js';
import { bytesHex } from './bytesHex.js';
import { asLong } from './long2.js';
import { assignItem, itemAt, itemCount, listOf, MemoryIterator, valuesOf, viewItem } from './memoryAccess.js';
import { castView } from './memoryCast.js';

export const memoryviewType: PyType = builtinType({ name: 'memoryview', js: PyMemoryView, subclassable: false });

/** A memoryview of any object with a buffer, or TypeError. */
export function memoryView(o: Py): PyMemoryView {
  const info = bufferInfo(o);
  if (info === undefined) {
    throw TypeError(
      rt.dialect === 2
        ? 'cannot make memory view because object does not have the buffer interface'
        : `memoryview: a bytes-like object is required, not '${typeOf(o).name}'`,
    );
  }
  const owner = ownerOf(o);
  noteView(owner);
  return new PyMemoryView(owner, info);
}

/** The object whose memory it is: what lends out another's says whose (`pickle.PickleBuffer`). */
function ownerOf(o: Py): Py {
  if (o instanceof PyMemoryView) return o.obj;
  const { lends$ } = o as { lends$?: Py };
  return lends$ === undefined ? o : ownerOf(lends$);
}

/** The memory of a view that was not released. */
function open(self: PyMemoryView): BufferInfo {
  if (self.info === null) throw released();
  return self.info;
}

const released = () => ValueError('operation forbidden on released memoryview object');
const NEW_IN_3 =
  'cast c_contiguous contiguous f_contiguous hex obj release toreadonly __enter__ __exit__ __buffer__ __release_buffer__ _from_flags'.split(
    ' ',
  );

/** An int attribute: Python 2 gives longs. */
const size = (n: number): Py => (rt.dialect === 2 ? asLong(n) : n);
const sizes = (ns: readonly number[]): Py => new PyTuple(ns.map(size));

defineMembers(memoryviewType, () => {
  const members = { ...objectMembers(), ...itemMembers(), ...attributeMembers() };
  if (rt.dialect === 2) for (const name of NEW_IN_3) delete members[name];
  return members;
});

const objectMembers = (): Members => ({
  __doc__: 'A view of the memory of another object.',
  __new__: new PyStaticMethod(fn('(cls, object)', (_cls: Py, o: Py) => memoryView(o))),
  __repr__: method('()', (self: PyMemoryView) => {
    const address = `0x${identity(self).toString(16)}`;
    return self.info === null ? `<released memory at ${address}>` : `<memory at ${address}>`;
  }),
  __eq__: method('(value, /)', (self: PyMemoryView, other: Py) => isEqual(self, other)),
  __ne__: method('(value, /)', (self: PyMemoryView, other: Py) => {
    const equal = isEqual(self, other);
    return equal === NotImplemented ? equal : !equal;
  }),
  __hash__: method('()', (self: PyMemoryView) => {
    if (self.hash !== undefined) return self.hash;
    const info = open(self);
    if (!info.readonly) throw ValueError('cannot hash writable memoryview object');
    if (!/^@?[Bbc]$/.test(info.format))
      throw ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    self.hash = hashString(toLatin1(contiguousBytes(info)));
    return self.hash;
  }),
  __enter__: method('()', (self: PyMemoryView) => {
    open(self);
    self.enter();
    return self;
  }),
  __exit__: method('(*args)', (self: PyMemoryView) => {
    self.release();
    return null;
  }),
  release: method('()', (self: PyMemoryView) => {
    self.release();
    return null;
  }),
  tobytes: method("(order='C')", (self: PyMemoryView, order: Py) => bytesInOrder(open(self), order)),
  tolist: method('()', (self: PyMemoryView) => listOf(open(self))),
  toreadonly: method('()', (self: PyMemoryView) => new PyMemoryView(self.obj, { ...open(self), readonly: true })),
  __buffer__: method('(flags, /)', (self: PyMemoryView) => memoryView(self)),
  __release_buffer__: method('(buffer, /)', () => null),
  _from_flags: new PyClassMethod(fn('(cls, object, flags)', (_cls: Py, o: Py) => memoryView(o))),
  cast: method(
    '(format, shape=<unrepresentable>)',
    (self: PyMemoryView, format: Py, shape: Py) => new PyMemoryView(self.obj, castView(open(self), format, shape)),
  ),
  hex: method('(sep=<unrepresentable>, bytes_per_sep=1)', (self: PyMemoryView, sep: Py, group: Py) =>
    bytesHex(contiguousBytes(open(self)), sep, group),
  ),
});

const itemMembers = (): Members => ({
  __len__: method('()', (self: PyMemoryView) => itemCount(open(self))),
  __iter__: method('()', (self: PyMemoryView) => new MemoryIterator(self, open(self))),
  __getitem__: method('(key, /)', (self: PyMemoryView, key: Py) => {
    const found = viewItem(open(self), key);
    return typeof found === 'number' ? itemAt(open(self), found) : new PyMemoryView(self.obj, found);
  }),
  __setitem__: method('(key, value, /)', (self: PyMemoryView, key: Py, value: Py) => {
    assignItem(open(self), key, value);
    return null;
  }),
  __delitem__: method('(key, /)', (self: PyMemoryView) => {
    throw TypeError(open(self).readonly ? 'cannot modify read-only memory' : 'cannot delete memory');
  }),
});

const attributeMembers = (): Members => ({
  obj: getter((self: PyMemoryView) => {
    open(self);
    return self.obj;
  }),
  nbytes: getter((self: PyMemoryView) => byteCount(open(self))),
  readonly: getter((self: PyMemoryView) => open(self).readonly),
  format: getter((self: PyMemoryView) => open(self).format),
  itemsize: getter((self: PyMemoryView) => size(open(self).itemsize)),
  ndim: getter((self: PyMemoryView) => size(open(self).shape.length)),
  shape: getter((self: PyMemoryView) => sizes(open(self).shape)),
  strides: getter((self: PyMemoryView) => sizes(open(self).strides)),
  suboffsets: getter((self: PyMemoryView) => (open(self) && rt.dialect === 2 ? null : new PyTuple([]))),
  c_contiguous: getter((self: PyMemoryView) => isContiguous(open(self))),
  f_contiguous: getter((self: PyMemoryView) => isFortranContiguous(open(self))),
  contiguous: getter((self: PyMemoryView) => isContiguous(open(self)) || isFortranContiguous(open(self))),
});

const reversed = (info: BufferInfo): BufferInfo => ({
  ...info,
  shape: [...info.shape].reverse(),
  strides: [...info.strides].reverse(),
});

const isFortranContiguous = (info: BufferInfo) => isContiguous(reversed(info));

function bytesInOrder(info: BufferInfo, order: Py): Py {
  const name = order === undefined || order === null ? 'C' : order;
  if (name !== 'C' && name !== 'F' && name !== 'A') throw ValueError("order must be 'C', 'F' or 'A'");
  const fortran = name === 'F' || (name === 'A' && !isContiguous(info) && isFortranContiguous(info));
  const bytes = contiguousBytes(fortran ? reversed(info) : info);
  return rt.dialect === 2 ? toLatin1(bytes) : new PyBytes(new Uint8Array(bytes));
}

/** Equal shapes and items; a released view only equals itself. */
function isEqual(self: PyMemoryView, other: Py): Py {
  if (self.info === null) return self === other;
  if (other instanceof PyMemoryView && other.info === null) return false;
  const mine = self.info;
  const theirs = bufferInfo(other);
  if (theirs === undefined) return NotImplemented;
  if (theirs.shape.length !== mine.shape.length || mine.shape.some((n, i) => theirs.shape[i] !== n)) return false;
  if (mine.format === theirs.format && /^@?[Bbc]$/.test(mine.format)) {
    return Buffer.compare(contiguousBytes(mine), contiguousBytes(theirs)) === 0;
  }
  const values = valuesOf(theirs);
  return valuesOf(mine).every((value, i) => equals(value, values[i]));
}
