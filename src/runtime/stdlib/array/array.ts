/** The memory of an array: cells of one kind, with room to grow. */
import { BufferError, TypeError } from '../../object/errors.js';
import { isLent } from '../../object/lending.js';
import type { BufferInfo } from '../../object/buffer.js';
import { PyIterator } from '../../object/pyIterator.js';
import { hide, type Py, PyObject } from '../../object/object.js';
import { PyFloat } from '../../object/values.js';
import type { Cells, Kind } from './kind.js';

const TWO_32 = 2 ** 32;
/** The high halves of what is a number here, not a bigint, are between this and its negative. */
const MAX_HIGH = 2 ** 21;

export class PyArray extends PyObject {
  length = 0;
  /** Assigned by `hold` alone. */
  cells: Cells;
  /** The cells once more, by what they are: so that the code for an item sees few kinds of memory. */
  private doubles: Float64Array | null = null;
  /** Ints of at most 32 bits. */
  private small: Uint8Array | null = null;
  /** The halves of signed ints of 64 bits, the low one first. */
  private halves: Int32Array | null = null;
  /** Views that forbid resizing. */
  exports = 0;
  constructor(readonly kind: Kind) {
    super();
    this.cells = kind.make(0);
    this.hold(this.cells);
  }
  private hold(cells: Cells): void {
    this.cells = cells;
    if (cells instanceof Float64Array) this.doubles = cells;
    else if (cells instanceof BigInt64Array) this.halves = new Int32Array(cells.buffer);
    else if (this.kind.low <= this.kind.high) this.small = cells as Uint8Array;
  }
  at(i: number): Py {
    const { halves } = this;
    if (halves !== null) {
      const high = halves[2 * i + 1]!;
      if (high > -MAX_HIGH && high < MAX_HIGH) return high * TWO_32 + (halves[2 * i]! >>> 0);
    }
    return this.kind.load(this.cells[i]!);
  }
  put(i: number, value: Py): void {
    const { halves } = this;
    if (halves !== null && typeof value === 'number') {
      halves[2 * i] = value;
      halves[2 * i + 1] = Math.floor(value / TWO_32);
      return;
    }
    (this.cells as { [i: number]: number | bigint })[i] = this.kind.store(value);
  }
  override item$(index: Py): Py {
    if (typeof index !== 'number') return undefined;
    const at = index < 0 ? index + this.length : index;
    if (!(at >= 0 && at < this.length)) return undefined;
    const { doubles, small } = this;
    if (doubles !== null) return new PyFloat(doubles[at]!);
    return small !== null ? small[at] : this.at(at);
  }
  override put$(index: Py, value: Py): boolean {
    if (typeof index !== 'number') return false;
    const at = index < 0 ? index + this.length : index;
    if (!(at >= 0 && at < this.length)) return false;
    const { doubles, small } = this;
    if (doubles !== null && value instanceof PyFloat && !Number.isNaN(value.v)) doubles[at] = value.v;
    else if (small !== null && typeof value === 'number' && value >= this.kind.low && value <= this.kind.high)
      small[at] = value;
    else this.put(at, value);
    return true;
  }
  /** Makes the length `length`; new cells are zero. */
  resize(length: number): void {
    if (this.exports > 0 && isLent(this)) throw BufferError('cannot resize an array that is exporting buffers');
    const { kind } = this;
    if (length > this.cells.length) {
      const room = Math.max(length, 8, Math.ceil(this.length * 1.125));
      const grown = kind.make(room);
      if (this.length > 0) (grown as Uint8Array).set(this.cells.subarray(0, this.length) as Uint8Array);
      this.hold(grown);
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
  /** Puts a cell before the one at `at`. */
  insert(at: number, stored: number | bigint): void {
    const { length } = this;
    this.resize(length + 1);
    this.cells.copyWithin(at + 1, at, length);
    (this.cells as { [i: number]: number | bigint })[at] = stored;
  }
  /** Takes the cell at `at` out. */
  remove(at: number): void {
    const { length } = this;
    this.resize(length - 1);
    if (at < length - 1) this.cells.copyWithin(at, at + 1, length);
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
