/**
 * `multiprocessing.shared_memory.ShareableList`: a list of fixed length in shared memory.
 *
 * Layout: as CPython's, so that it can read one: number of items, offsets of the items and of their end (int64 each), the items
 *         (8 bytes; texts are padded with zeros to a multiple of 8), for each item its `struct` format in 8 bytes, and a byte that says
 *         what to make of it.
 * Spec: https://docs.python.org/3/library/multiprocessing.shared_memory.html#multiprocessing.shared_memory.ShareableList
 */

import { genericAlias } from '../../builtins/genericAlias.js';
import { iteratorMembers } from '../../builtins/iterator.js';
import { call, callKw } from '../../object/call.js';
import { equals } from '../../object/equality.js';
import { IndexError, KeyError, TypeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { PyIterator } from '../../object/pyIterator.js';
import { asSize, normalInt } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { builtinType, libraryClass, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PyClassMethod, PyFloat, PyList, PyTuple } from '../../object/values.js';
import { attributes } from './shareable.js';
import { type PySharedMemory, sharedMemoryType, NAME_PREFIX, randomName } from './sharedMemory.js';
import { member } from './support.js';

const UNIT = 8;
const Back = { number: 0, text: 1, bytes: 2, none: 3 } as const;

interface Packed {
  /** Of the `struct` module. */
  readonly format: string;
  readonly size: number;
  readonly back: number;
  write(view: DataView, at: number): void;
}

class PyShareableList extends PyObject {
  shm: PySharedMemory = null as unknown as PySharedMemory;

  get view(): DataView {
    const { bytes, view } = this.shm;
    if (view === null) throw TypeError("a bytes-like object is required, not 'NoneType'");
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  get length(): number {
    return Number(this.view.getBigInt64(0, true));
  }
  offset(i: number): number {
    return Number(this.view.getBigInt64(UNIT * (i + 1), true));
  }
  get dataStart(): number {
    return UNIT * (this.length + 2);
  }
  get formatsStart(): number {
    return this.dataStart + this.offset(this.length);
  }
  format(i: number): string {
    const { bytes } = this.shm;
    const start = this.formatsStart + UNIT * i;
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, UNIT)
      .toString('latin1')
      .replace(/\0+$/, '');
  }
}

export const shareableListType: PyType = libraryClass({
  name: 'ShareableList',
  js: PyShareableList,
  module: 'multiprocessing.shared_memory',
  hasDict: true,
});

/** Bytes as an item: with room up to the next multiple of 8. */
function packBytes(content: Uint8Array, length: number, back: number): Packed {
  const size = UNIT * (Math.floor(length / UNIT) + 1);
  return { format: `${size}s`, size, back, write: (view, at) => writeBytes(view, at, size, content) };
}

function writeBytes(view: DataView, at: number, size: number, content: Uint8Array): void {
  const target = new Uint8Array(view.buffer, view.byteOffset + at, size);
  target.fill(0);
  target.set(content.subarray(0, size));
}

function pack(value: Py): Packed {
  if (typeof value === 'string') return packBytes(Buffer.from(value, 'utf8'), [...value].length, Back.text);
  if (value instanceof PyBytes) return packBytes(value.data, value.data.length, Back.bytes);
  if (value === null)
    return { format: 'xxxxxx?x', size: UNIT, back: Back.none, write: (view, at) => view.setBigInt64(at, 0n, true) };
  if (typeof value === 'boolean') {
    return {
      format: 'xxxxxxx?',
      size: UNIT,
      back: Back.number,
      write: (view, at) => view.setBigInt64(at, value ? 1n << 56n : 0n, true),
    };
  }
  if (value instanceof PyFloat && !value.c$.isHeap)
    return { format: 'd', size: UNIT, back: Back.number, write: (view, at) => view.setFloat64(at, value.v, true) };
  if (typeof value === 'number' || typeof value === 'bigint') {
    return { format: 'q', size: UNIT, back: Back.number, write: (view, at) => view.setBigInt64(at, word(value), true) };
  }
  throw KeyError(typeOf(value));
}

function word(value: number | bigint): bigint {
  const n = BigInt(value);
  if (BigInt.asIntN(64, n) === n) return n;
  throw call(member('struct', 'error'), ["'q' format requires -9223372036854775808 <= number <= 9223372036854775807"]);
}

function read(self: PyShareableList, i: number): Py {
  const { view } = self;
  const format = self.format(i);
  const at = self.dataStart + self.offset(i);
  const back = view.getInt8(self.formatsStart + UNIT * self.length + i);
  if (back === Back.none) return null;
  if (format === 'q') return normalInt(view.getBigInt64(at, true));
  if (format === 'd') return new PyFloat(view.getFloat64(at, true));
  if (!format.endsWith('s')) return view.getUint8(at + UNIT - 1) !== 0;
  const size = Number.parseInt(format, 10);
  const bytes = Buffer.from(view.buffer, view.byteOffset + at, size);
  let end = size;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return back === Back.text ? bytes.toString('utf8', 0, end) : new PyBytes(new Uint8Array(bytes.subarray(0, end)));
}

function place(self: PyShareableList, position: Py, message: string): number {
  const n = asSize(position);
  const i = n < 0 ? n + self.length : n;
  if (i < 0 || i >= self.length) throw IndexError(message);
  return i;
}

function write(self: PyShareableList, position: Py, value: Py): null {
  const i = place(self, position, 'assignment index out of range');
  const packed = pack(value);
  const { view } = self;
  let { format } = packed;
  if (packed.back === Back.text || packed.back === Back.bytes) {
    const room = self.offset(i + 1) - self.offset(i);
    const content = typeof value === 'string' ? Buffer.byteLength(value) : value.data.length;
    if (content > room) throw ValueError('bytes/str item exceeds available storage');
    // The room stays what it was, so that longer texts fit again later.
    format = `${room}s`;
    writeBytes(
      view,
      self.dataStart + self.offset(i),
      room,
      typeof value === 'string' ? Buffer.from(value, 'utf8') : value.data,
    );
  } else packed.write(view, self.dataStart + self.offset(i));
  writeBytes(view, self.formatsStart + UNIT * i, UNIT, Buffer.from(format, 'latin1'));
  view.setInt8(self.formatsStart + UNIT * self.length + i, packed.back);
  return null;
}

function fill(self: PyShareableList, items: readonly Packed[]): void {
  const { view } = self;
  view.setBigInt64(0, BigInt(items.length), true);
  let offset = 0;
  items.forEach(({ size }, i) => {
    view.setBigInt64(UNIT * (i + 1), BigInt(offset), true);
    offset += size;
  });
  view.setBigInt64(UNIT * (items.length + 1), BigInt(offset), true);
  items.forEach((item, i) => {
    item.write(view, self.dataStart + self.offset(i));
    writeBytes(view, self.formatsStart + UNIT * i, UNIT, Buffer.from(item.format, 'latin1'));
    view.setInt8(self.formatsStart + UNIT * items.length + i, item.back);
  });
}

function init(self: PyShareableList, sequence: Py, name: Py): null {
  if (sequence === undefined || sequence === null) {
    if (name !== undefined && name !== null) {
      self.shm = call(sharedMemoryType, [name]);
      return null;
    }
  }
  const items = (sequence === undefined || sequence === null ? [] : toArray(sequence)).map(pack);
  const size = items.reduce((sum, item) => sum + item.size, 0) + UNIT * (items.length * 2 + 2) + items.length;
  self.shm = call(sharedMemoryType, [name ?? null, true, size]);
  fill(self, items);
  return null;
}

class ShareableListIterator extends PyIterator {
  private at = 0;
  constructor(private readonly list: PyShareableList) {
    super();
  }
  nx(): Py {
    return this.at < this.list.length ? read(this.list, this.at++) : undefined;
  }
}
defineMembers(builtinType({ name: 'iterator', js: ShareableListIterator }), () => iteratorMembers());

const values = (self: PyShareableList): Py[] => Array.from({ length: self.length }, (_, i) => read(self, i));

defineMembers(shareableListType, () => ({
  __dict__: attributes(),
  __init__: method('(sequence=None, *, name=None)', init),
  __getitem__: method('(position)', (self: PyShareableList, position: Py) =>
    read(self, place(self, position, 'index out of range')),
  ),
  __setitem__: method('(position, value)', write),
  __len__: method('()', (self: PyShareableList) => self.length),
  __iter__: method('()', (self: PyShareableList) => new ShareableListIterator(self)),
  __repr__: method(
    '()',
    (self: PyShareableList) =>
      `${typeOf(self).name}(${repr(new PyList(values(self)))}, name=${repr(self.shm.path.slice(1))})`,
  ),
  __reduce__: method(
    '()',
    (self: PyShareableList) =>
      new PyTuple([
        callKw(member('functools', 'partial'), [typeOf(self)], new Map([['name', self.shm.path.slice(1)]])),
        new PyTuple([]),
      ]),
  ),
  count: method(
    '(value)',
    (self: PyShareableList, value: Py) => values(self).filter((item) => equals(item, value)).length,
  ),
  index: method('(value)', (self: PyShareableList, value: Py) => {
    const found = values(self).findIndex((item) => equals(item, value));
    if (found < 0) throw ValueError(`${repr(value)} not in this container`);
    return found;
  }),
  _get_packing_format: method('(position)', (self: PyShareableList, position: Py) => self.format(asSize(position))),
  format: getter((self: PyShareableList) =>
    values(self)
      .map((_, i) => self.format(i))
      .join(''),
  ),
  shm: getter((self: PyShareableList) => self.shm),
  __class_getitem__: new PyClassMethod(fn('(cls, item, /)', (cls: PyType, item: Py) => genericAlias(cls, item))),
}));

export default function shared_memory(): Record<string, Py> {
  return {
    __all__: new PyList(['SharedMemory', 'ShareableList']),
    SharedMemory: sharedMemoryType,
    ShareableList: shareableListType,
    _USE_POSIX: true,
    _SHM_NAME_PREFIX: NAME_PREFIX,
    _SHM_SAFE_NAME_LENGTH: 14,
    _make_filename: fn('()', randomName),
  };
}
