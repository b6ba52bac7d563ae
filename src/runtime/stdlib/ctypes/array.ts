/** Arrays of `ctypes`: `c_int * 3`. */

import { iteratorMembers } from '../../builtins/iterator.js';
import { select } from '../../builtins/sliceIndices.js';
import { length } from '../../builtins/len.js';
import { setItem as setSubscript } from '../../builtins/subscript.js';
import { lookup, special } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { bufferOrUndefined } from '../../object/buffer.js';
import { createClass } from '../../object/classes.js';
import { moduleState, rt } from '../../object/context.js';
import { AttributeError, IndexError, TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { PyIterator } from '../../object/pyIterator.js';
import { asIndex, intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { asciiOf } from '../../object/text.js';
import { builtinType, PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { NotImplemented, PyBytes, PyList, PySlice, PyTuple, PyUnicode } from '../../object/values.js';
import { addLayouts, cDataMeta, cDataType, copyInto, type Layout, layoutOf, newData, PyCData, partOf } from './data.js';
import { typeOfCode } from './simple.js';

/** Under a symbol, so that it does not travel to a forked process. */
const LAYOUT = Symbol('layout');

export class PyCArray extends PyCData {
  /** That of its class, once it has been asked for. */
  [LAYOUT]: ArrayLayout | undefined = undefined;

  override item$(index: Py): Py {
    if (typeof index !== 'number') return undefined;
    const { length, items } = layout(this);
    const at = index < 0 ? index + length : index;
    return at >= 0 && at < length ? items.read(this.view, at * items.size, this) : undefined;
  }

  override put$(index: Py, value: Py): boolean {
    // Values of ctypes' own classes may be copied rather than converted.
    if (typeof index !== 'number' || value instanceof PyCData) return false;
    const { length, items } = layout(this);
    const at = index < 0 ? index + length : index;
    if (!(at >= 0 && at < length)) return false;
    items.write(this.view, at * items.size, value);
    return true;
  }
}
export const arrayBase: PyType = builtinType({ name: 'Array', js: PyCArray, base: cDataType, module: '_ctypes' });

interface ArrayLayout extends Layout {
  readonly cls: PyType;
  readonly element: PyType;
  readonly items: Layout;
  readonly length: number;
}

addLayouts((cls): ArrayLayout | undefined => {
  if (!cls.mro.includes(arrayBase) || cls === arrayBase) return undefined;
  const element = lookup(cls, '_type_') as PyType;
  const length = Number(lookup(cls, '_length_'));
  const items = layoutOf(element);
  return {
    cls,
    element,
    items,
    length,
    size: items.size * length,
    align: items.align,
    read: (_view, at, owner) => {
      const part = partOf(owner, cls, at) as PyCArray;
      if (element === typeOfCode('c')) return asBytes(charValue(part));
      return element === typeOfCode('u') ? wideValue(part) : part;
    },
    write: (view, at, given) => {
      const value = given instanceof PyTuple ? call(cls, given.items) : given;
      if (value instanceof PyCArray && typeOf(value) === cls) copyInto(view, at, value);
      else if (element === typeOfCode('c')) writeChars(view, at, length, value);
      else if (element === typeOfCode('u')) writeWide(view, at, length, value);
      else throw TypeError(`expected ${cls.name} instance, got ${typeOf(value).name}`);
    },
  };
});

function layout(self: PyCArray): ArrayLayout {
  const known = self[LAYOUT];
  if (known !== undefined && known.cls === self.c$) return known;
  return (self[LAYOUT] = layoutOf(self.c$) as ArrayLayout);
}

/** The class `element * length`; the same one for the same two. */
export function arrayType(element: PyType, length: number, module: string): PyType {
  const byLength = moduleState('ctypes arrays', () => new Map<PyType, Map<number, PyType>>());
  let classes = byLength.get(element);
  if (classes === undefined) byLength.set(element, (classes = new Map()));
  let found = classes.get(length);
  if (found === undefined) {
    const namespace = new Map<string, Py>([
      ['_type_', element],
      ['_length_', length],
      ['__module__', module],
    ]);
    found = createClass(cDataMeta, `${element.name}_Array_${length}`, [arrayBase], namespace);
    classes.set(length, found);
  }
  return found;
}

/** The module of the classes that programs make themselves. */
const repeated = (cls: PyType, count: Py): Py => {
  const n = intValue(count);
  if (n === undefined) throw TypeError(`can't multiply sequence by non-int of type '${typeOf(count).name}'`);
  if (n < 0) throw ValueError(`Array length must be >= 0, not ${n}`);
  layoutOf(cls);
  return arrayType(cls, Number(n), '__main__');
};

/** `c_int * 3`. */
export const repetition = () => ({
  __mul__: method('(value, /)', (cls: PyType, count: Py) =>
    cls instanceof PyType ? repeated(cls, count) : NotImplemented,
  ),
  __rmul__: method('(value, /)', (cls: PyType, count: Py) =>
    cls instanceof PyType ? repeated(cls, count) : NotImplemented,
  ),
});

/** The place of an item, from its index. @param kind what an index is in the words of the error */
function place({ length, items }: ArrayLayout, index: Py, kind = 'integers'): number {
  let i = typeof index === 'number' ? index : intValue(index);
  if (i === undefined) {
    if (typeof index !== 'object' || index === null || index.c$.proto.m$__index__ === undefined)
      throw TypeError(`indices must be ${kind}`);
    i = asIndex(index);
  }
  const at = i < 0 ? Number(i) + length : Number(i);
  if (at < 0 || at >= length) throw IndexError('invalid index');
  return at * items.size;
}

export function getItem(self: PyCArray, index: Py): Py {
  if (index instanceof PySlice) return getSlice(self, index);
  const form = layout(self);
  return form.items.read(self.view, place(form, index), self);
}

export function getSlice(self: PyCArray, slice: PySlice): Py {
  const { length, items, element } = layout(self);
  const { start, step, count } = select(slice, length);
  if (element === typeOfCode('c')) {
    const bytes = new Uint8Array(count);
    for (let i = 0; i < count; i++) bytes[i] = self.view.getUint8(start + i * step);
    return rt.dialect === 2 ? Buffer.from(bytes).toString('latin1') : new PyBytes(bytes);
  }
  const values: Py[] = new Array(count);
  for (let i = 0; i < count; i++) values[i] = items.read(self.view, (start + i * step) * items.size, self);
  if (element !== typeOfCode('u')) return new PyList(values);
  const text = values.map((v) => (v instanceof PyUnicode ? v.value : v)).join('');
  return rt.dialect === 2 ? new PyUnicode(text) : text;
}

export function setItem(self: PyCArray, index: Py, value: Py): null {
  if (index instanceof PySlice) return setSlice(self, index, value);
  const form = layout(self);
  const { items, element } = form;
  const at = place(form, index, 'integer');
  if (value !== null && typeof value === 'object' && value instanceof PyCData && typeOf(value) === element)
    copyInto(self.view, at, value);
  else items.write(self.view, at, value);
  return null;
}

export function setSlice(self: PyCArray, slice: PySlice, value: Py): null {
  const { length, items, element } = layout(self);
  const { start, step, count } = select(slice, length);
  const bytes = element === typeOfCode('c') && typeof value !== 'string' ? bufferOrUndefined(value) : undefined;
  const values =
    typeof value === 'string' ? [...value] : bytes !== undefined ? [...bytes] : sequenceItems(value, count);
  if (values.length !== count) throw wrongSize();
  for (let i = 0; i < count; i++) items.write(self.view, (start + i * step) * items.size, values[i]);
  return null;
}

const wrongSize = () => ValueError('Can only assign sequence of same size');

/** The items of a sequence of so many: an iterator has no length, a dict is none, and a set has no first item. */
function sequenceItems(value: Py, count: number): Py[] {
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  const isSequence = value !== null && !(value instanceof PyDict) && special(value, '__len__') !== undefined;
  if (!isSequence || Number(length(value)) !== count) throw wrongSize();
  if (count > 0 && special(value, '__getitem__') === undefined)
    throw TypeError(`'${typeOf(value).name}' object does not support indexing`);
  return toArray(value);
}

class ArrayIterator extends PyIterator {
  private at = 0;
  constructor(private readonly array: PyCArray) {
    super();
  }
  nx(): Py {
    const { length, items } = layout(this.array);
    return this.at < length ? items.read(this.array.view, this.at++ * items.size, this.array) : undefined;
  }
}
defineMembers(builtinType({ name: 'iterator', js: ArrayIterator }), () => iteratorMembers());

/** Bytes up to the first zero: `value` of an array of characters. */
function charValue(self: PyCArray): Uint8Array {
  const bytes = memory(self);
  const end = bytes.indexOf(0);
  return bytes.slice(0, end < 0 ? bytes.length : end);
}

function wideValue(self: PyCArray): Py {
  const whole = getSlice(self, new PySlice(null, null, null));
  const text = (whole instanceof PyUnicode ? whole.value : whole).replace(/\0.*/su, '');
  return rt.dialect === 2 ? new PyUnicode(text) : text;
}

/** The bytes of a text of Python 2, of either kind. */
export function textBytes2(value: Py): Uint8Array | undefined {
  const text = rt.dialect === 2 ? asciiOf(value) : undefined;
  return text === undefined ? undefined : Buffer.from(text, 'latin1');
}

/** Bytes into a field that is an array of characters, with a zero behind them if there is room. */
function writeChars(view: DataView, at: number, length: number, value: Py): void {
  const bytes = value instanceof PyBytes ? value.data : textBytes2(value);
  if (bytes === undefined)
    throw TypeError(
      rt.dialect === 2
        ? `expected string or Unicode object, ${typeOf(value).name} found`
        : `bytes expected instead of ${typeOf(value).name} instance`,
    );
  if (bytes.length > length)
    throw ValueError(
      rt.dialect === 2 ? 'string too long' : `bytes too long (${bytes.length}, maximum length ${length})`,
    );
  for (let i = 0; i < Math.min(length, bytes.length + 1); i++) view.setUint8(at + i, bytes[i] ?? 0);
}

function writeWide(view: DataView, at: number, length: number, value: Py): void {
  const text = value instanceof PyUnicode ? value.value : value;
  if (typeof text !== 'string') throw TypeError(`unicode string expected instead of ${typeOf(value).name} instance`);
  const points = [...text];
  if (points.length > length) throw ValueError(`string too long (${points.length}, maximum length ${length})`);
  for (let i = 0; i < Math.min(length, points.length + 1); i++)
    view.setUint32(at + i * 4, points[i]?.codePointAt(0) ?? 0, true);
}

const memory = ({ view }: PyCData) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
const asBytes = (bytes: Uint8Array): Py =>
  rt.dialect === 2 ? Buffer.from(bytes).toString('latin1') : new PyBytes(new Uint8Array(bytes));

function checkChars(self: PyCArray, name: string): void {
  if (layout(self).element !== typeOfCode('c'))
    throw AttributeError(`'${typeOf(self).name}' object has no attribute '${name}'`);
}

function setChars(self: PyCArray, value: Py, withEnd: boolean): void {
  checkChars(self, withEnd ? 'value' : 'raw');
  const bytes =
    value instanceof PyBytes
      ? value.data
      : withEnd || typeof value === 'string'
        ? textBytes2(value)
        : bufferOrUndefined(value);
  if (bytes === undefined)
    throw TypeError(
      rt.dialect === 2
        ? `string expected instead of ${typeOf(value).name} instance`
        : `bytes expected instead of ${typeOf(value).name} instance`,
    );
  const target = memory(self);
  if (bytes.length > target.length) throw ValueError(rt.dialect === 2 ? 'string too long' : 'byte string too long');
  target.set(bytes);
  if (withEnd && bytes.length < target.length) target[bytes.length] = 0;
}

defineMembers(arrayBase, () => ({
  __init__: method('(*args)', (self: PyCArray, args: Py[]) => {
    if (self.view.byteLength === 0) self.view = newData(typeOf(self)).view;
    for (let i = 0; i < args.length; i++) setSubscript(self, i, args[i]);
    return null;
  }),
  __len__: method('()', (self: PyCArray) => layout(self).length),
  __getitem__: method('(key, /)', getItem),
  __setitem__: method('(key, value, /)', setItem),
  __iter__: method('()', (self: PyCArray) => new ArrayIterator(self)),
  value: getter(
    (self: PyCArray) => {
      if (layout(self).element === typeOfCode('u')) return wideValue(self);
      checkChars(self, 'value');
      return asBytes(charValue(self));
    },
    (self: PyCArray, value: Py) =>
      layout(self).element === typeOfCode('u')
        ? writeWide(self.view, 0, layout(self).length, value)
        : setChars(self, value, true),
  ),
  raw: getter(
    (self: PyCArray) => {
      checkChars(self, 'raw');
      return asBytes(memory(self));
    },
    (self: PyCArray, value: Py) => setChars(self, value, false),
  ),
}));
