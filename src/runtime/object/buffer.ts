/**
 * The buffer protocol: how one object lends its memory to another (`memoryview`, `bytes.join`, `file.write`, …).
 *
 * A class takes part by a JavaScript method `buffer$` on its prototype; a class written in Python by `__buffer__`.
 * Spec: https://docs.python.org/3/c-api/buffer.html
 */
import { unitAt } from '../text/units.js';
import { special } from './attributes.js';
import { rt } from './context.js';
import { TypeError, ValueError } from './errors.js';
import { hide, type Py, PyObject } from './object.js';
import { encodeAscii } from './text.js';
import { typeOf } from './typeof.js';
import { PyByteArray, PyBytes, PyStrBox, PyUnicode } from './values.js';

/** Memory as its owner lays it out. Offsets, strides and sizes are in bytes, the shape in items. */
export interface BufferInfo {
  /** The memory; the first item begins at `offset`. */
  readonly bytes: Uint8Array;
  readonly offset: number;
  /** A format of the struct module. */
  readonly format: string;
  readonly itemsize: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly readonly: boolean;
  /** Told +1 when a memoryview begins to use the memory and -1 when it ends: the owner must not move it in between. */
  readonly hold?: ((delta: 1 | -1) => void) | undefined;
  /** The memory as its items are read; made when it is first needed, and the same for every part of it. */
  view?: DataView | undefined;
}

/** So few bytes are compared before Node's own comparison has begun. */
const FEW = 64;

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  if (a.length > FEW) return Buffer.compare(a, b) === 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A plain run of bytes as a buffer. */
export function byteBuffer(bytes: Uint8Array, readonly: boolean, hold?: (delta: 1 | -1) => void): BufferInfo {
  return run(bytes, 0, 'B', 1, bytes.length, 1, readonly, hold);
}

/** Memory of one dimension. Always laid out alike, for the sake of those who read it. */
function run(
  bytes: Uint8Array,
  offset: number,
  format: string,
  itemsize: number,
  count: number,
  stride: number,
  readonly: boolean,
  hold: BufferInfo['hold'],
  view?: DataView,
): BufferInfo {
  return { bytes, offset, format, itemsize, shape: [count], strides: [stride], readonly, hold, view };
}

/** A part of memory of one dimension: every `step`-th item from number `start` on. */
export const partOfRun = (info: BufferInfo, start: number, step: number, count: number): BufferInfo =>
  run(
    info.bytes,
    info.offset + start * info.strides[0]!,
    info.format,
    info.itemsize,
    count,
    info.strides[0]! * step,
    info.readonly,
    info.hold,
    info.view,
  );

hide(PyBytes.prototype, 'buffer$', function (this: PyBytes): BufferInfo {
  return byteBuffer(this.data, true);
});

hide(PyByteArray.prototype, 'buffer$', function (this: PyByteArray): BufferInfo {
  return byteBuffer(this.data, false, (delta) => {
    this.exports += delta;
  });
});

/** A memoryview. `info` is null once it was released. */
export class PyMemoryView extends PyObject {
  private entered = false;
  /** `hash(self)`, once asked for: it is known even after the release. */
  hash: number | undefined = undefined;
  constructor(
    readonly obj: Py,
    public info: BufferInfo | null,
  ) {
    super();
  }
  /** Keeps the owner from moving its memory until `release`. */
  enter(): void {
    if (this.entered) return;
    this.entered = true;
    this.info?.hold?.(1);
  }
  release(): void {
    if (this.entered) this.info?.hold?.(-1);
    this.entered = false;
    this.info = null;
  }
}

hide(PyMemoryView.prototype, 'buffer$', function (this: PyMemoryView): BufferInfo {
  if (this.info === null) throw ValueError('operation forbidden on released memoryview object');
  return this.info;
});

/** The buffer of an object, or undefined if it has none. */
export function bufferInfo(o: Py): BufferInfo | undefined {
  if (typeof o === 'object' && o !== null) {
    if (o.buffer$ !== undefined) return o.buffer$();
    if (o.c$.isHeap && rt.dialect === 3) {
      const hook = special(o, '__buffer__');
      if (hook !== undefined) return bufferInfo(hook(o, 0));
    }
  }
  if (rt.dialect === 3) return undefined;
  const text = typeof o === 'string' ? o : o instanceof PyStrBox ? o.value : undefined;
  return text === undefined ? undefined : byteBuffer(fromLatin1(text), true);
}

/** The bytes of a bytes-like object in C order, or undefined. May share memory with the object: do not write. */
export function bufferOrUndefined(o: Py): Uint8Array | undefined {
  if (o instanceof PyBytes || o instanceof PyByteArray) return o.data;
  const info = bufferInfo(o);
  return info === undefined ? undefined : contiguousBytes(info);
}

/**
 * The bytes of a bytes-like object, in Python 2 also of unicode in ASCII; TypeError for anything else. May share memory with the object: do
 * not write.
 */
export function bufferOf(o: Py): Uint8Array {
  const bytes = bufferOrUndefined(o);
  if (bytes !== undefined) return bytes;
  if (o instanceof PyUnicode) return fromLatin1(encodeAscii(o.value));
  throw notBytesLike(o);
}

/** The writable bytes of an object (`readinto`, `recv_into`); TypeError when there are none to write to. */
export function writableBufferOf(o: Py): Uint8Array {
  const info = bufferInfo(o);
  if (info === undefined || info.readonly || !isContiguous(info)) {
    throw TypeError(`a read-write bytes-like object is required, not '${typeOf(o).name}'`);
  }
  return info.bytes.subarray(info.offset, info.offset + byteCount(info));
}

export const notBytesLike = (o: Py): Py => TypeError(`a bytes-like object is required, not '${typeOf(o).name}'`);

/** Bytes that the items take together. */
export function byteCount(info: BufferInfo): number {
  return info.shape.reduce((product, n) => product * n, info.itemsize);
}

/** Strides of a C-contiguous layout. */
export function contiguousStrides(shape: readonly number[], itemsize: number): number[] {
  const strides: number[] = new Array(shape.length);
  let stride = itemsize;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= shape[i]!;
  }
  return strides;
}

/** Whether the items follow one another in C order. */
export function isContiguous(info: BufferInfo): boolean {
  if (info.shape.length === 1) return info.shape[0]! <= 1 || info.strides[0] === info.itemsize;
  if (info.shape.includes(0)) return true;
  const dense = contiguousStrides(info.shape, info.itemsize);
  return dense.every((stride, i) => info.shape[i]! <= 1 || stride === info.strides[i]);
}

/** The items' bytes in C order; a view of the memory where it is contiguous, else a copy. */
export function contiguousBytes(info: BufferInfo): Uint8Array {
  const size = byteCount(info);
  if (isContiguous(info)) return info.bytes.subarray(info.offset, info.offset + size);
  const result = new Uint8Array(size);
  let at = 0;
  forEachItem(info, (offset) => {
    for (let i = 0; i < info.itemsize; i++) result[at++] = info.bytes[offset + i]!;
  });
  return result;
}

/** Calls `visit` with the offset of each item, in C order. */
export function forEachItem(info: BufferInfo, visit: (offset: number) => void): void {
  const { shape, strides } = info;
  const walk = (axis: number, offset: number): void => {
    if (axis === shape.length) {
      visit(offset);
      return;
    }
    for (let i = 0; i < shape[axis]!; i++) walk(axis + 1, offset + i * strides[axis]!);
  };
  walk(0, info.offset);
}

interface Latin1 {
  latin1Slice(this: Uint8Array, start?: number, end?: number): string;
  latin1Write(this: Uint8Array, text: string, offset: number, length: number): number;
  hexSlice(this: Uint8Array, start?: number, end?: number): string;
}
const { latin1Slice, latin1Write, hexSlice } = Buffer.prototype as unknown as Latin1;

// Up to these lengths a loop beats the call into Node.
const SHORT_COPY = 64;
const SHORT_READ = 6;
const SHORT_WRITE = 40;

/** The bytes as a string of one character each. */
export function toLatin1(bytes: Uint8Array): string {
  const n = bytes.length;
  if (n > SHORT_READ) return latin1Slice.call(bytes, 0, n);
  let s = '';
  for (let i = 0; i < n; i++) s += String.fromCharCode(bytes[i]!);
  return s;
}

/** Two hexadecimal digits for each byte. */
export const toHex = (bytes: Uint8Array): string => hexSlice.call(bytes, 0, bytes.length);

/** `bytes.slice(start, end)`, both within the bytes: of a few, a loop copies faster than V8's function. */
export function copyOfRange(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const n = end - start;
  if (n > SHORT_COPY) return Uint8Array.prototype.slice.call(bytes, start, end);
  const copy = new Uint8Array(n);
  for (let i = 0; i < n; i++) copy[i] = bytes[start + i]!;
  return copy;
}

/** Writes `source` into `target` from `at` on, where there is room for it. */
export function putBytes(target: Uint8Array, source: Uint8Array, at: number): void {
  const n = source.length;
  if (n > SHORT_COPY) target.set(source, at);
  else for (let i = 0; i < n; i++) target[at + i] = source[i]!;
}

/** The bytes of a string that holds one in each character. */
export function fromLatin1(s: string): Uint8Array {
  const n = s.length;
  const bytes = new Uint8Array(n);
  if (n > SHORT_WRITE) latin1Write.call(bytes, s, 0, n);
  else for (let i = 0; i < n; i++) bytes[i] = unitAt(s, i);
  return bytes;
}
