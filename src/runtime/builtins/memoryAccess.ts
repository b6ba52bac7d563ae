/** Items, slices and assignment of a memoryview. */
import { special } from '../object/attributes.js';
import {
  type BufferInfo,
  bufferInfo,
  contiguousBytes,
  forEachItem,
  isContiguous,
  notBytesLike,
  partOfRun,
  type PyMemoryView,
} from '../object/buffer.js';
import { rt } from '../object/context.js';
import { IndexError, NotImplementedError, TypeError, ValueError } from '../object/errors.js';
import { PyIterator } from '../object/pyIterator.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { PyList, PySlice, PyTuple } from '../object/values.js';
import { iteratorType } from './iterator.js';
import { itemFormat } from './memoryItems.js';
import { select } from './sliceIndices.js';
import { itemIndex } from './strArgs.js';

/** `len(view)`: the length of the first dimension. */
export function itemCount(info: BufferInfo): number {
  if (info.shape.length === 0) throw TypeError('0-dim memory has no length');
  return info.shape[0]!;
}

function dataView(info: BufferInfo): DataView {
  const { bytes } = info;
  info.view ??= new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return info.view;
}

function formatOf(info: BufferInfo) {
  const format = itemFormat(info.format);
  if (format === undefined) throw NotImplementedError(`memoryview: format ${info.format} not supported`);
  return format;
}

/** The value of the item at an offset. Python 2 gives its bytes. */
export function itemAt(info: BufferInfo, offset: number): Py {
  if (rt.dialect === 2) return String.fromCharCode(...info.bytes.subarray(offset, offset + info.itemsize));
  if (info.format === 'B') return info.bytes[offset]!;
  return formatOf(info).get(dataView(info), offset);
}

/** All values, in C order. */
export function valuesOf(info: BufferInfo): Py[] {
  const format = formatOf(info);
  const view = dataView(info);
  const values: Py[] = [];
  forEachItem(info, (offset) => {
    values.push(format.get(view, offset));
  });
  return values;
}

/** `view.tolist()`: nested lists. */
export function listOf(info: BufferInfo): Py {
  const format = formatOf(info);
  const view = dataView(info);
  const walk = (axis: number, offset: number): Py => {
    if (axis === info.shape.length) return format.get(view, offset);
    const items: Py[] = [];
    for (let i = 0; i < info.shape[axis]!; i++) items.push(walk(axis + 1, offset + i * info.strides[axis]!));
    return new PyList(items);
  };
  return walk(0, info.offset);
}

const isIndex = (key: Py) => intValue(key) !== undefined || (key !== null && special(key, '__index__') !== undefined);
const invalidKey = () => TypeError('memoryview: invalid slice key');

/** What `view[key]` names: the offset of an item, or a part of the memory. */
export function viewItem(info: BufferInfo, key: Py): number | BufferInfo {
  if (typeof key === 'number' && key >= 0 && info.shape.length === 1 && key < info.shape[0]!)
    return info.offset + key * info.strides[0]!;
  if (key instanceof PySlice) return slicePart(info, key);
  if (key instanceof PyTuple) {
    if (key.items.every(isIndex)) return offsetOf(info, key.items);
    if (key.items.every((item) => item instanceof PySlice)) {
      throw NotImplementedError('multi-dimensional slicing is not implemented');
    }
    throw invalidKey();
  }
  if (!isIndex(key)) throw invalidKey();
  if (info.shape.length === 0) throw TypeError('invalid indexing of 0-dim memory');
  itemIndex(key, invalidKey);
  if (info.shape.length > 1) throw NotImplementedError('multi-dimensional sub-views are not implemented');
  return offsetOf(info, [key]);
}

function offsetOf(info: BufferInfo, keys: readonly Py[]): number {
  const { shape } = info;
  if (keys.length > shape.length) {
    throw TypeError(`cannot index ${shape.length}-dimension view with ${keys.length}-element tuple`);
  }
  if (keys.length < shape.length) throw NotImplementedError('sub-views are not implemented');
  let { offset } = info;
  keys.forEach((key, axis) => {
    const index = itemIndex(key, invalidKey);
    const at = index < 0 ? index + shape[axis]! : index;
    if (at < 0 || at >= shape[axis]!) throw IndexError(`index out of bounds on dimension ${axis + 1}`);
    offset += at * info.strides[axis]!;
  });
  return offset;
}

function slicePart(info: BufferInfo, key: PySlice): BufferInfo {
  const { start, step, count } = select(key, itemCount(info));
  if (info.shape.length === 1) return partOfRun(info, start, step, count);
  return {
    ...info,
    offset: info.offset + start * info.strides[0]!,
    shape: [count, ...info.shape.slice(1)],
    strides: [info.strides[0]! * step, ...info.strides.slice(1)],
  };
}

/** `view[key] = value`. */
export function assignItem(info: BufferInfo, key: Py, value: Py): void {
  if (info.readonly) throw TypeError('cannot modify read-only memory');
  if (key instanceof PySlice && info.shape.length > 1) {
    throw NotImplementedError('memoryview slice assignments are currently restricted to ndim = 1');
  }
  if (info.shape.length > 1 && isIndex(key)) throw NotImplementedError('sub-views are not implemented');
  const target = viewItem(info, key);
  if (typeof target === 'number' && rt.dialect === 3) {
    if (info.format === 'B' && typeof value === 'number' && value >= 0 && value < 256) info.bytes[target] = value;
    else formatOf(info).set(dataView(info), target, value, info.format);
    return;
  }
  const part = typeof target === 'number' ? { ...info, offset: target, shape: [1], strides: [1] } : target;
  copyItems(part, value);
}

function copyItems(target: BufferInfo, value: Py): void {
  const source = bufferInfo(value);
  if (source === undefined) throw notBytesLike(value);
  const alike = source.format.replace('@', '') === target.format.replace('@', '') || rt.dialect === 2;
  if (!alike || source.shape.length !== 1 || source.shape[0] !== target.shape[0]) {
    throw ValueError('memoryview assignment: lvalue and rvalue have different structures');
  }
  if (isContiguous(source) && isContiguous(target)) {
    target.bytes.set(contiguousBytes(source), target.offset);
    return;
  }
  const bytes: number[] = [];
  forEachItem(source, (offset) => {
    for (let i = 0; i < source.itemsize; i++) bytes.push(source.bytes[offset + i]!);
  });
  let at = 0;
  forEachItem(target, (offset) => {
    for (let i = 0; i < target.itemsize; i++) target.bytes[offset + i] = bytes[at++]!;
  });
}

/** `iter(view)`. */
export class MemoryIterator extends PyIterator {
  at = 0;
  constructor(
    readonly view: PyMemoryView,
    readonly info: BufferInfo,
  ) {
    super();
  }
  nx(): Py {
    if (this.at >= itemCount(this.info)) return undefined;
    if (this.view.info === null) throw ValueError('operation forbidden on released memoryview object');
    const found = viewItem(this.info, this.at++);
    return itemAt(this.info, found as number);
  }
}

export const memoryIteratorType: PyType = iteratorType('memory_iterator', 'iterator', MemoryIterator, () => ({}));
