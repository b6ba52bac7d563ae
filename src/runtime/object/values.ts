/** The data classes of Python's built-in values. Their Python-visible members are in `builtins/`, one file a type. */
import { inherit } from './constructors.js';
import { type Py, PyObject } from './object.js';

/** A float whose type is not known to the compiler; typed code holds the raw double. */
export interface PyFloat extends PyObject {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class PyFloat {
  constructor(public v: number) {}
}
inherit(PyFloat, PyObject);

/** An instance of a subclass of int (an `IntEnum` member, say). */
export class PyIntBox extends PyObject {
  constructor(public value: number | bigint) {
    super();
  }
}

/** An instance of a subclass of str. */
export class PyStrBox extends PyObject {
  constructor(public value: string) {
    super();
  }
}

/** Python 2's `unicode`. `value` is the decoded text (a Python 2 `str` is a JavaScript string of one character a byte). */
export class PyUnicode extends PyObject {
  constructor(public value: string) {
    super();
  }
}

/** Python 2's `long` while its value fits a machine word (`10L`); beyond that a plain bigint is a long by its size. */
export class PyLong extends PyObject {
  constructor(public value: bigint) {
    super();
  }
}

export interface PyComplex extends PyObject {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class PyComplex {
  constructor(
    public real: number,
    public imag: number,
  ) {}
}
inherit(PyComplex, PyObject);

/**
 * A list. Its items are in `tagged`, or, when all are floats that were put there one after the other, as doubles in `raw`
 * (`tagged` is then empty). `items` gives them as Python values, and makes a list of doubles an ordinary one for good.
 */
export interface PyList extends PyObject {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class PyList {
  tagged: Py[];
  raw: number[] | null;
  constructor(items: Py[]) {
    this.tagged = items;
    this.raw = null;
  }
  get items(): Py[] {
    return this.raw === null ? this.tagged : this.unpack();
  }
  set items(items: Py[]) {
    this.tagged = items;
    this.raw = null;
  }
  get length(): number {
    return this.raw === null ? this.tagged.length : this.raw.length;
  }
  private unpack(): Py[] {
    const raw = this.raw!;
    const items = this.tagged;
    this.raw = null;
    for (let i = 0; i < raw.length; i++) items.push(new PyFloat(raw[i]!));
    return items;
  }
  item$(index: Py): Py {
    if (typeof index !== 'number') return undefined;
    const { raw, tagged } = this;
    if (raw === null) return tagged[index < 0 ? index + tagged.length : index];
    const value = raw[index < 0 ? index + raw.length : index];
    return value === undefined ? undefined : new PyFloat(value);
  }
  put$(index: Py, value: Py): boolean {
    if (typeof index !== 'number') return false;
    const at = index < 0 ? index + this.length : index;
    if (!(at >= 0 && at < this.length)) return false;
    if (this.raw === null) this.tagged[at] = value;
    else if (value instanceof PyFloat && value.c$ === PyFloat.prototype.c$) this.raw[at] = value.v;
    else this.items[at] = value;
    return true;
  }
  /** Adds an item at the end. The first float makes an empty list one of doubles. */
  append(item: Py): void {
    if (item instanceof PyFloat && item.c$ === PyFloat.prototype.c$) this.appendRaw(item.v);
    else this.items.push(item);
  }
  appendRaw(value: number): void {
    if (this.raw !== null) this.raw.push(value);
    else if (this.tagged.length === 0) this.raw = [value];
    else this.tagged.push(new PyFloat(value));
  }
  /** A list of doubles. */
  static ofRaw(raw: number[]): PyList {
    const list = new PyList([]);
    if (raw.length > 0) list.raw = raw;
    return list;
  }
}
inherit(PyList, PyObject);

export interface PyTuple extends PyObject {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class PyTuple {
  /** The hash by which tables find it, where it has been asked for in advance. */
  declare knownHash: number | bigint | undefined;
  constructor(public readonly items: Py[]) {}
  item$(index: Py): Py {
    const { items } = this;
    return typeof index === 'number' ? items[index < 0 ? index + items.length : index] : undefined;
  }
}
inherit(PyTuple, PyObject);
PyTuple.prototype.knownHash = undefined;

/** bytes (Python 3). The array is never written after construction. */
export interface PyBytes extends PyObject {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class PyBytes {
  constructor(public data: Uint8Array) {}
  item$(index: Py): number | undefined {
    const { data } = this;
    return typeof index === 'number' ? data[index < 0 ? index + data.length : index] : undefined;
  }
}
inherit(PyBytes, PyObject);

/** bytearray. `data` is its content, written in place; a new array is assigned when the content is replaced. */
export class PyByteArray extends PyObject {
  /** Views of the memory that forbid resizing while there are any. */
  exports = 0;
  /** `memory` is larger than the content and nobody else's: there may be room to grow. */
  roomy = false;
  /** The content and the room behind it. */
  memory: Uint8Array;
  length: number;
  private view: Uint8Array;
  constructor(data: Uint8Array) {
    super();
    this.memory = data;
    this.view = data;
    this.length = data.length;
  }
  get data(): Uint8Array {
    if (this.view.length !== this.length) this.view = this.memory.subarray(0, this.length);
    return this.view;
  }
  set data(data: Uint8Array) {
    this.memory = data;
    this.view = data;
    this.length = data.length;
    this.roomy = false;
  }
  /** Removes the first `count` bytes where what is left need not move: while there is more of that than in front of it. */
  dropFront(count: number): boolean {
    const { memory } = this;
    if (!this.roomy || (memory.byteOffset + count) * 2 > memory.byteOffset + this.length) return false;
    this.memory = memory.subarray(count);
    this.length -= count;
    this.view = this.memory.subarray(0, this.length);
    return true;
  }
  override item$(index: Py): number | undefined {
    if (typeof index !== 'number') return undefined;
    const at = index < 0 ? index + this.length : index;
    return at < this.length ? this.memory[at] : undefined;
  }
  override put$(index: Py, value: Py): boolean {
    if (typeof index !== 'number') return false;
    const at = index < 0 ? index + this.length : index;
    const isByte = typeof value === 'number' && value >= 0 && value < 256;
    const isPlain = isByte && at >= 0 && at < this.length;
    if (isPlain) this.memory[at] = value;
    return isPlain;
  }
}

export interface PySlice extends PyObject {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class PySlice {
  constructor(
    public readonly start: Py,
    public readonly stop: Py,
    public readonly step: Py,
  ) {}
}
inherit(PySlice, PyObject);

/** What range and Python 2's xrange, which share no methods, have in common. The numbers are ints (bigint when huge). */
export class PyProgression extends PyObject {
  constructor(
    public readonly start: number | bigint,
    public readonly stop: number | bigint,
    public readonly step: number | bigint,
    public readonly length: number | bigint,
  ) {
    super();
  }
}

/** range, of Python 3. */
export class PyRange extends PyProgression {}

/** Values with one instance only: `Ellipsis`, `NotImplemented`. */
export class PySingleton extends PyObject {}
export const Ellipsis = new PySingleton();
export class PyNotImplementedType extends PyObject {}
export const NotImplemented = new PyNotImplementedType();

/** A module. Attributes are `$` properties, as everywhere; `namespace` is its `__dict__`. */
export class PyModule extends PyObject {
  namespace: Py;
}

/** `property`. */
export class PyProperty extends PyObject {
  name: Py = undefined;
  docFromGetter = false;
  constructor(
    public fget: Py,
    public fset: Py,
    public fdel: Py,
    public doc: Py,
  ) {
    super();
  }
}

export class PyClassMethod extends PyObject {
  constructor(public func: Py) {
    super();
  }
}

/** `classmethod_descriptor`: of a built-in type. */
export class PyBuiltinClassMethod extends PyClassMethod {}

export class PyStaticMethod extends PyObject {
  /** `func` as it is called through `super()`: with an argument before its own, which it leaves out. */
  passed: { readonly func: Py; readonly call: Py } | undefined = undefined;
  constructor(public func: Py) {
    super();
  }
}

/** What is bound to an object: `func(self, …)`. In Python 2 `self` may be undefined: an unbound method of class `owner`. */
export abstract class PyMethod extends PyObject {
  constructor(
    public readonly func: Py,
    public readonly self: Py,
    public readonly owner: Py = undefined,
  ) {
    super();
  }
}

/** `method`: of a class written in Python. */
export class PyInstanceMethod extends PyMethod {}

/** `builtin_function_or_method`: of a built-in type (`[].append`). */
export class PyBuiltinMethod extends PyMethod {}

/** `method-wrapper`: a special method of a built-in type (`[].__len__`). */
export class PyMethodWrapper extends PyMethod {}

/** Binds a function to an object. */
export function bindMethod(func: Py, self: Py): PyMethod {
  switch (func?.builtin?.role) {
    case 'method':
      return new PyBuiltinMethod(func, self);
    case 'slot':
      return new PyMethodWrapper(func, self);
    default:
      return new PyInstanceMethod(func, self);
  }
}

/** The result of `super()`: attribute look-up on `obj` starting after `start` in the MRO of `objType`. */
export interface PySuper extends PyObject {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class PySuper {
  constructor(
    public start: Py,
    public obj: Py,
    public objType: Py,
  ) {}
}
inherit(PySuper, PyObject);

/** An attribute that the runtime computes (C's getset and member descriptors). */
export class PyGetSet extends PyObject {
  constructor(
    public name: string,
    public owner: Py,
    public readonly get: (self: Py) => Py,
    public readonly set: ((self: Py, value: Py) => void) | undefined,
    public readonly del: ((self: Py) => void) | undefined,
    public readonly doc: string | null = null,
  ) {
    super();
  }
}

/** `member_descriptor`: a slot, or a field of a built-in type's objects. */
export class PyMember extends PyGetSet {}
