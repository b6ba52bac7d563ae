/**
 * The `struct` module's packing and unpacking, on Uint8Array and without Python's objects: a {@link ValueBridge} says
 * how the caller's values become JavaScript's and back.
 *
 * Spec: https://docs.python.org/3/library/struct.html
 */
import { StructError } from './errors.js';
import type { Field, Format } from './format.js';
import { parseFormat } from './format.js';
import { halfBits, halfValue } from './half.js';
import { checkRange } from './range.js';

/** How values of type `V` are read and made. What its methods throw passes through. */
export interface ValueBridge<V> {
  /** The int that `value` is or becomes by `__index__` (in Python 2 also a float, cut); null if it cannot. */
  toInt(value: V): number | bigint | null;
  /** Whether `value` is an int itself: decides between the two errors for what is too large. */
  isInt(value: V): boolean;
  /** The float that `value` is or becomes; null if it cannot, or is an int beyond the range of floats. */
  toFloat(value: V): number | null;
  toBool(value: V): boolean;
  /** The bytes of a bytes object, or with `orMutable` of a bytearray too; null for anything else. */
  toBytes(value: V, orMutable: boolean): Uint8Array | null;
  fromInt(value: number | bigint): V;
  fromFloat(value: number): V;
  fromBool(value: boolean): V;
  /** `bytes` is a copy of its own. */
  fromBytes(bytes: Uint8Array): V;
}

/**
 * Records up to this size are put together and taken apart in memory that the struct keeps: a view of a small array of
 * bytes costs more than copying them.
 */
const SMALL = 128;

/** Memory with a view of it. */
interface Scratch {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

function newScratch(size: number): Scratch {
  const bytes = new Uint8Array(new ArrayBuffer(size));
  return { bytes, view: new DataView(bytes.buffer) };
}

/** A compiled format. Errors: {@link StructError} with the texts of the dialect's CPython. */
export class Struct<V> {
  readonly format: string;
  /** `calcsize`. */
  readonly size: number | bigint;
  readonly #format: Format;
  readonly #bridge: ValueBridge<V>;
  readonly #dialect: 2 | 3;
  /** Null while it is in use: reading a value can run code that packs. */
  #scratch: Scratch | null = null;

  constructor(format: string, bridge: ValueBridge<V>, dialect: 2 | 3 = 3) {
    this.format = format;
    this.#format = parseFormat(format, dialect);
    this.size = this.#format.size;
    this.#bridge = bridge;
    this.#dialect = dialect;
  }

  /** `pack(*values)`. */
  pack(values: readonly V[]): Uint8Array {
    this.#checkCount('pack', values);
    const size = Number(this.size);
    const bytes = new Uint8Array(size);
    if (size > SMALL) this.#write(viewOf(bytes), values);
    else {
      const scratch = this.#take(size);
      scratch.bytes.fill(0);
      this.#write(scratch.view, values);
      for (let i = 0; i < size; i++) bytes[i] = scratch.bytes[i]!;
      this.#scratch = scratch;
    }
    return bytes;
  }

  #take(size: number): Scratch {
    const scratch = this.#scratch ?? newScratch(size);
    this.#scratch = null;
    return scratch;
  }

  /** `pack_into(buffer, offset, *values)`. A failure can leave the first of the values written, as in CPython. */
  packInto(buffer: Uint8Array, offset: number, values: readonly V[]): void {
    this.#checkCount('pack_into', values);
    const start = this.#place('pack', buffer.length, offset);
    const bytes = buffer.subarray(start, start + Number(this.size));
    bytes.fill(0);
    this.#write(viewOf(bytes), values);
  }

  /** `unpack(buffer)`. */
  unpack(buffer: Uint8Array): V[] {
    if (buffer.length !== this.size) {
      const what = this.#dialect === 2 ? 'a string argument of length' : 'a buffer of';
      throw new StructError('error', `unpack requires ${what} ${this.size}${this.#dialect === 2 ? '' : ' bytes'}`);
    }
    return this.#read(buffer, 0);
  }

  /** `unpack_from(buffer, offset)`. */
  unpackFrom(buffer: Uint8Array, offset = 0): V[] {
    return this.#read(buffer, this.#place('unpack', buffer.length, offset));
  }

  /** `iter_unpack(buffer)`. */
  iterUnpack(buffer: Uint8Array): IterableIterator<V[]> {
    const size = Number(this.size);
    if (size === 0) throw new StructError('error', 'cannot iteratively unpack with a struct of length 0');
    if (buffer.length % size !== 0) {
      const message = `iterative unpacking requires a buffer of a multiple of ${size} bytes`;
      throw new StructError('error', message);
    }
    return this.#chunks(buffer, size);
  }

  *#chunks(buffer: Uint8Array, size: number): Generator<V[]> {
    for (let start = 0; start < buffer.length; start += size) yield this.#read(buffer, start);
  }

  #checkCount(name: string, values: readonly V[]): void {
    const { valueCount } = this.#format;
    if (values.length === valueCount) return;
    throw new StructError('error', `${name} expected ${valueCount} items for packing (got ${values.length})`);
  }

  /** Where in a buffer of `length` bytes the struct begins; a negative offset counts from the end. */
  #place(verb: 'pack' | 'unpack', length: number, offset: number): number {
    const size = Number(this.size);
    const name = verb === 'pack' ? 'pack_into' : 'unpack_from';
    const start = offset < 0 ? offset + length : offset;
    if (start >= 0 && start + size <= length) return start;
    if (this.#dialect === 2) throw new StructError('error', `${name} requires a buffer of at least ${size} bytes`);
    if (offset < 0 && offset + size > 0) {
      const lack = verb === 'pack' ? 'no space to pack' : 'not enough data to unpack';
      throw new StructError('error', `${lack} ${size} bytes at offset ${offset}`);
    }
    if (start < 0) throw new StructError('error', `offset ${offset} out of range for ${length}-byte buffer`);
    const needed = `${name} requires a buffer of at least ${start + size} bytes for ${verb}ing ${size} bytes`;
    throw new StructError('error', `${needed} at offset ${start} (actual buffer size is ${length})`);
  }

  #write(view: DataView, values: readonly V[]): void {
    let next = 0;
    for (const field of this.#format.fields) {
      for (let i = 0; i < field.count; i++)
        this.#writeItem(view, field, field.offset + i * field.size, values[next++]!);
    }
  }

  #writeItem(view: DataView, field: Field, at: number, value: V): void {
    switch (field.kind) {
      case 'int':
      case 'uint':
      case 'pointer':
        writeInt(view, at, field.size, this.#intOf(field, value), this.#format.littleEndian);
        return;
      case 'bool':
        view.setUint8(at, this.#bridge.toBool(value) ? 1 : 0);
        return;
      case 'half':
      case 'float':
      case 'double':
        this.#writeFloat(view, field, at, value);
        return;
      case 'char':
        view.setUint8(at, this.#charOf(value));
        return;
      case 'bytes':
      case 'pascal':
        this.#writeBytes(view, field, at, value);
        return;
    }
  }

  #intOf(field: Field, value: V): number | bigint {
    const int = this.#bridge.toInt(value);
    if (int === null) {
      const message =
        this.#dialect === 2 ? 'cannot convert argument to integer' : 'required argument is not an integer';
      throw new StructError('error', message);
    }
    checkRange(int, field, this.#format.littleEndian, this.#dialect);
    return int;
  }

  #charOf(value: V): number {
    const bytes = this.#bridge.toBytes(value, false);
    if (bytes?.length === 1) return bytes[0]!;
    const what = this.#dialect === 2 ? 'require string' : 'requires a bytes object';
    throw new StructError('error', `char format ${what} of length 1`);
  }

  #writeFloat(view: DataView, { code, kind }: Field, at: number, value: V): void {
    const { littleEndian, native } = this.#format;
    const float = this.#bridge.toFloat(value);
    if (float === null) throw new StructError('error', 'required argument is not a float');
    if (kind === 'double') {
      view.setFloat64(at, float, littleEndian);
      return;
    }
    const bits = kind === 'half' ? halfBits(float) : 0;
    const isLost = kind === 'float' && !native && Number.isFinite(float) && !Number.isFinite(Math.fround(float));
    if (bits === null || isLost) {
      if (this.#dialect === 3 && this.#bridge.isInt(value)) throw new StructError('error', 'int too large to convert');
      throw new StructError('OverflowError', `float too large to pack with ${code} format`);
    }
    if (kind === 'half') view.setUint16(at, bits, littleEndian);
    else view.setFloat32(at, float, littleEndian);
  }

  #writeBytes(view: DataView, { code, kind, size }: Field, at: number, value: V): void {
    const bytes = this.#bridge.toBytes(value, this.#dialect === 3);
    if (bytes === null) {
      const what = this.#dialect === 2 ? 'string' : 'bytes object';
      throw new StructError('error', `argument for '${code}' must be a ${what}`);
    }
    if (size === 0) return;
    const isPascal = kind === 'pascal';
    const room = isPascal ? size - 1 : size;
    const kept = bytes.subarray(0, Math.min(bytes.length, room));
    if (isPascal) view.setUint8(at, Math.min(kept.length, 255));
    new Uint8Array(view.buffer, view.byteOffset + at + (isPascal ? 1 : 0), room).set(kept);
  }

  #read(buffer: Uint8Array, start: number): V[] {
    const size = Number(this.size);
    if (size > SMALL) return this.#readFrom(buffer, viewOf(buffer), start);
    const scratch = this.#take(size);
    for (let i = 0; i < size; i++) scratch.bytes[i] = buffer[start + i]!;
    const values = this.#readFrom(scratch.bytes, scratch.view, 0);
    this.#scratch = scratch;
    return values;
  }

  #readFrom(buffer: Uint8Array, view: DataView, start: number): V[] {
    const values: V[] = [];
    for (const field of this.#format.fields) {
      const first = start + field.offset;
      if (field.count === 1) values.push(this.#readItem(buffer, view, field, first));
      else if (field.size === 1 && (field.kind === 'int' || field.kind === 'uint'))
        this.#readBytes(buffer, first, field, values);
      else
        for (let i = 0; i < field.count; i++) values.push(this.#readItem(buffer, view, field, first + i * field.size));
    }
    return values;
  }

  /** A run of single bytes. */
  #readBytes(buffer: Uint8Array, first: number, { count, kind }: Field, values: V[]): void {
    const bridge = this.#bridge;
    // What is shifted out on the left takes the sign along.
    const unused = kind === 'int' ? 24 : 0;
    for (let at = first; at < first + count; at++) values.push(bridge.fromInt((buffer[at]! << unused) >> unused));
  }

  #readItem(buffer: Uint8Array, view: DataView, { kind, size }: Field, at: number): V {
    const bridge = this.#bridge;
    const { littleEndian } = this.#format;
    switch (kind) {
      case 'int':
        return bridge.fromInt(readInt(view, at, size, littleEndian));
      case 'uint':
      case 'pointer':
        return bridge.fromInt(readUint(view, at, size, littleEndian));
      case 'bool':
        return bridge.fromBool(view.getUint8(at) !== 0);
      case 'half':
        return bridge.fromFloat(halfValue(view.getUint16(at, littleEndian)));
      case 'float':
        return bridge.fromFloat(view.getFloat32(at, littleEndian));
      case 'double':
        return bridge.fromFloat(view.getFloat64(at, littleEndian));
      case 'char':
      case 'bytes':
        return bridge.fromBytes(buffer.slice(at, at + size));
      case 'pascal': {
        const length = size === 0 ? 0 : Math.min(buffer[at]!, size - 1);
        return bridge.fromBytes(buffer.slice(at + 1, at + 1 + length));
      }
    }
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const WORD = 2 ** 32;

function writeInt(view: DataView, at: number, size: number, value: number | bigint, littleEndian: boolean): void {
  if (size === 1) view.setUint8(at, Number(value));
  else if (size === 2) view.setUint16(at, Number(value), littleEndian);
  else if (size === 4) view.setUint32(at, Number(value), littleEndian);
  else if (typeof value === 'bigint') view.setBigUint64(at, value, littleEndian);
  else {
    const high = Math.floor(value / WORD);
    view.setUint32(at + (littleEndian ? 0 : 4), value - high * WORD, littleEndian);
    view.setInt32(at + (littleEndian ? 4 : 0), high, littleEndian);
  }
}

function readInt(view: DataView, at: number, size: number, littleEndian: boolean): number | bigint {
  if (size === 1) return view.getInt8(at);
  if (size === 2) return view.getInt16(at, littleEndian);
  if (size === 4) return view.getInt32(at, littleEndian);
  const value = view.getInt32(at + (littleEndian ? 4 : 0), littleEndian) * WORD + lowWord(view, at, littleEndian);
  return Number.isSafeInteger(value) ? value : view.getBigInt64(at, littleEndian);
}

function readUint(view: DataView, at: number, size: number, littleEndian: boolean): number | bigint {
  if (size === 1) return view.getUint8(at);
  if (size === 2) return view.getUint16(at, littleEndian);
  if (size === 4) return view.getUint32(at, littleEndian);
  const value = view.getUint32(at + (littleEndian ? 4 : 0), littleEndian) * WORD + lowWord(view, at, littleEndian);
  return Number.isSafeInteger(value) ? value : view.getBigUint64(at, littleEndian);
}

function lowWord(view: DataView, at: number, littleEndian: boolean): number {
  return view.getUint32(at + (littleEndian ? 0 : 4), littleEndian);
}
