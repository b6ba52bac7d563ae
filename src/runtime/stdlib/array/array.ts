/** The memory of an array: cells of one kind, with room to grow. */
import { BufferError, TypeError } from '../../object/errors.js';
import { isLent } from '../../object/lending.js';
import type { BufferInfo } from '../../object/buffer.js';
import { PyIterator } from '../../object/pyIterator.js';
import { hide, type Py, PyObject } from '../../object/object.js';
import type { Cells, Kind } from './kinds.js';

export class PyArray extends PyObject {
  length = 0;
  cells: Cells;
  /** Views that forbid resizing. */
  exports = 0;
  constructor(readonly kind: Kind) {
    super();
    this.cells = kind.make(new ArrayBuffer(0));
  }
  at(i: number): Py {
    return this.kind.load(this.cells[i]!);
  }
  put(i: number, value: Py): void {
    (this.cells as { [i: number]: number | bigint })[i] = this.kind.store(value);
  }
  override item$(index: number): Py {
    const at = index < 0 ? index + this.length : index;
    return at >= 0 && at < this.length && !this.c$.isHeap ? this.at(at) : undefined;
  }
  override put$(index: number, value: Py): boolean {
    const at = index < 0 ? index + this.length : index;
    if (!(at >= 0 && at < this.length) || this.c$.isHeap) return false;
    this.put(at, value);
    return true;
  }
  /** Makes the length `length`; new cells are zero. */
  resize(length: number): void {
    if (this.exports > 0 && isLent(this)) throw BufferError('cannot resize an array that is exporting buffers');
    const { kind } = this;
    if (length > this.cells.length) {
      const room = Math.max(length, 8, Math.ceil(this.length * 1.125));
      const grown = kind.make(new ArrayBuffer(room * kind.itemsize));
      (grown as Uint8Array).set(this.cells.subarray(0, this.length) as Uint8Array);
      this.cells = grown;
    }
    this.length = length;
  }
  push(value: Py): void {
    const stored = this.kind.store(value);
    this.resize(this.length + 1);
    (this.cells as { [i: number]: number | bigint })[this.length - 1] = stored;
  }
  /** The items' bytes; shares the memory. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.cells.buffer as ArrayBuffer, 0, this.length * this.kind.itemsize);
  }
  appendBytes(bytes: Uint8Array): void {
    const before = this.length;
    this.resize(before + bytes.length / this.kind.itemsize);
    this.bytes.set(bytes, before * this.kind.itemsize);
  }
  /** A new array of the same kind with the cells that `indices` name. */
  select(start: number, step: number, count: number): PyArray {
    const made = new PyArray(this.kind);
    made.resize(count);
    for (let i = 0; i < count; i++) (made.cells as Uint8Array)[i] = this.cells[start + i * step] as number;
    return made;
  }
  items(): Py[] {
    const items: Py[] = [];
    for (let i = 0; i < this.length; i++) items.push(this.at(i));
    return items;
  }
  /** Takes `count` cells at `start` out and puts those of `source` in. */
  splice(start: number, count: number, source: PyArray): void {
    const tail = this.cells.slice(start + count, this.length);
    const added = source === this ? this.cells.slice(0, this.length) : source.cells.subarray(0, source.length);
    const length = this.length - count + added.length;
    if (length !== this.length) this.resize(length);
    const cells = this.cells as Uint8Array;
    cells.set(added as Uint8Array, start);
    cells.set(tail as Uint8Array, start + added.length);
  }
}

hide(PyArray.prototype, 'buffer$', function (this: PyArray): BufferInfo {
  const { itemsize, format } = this.kind;
  return {
    bytes: this.bytes,
    offset: 0,
    format,
    itemsize,
    shape: [this.length],
    strides: [itemsize],
    readonly: false,
    hold: (delta) => {
      this.exports += delta;
    },
  };
});
/** Weak references to arrays are allowed. */
hide(PyArray.prototype, 'isReferable$', true);

export class ArrayIterator extends PyIterator {
  at = 0;
  constructor(public array: PyArray | null) {
    super();
  }
  nx(): Py {
    const { array } = this;
    if (array === null) return undefined;
    if (this.at < array.length) return array.at(this.at++);
    this.array = null;
    return undefined;
  }
}

export function checkSame(a: PyArray, b: Py, message: string): asserts b is PyArray {
  if (!(b instanceof PyArray) || b.kind.code !== a.kind.code) throw TypeError(message);
}
