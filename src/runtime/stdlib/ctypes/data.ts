/**
 * The data types of `ctypes`: what they have in common. An object is a view of some memory, its class says how to read it.
 *
 * Covers: simple types, arrays, structures, unions and pointers. Missing: functions, and whatever else needs a C library.
 * Spec: https://docs.python.org/3/library/ctypes.html#data-types
 */

import { type as typeOfTypes } from '../../builtins/typeObject.js';
import { type BufferInfo, byteBuffer } from '../../object/buffer.js';
import { TypeError } from '../../object/errors.js';
import { hide, type Py, PyObject } from '../../object/object.js';
import { builtinType, PyType } from '../../object/type.js';

/** How a class lays out its objects. Sizes and offsets in bytes. */
export interface Layout {
  readonly size: number;
  readonly align: number;
  /** Reads a value out of an enclosing object's memory: a Python value for simple types, else an object that shares the memory. */
  read(view: DataView, at: number, owner: PyCData): Py;
  write(view: DataView, at: number, value: Py): void;
}

export class PyCData extends PyObject {
  view: DataView = EMPTY;
  /** Where in the arena the memory is: address of the block, byte offset in it; 0 is this process's own memory. */
  block = 0;
  offset = 0;
  /** Lives as long as anything that refers to the same memory. */
  holder: object | null = null;
  /** What a pickled object of another process must not be taken for: set for memory that `multiprocessing` shares. */
  get isShared(): boolean {
    return this.block !== 0;
  }
}
const EMPTY = new DataView(new ArrayBuffer(0));

hide(PyCData.prototype, 'buffer$', function (this: PyCData): BufferInfo {
  const { buffer, byteOffset, byteLength } = this.view;
  return byteBuffer(new Uint8Array(buffer, byteOffset, byteLength), false);
});

class CDataMeta extends PyType {}
/** The class of the classes: it has `c_int * 3`. */
export const cDataMeta: PyType = builtinType({
  name: 'PyCSimpleType',
  js: CDataMeta,
  base: typeOfTypes,
  module: '_ctypes',
});
export const cDataType: PyType = builtinType({ name: '_CData', js: PyCData, module: '_ctypes', hasDict: true });
hide(cDataType, 'c$', cDataMeta);

/** Finds the layout of a class; one for each kind of type. */
const finders: ((cls: PyType) => Layout | undefined)[] = [];
const layouts = new WeakMap<PyType, Layout>();

export function addLayouts(find: (cls: PyType) => Layout | undefined): void {
  finders.push(find);
}

/** The layout of a class. TypeError for what is no C type. */
export function layoutOf(cls: Py): Layout {
  if (!(cls instanceof PyType)) throw noSize();
  let found = layouts.get(cls);
  if (found === undefined) {
    for (const find of finders) found ??= find(cls);
    if (found === undefined) throw noSize();
    layouts.set(cls, found);
  }
  return found;
}

/** The class has got other fields. */
export function forgetLayout(cls: PyType): void {
  layouts.delete(cls);
}

const noSize = () => TypeError('this type has no size');

/** A new object in memory of its own, zeroed; or in the memory given. */
export function newData(cls: PyType, view?: DataView, block = 0, offset = 0): PyCData {
  const made = new cls.ctor() as PyCData;
  made.view = view ?? new DataView(new ArrayBuffer(layoutOf(cls).size));
  made.block = block;
  made.offset = offset;
  return made;
}

/** An object that is a part of another's memory. */
export function partOf(owner: PyCData, cls: PyType, at: number): PyCData {
  const { buffer, byteOffset } = owner.view;
  const view = new DataView(buffer, byteOffset + at, layoutOf(cls).size);
  const part = newData(cls, view, owner.block, owner.block === 0 ? 0 : owner.offset + at);
  part.holder = owner.holder;
  return part;
}

/** Copies an object's memory to another place, for values of arrays and structures. */
export function copyInto(view: DataView, at: number, value: PyCData): void {
  const source = new Uint8Array(value.view.buffer, value.view.byteOffset, value.view.byteLength);
  new Uint8Array(view.buffer, view.byteOffset + at, source.length).set(source);
}
