/** Pointers of `ctypes`: `POINTER(c_int)`, `pointer(x)`, `byref(x)`. Spec: https://docs.python.org/3/library/ctypes.html#pointers */
import { lookup } from '../../object/attributes.js';
import { createClass } from '../../object/classes.js';
import { moduleState, rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { intValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { builtinType, PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PyList, PySlice } from '../../object/values.js';
import { arrayBase, PyCArray } from './array.js';
import { addLayouts, cDataMeta, cDataType, copyInto, layoutOf, newData, PyCData, partOf } from './data.js';
import { addressOf, readAddress, viewAt, writeAddress } from './memory.js';
import { simpleBase, typeOfCode } from './simple.js';

const ADDRESS_BYTES = 8;

export class PyCPointer extends PyCData {}
export const pointerBase: PyType = builtinType({
  name: '_Pointer',
  js: PyCPointer,
  base: cDataType,
  module: '_ctypes',
});

/** What `byref` gives: the address of an object, for a call. */
export class PyCArgument extends PyObject {
  constructor(
    readonly object: PyCData,
    readonly offset: number,
  ) {
    super();
  }
}
const argumentType = builtinType({ name: 'CArgObject', js: PyCArgument });

const targetOf = (cls: PyType): PyType => {
  const target = lookup(cls, '_type_');
  if (target === undefined) throw TypeError('Cannot create instance: has no _type_');
  return target as PyType;
};

addLayouts((cls) =>
  cls.mro.includes(pointerBase)
    ? {
        size: ADDRESS_BYTES,
        align: ADDRESS_BYTES,
        read: (_view, at, owner) => partOf(owner, cls, at),
        write: (view, at, value) => writeAddress(view, at, assignable(cls, value)),
      }
    : undefined,
);

/** The address that a pointer of a class gets from a value. */
function assignable(cls: PyType, value: Py): number {
  if (value === null) return 0;
  if (value instanceof PyCPointer && typeOf(value).mro.includes(cls)) return readAddress(value.view);
  if (value instanceof PyCArray && lookup(typeOf(value), '_type_') === targetOf(cls)) return addressOf(value.view);
  if (value instanceof PyCData)
    throw TypeError(`incompatible types, ${typeOf(value).name} instance instead of ${cls.name} instance`);
  throw TypeError(`expected ${cls.name} instance, got ${typeOf(value).name}`);
}

/** `POINTER(cls)`: the same class for the same class. */
export function pointerType(target: Py): PyType {
  if (target === null) return typeOfCode('P')!;
  if (!(target instanceof PyType)) throw TypeError('must be a ctypes type');
  const classes = moduleState('ctypes pointers', () => new Map<PyType, PyType>());
  let cls = classes.get(target);
  if (cls === undefined) {
    const namespace = new Map<string, Py>([
      ['_type_', target],
      ['__module__', target === typeOfCode('c') || target === typeOfCode('u') ? 'ctypes' : '__main__'],
    ]);
    cls = createClass(cDataMeta, `LP_${target.name}`, [pointerBase], namespace);
    classes.set(target, cls);
  }
  return cls;
}

export function pointerTo(object: Py): PyCPointer {
  if (!(object instanceof PyCData)) throw TypeError('_type_ must have storage info');
  const made = newData(pointerType(typeOf(object))) as PyCPointer;
  writeAddress(made.view, 0, addressOf(object.view));
  return made;
}

export function byref(object: Py, offset: Py = 0): PyCArgument {
  if (!(object instanceof PyCData))
    throw TypeError(`byref() argument must be a ctypes instance, not '${typeOf(object).name}'`);
  return new PyCArgument(object, Number(intValue(offset)));
}

/** The object that a pointer shows, or one that many places behind it. */
function pointed(self: PyCPointer, index: number): PyCData {
  const address = readAddress(self.view);
  if (address === 0) throw ValueError('NULL pointer access');
  const target = targetOf(typeOf(self));
  const { size } = layoutOf(target);
  return newData(target, viewAt(address + index * size, size));
}

const valueAt = (self: PyCPointer, index: number): Py => {
  const place = pointed(self, index);
  return layoutOf(typeOf(place)).read(place.view, 0, place);
};

/** `p[a:b]`: nothing says how much there is, so the end must be given. */
function slice(self: PyCPointer, { start, stop, step }: PySlice): Py {
  const by = step === null ? 1 : Number(intValue(step));
  if (start === null && by < 0) throw ValueError('slice start is required for step < 0');
  if (stop === null) throw ValueError('slice stop is required');
  const [from, to] = [start === null ? 0 : Number(intValue(start)), Number(intValue(stop))];
  const values: Py[] = [];
  for (let i = from; by > 0 ? i < to : i > to; i += by) values.push(valueAt(self, i));
  const target = targetOf(typeOf(self));
  if (target === typeOfCode('c'))
    return rt.dialect === 2 ? values.join('') : new PyBytes(Uint8Array.from(values, (v) => (v as PyBytes).data[0]!));
  return target === typeOfCode('u') && rt.dialect === 3 ? values.join('') : new PyList(values);
}

function indexOf(key: Py): number {
  const index = intValue(key);
  if (index === undefined) throw TypeError('Pointer indices must be integer');
  return Number(index);
}

defineMembers(pointerBase, () => ({
  __init__: method('(*args)', (self: PyCPointer, args: Py[]) => {
    if (self.view.byteLength === 0) self.view = newData(typeOf(self)).view;
    if (args.length > 0) setContents(self, args[0]);
    return null;
  }),
  contents: getter((self: PyCPointer) => pointed(self, 0), setContents),
  __bool__: method('()', (self: PyCPointer) => readAddress(self.view) !== 0),
  __nonzero__: method('()', (self: PyCPointer) => readAddress(self.view) !== 0),
  __getitem__: method('(key, /)', (self: PyCPointer, key: Py) =>
    key instanceof PySlice ? slice(self, key) : valueAt(self, indexOf(key)),
  ),
  __setitem__: method('(key, value, /)', (self: PyCPointer, key: Py, value: Py) => {
    const place = pointed(self, indexOf(key));
    if (value instanceof PyCData && typeOf(value) === typeOf(place)) copyInto(place.view, 0, value);
    else layoutOf(typeOf(place)).write(place.view, 0, value);
    return null;
  }),
}));

function setContents(self: PyCPointer, value: Py): void {
  const target = targetOf(typeOf(self));
  const isArray = value instanceof PyCArray && lookup(typeOf(value), '_type_') === target;
  if (!(value instanceof PyCData) || !(isArray || typeOf(value).mro.includes(target)))
    throw TypeError(`expected ${target.name} instead of ${typeOf(value).name}`);
  writeAddress(self.view, 0, addressOf(value.view));
}

defineMembers(argumentType, () => ({
  __repr__: method('()', (self: PyCArgument) => `<cparam 'P' (0x${argumentAddress(self).toString(16)})>`),
  _obj: getter((self: PyCArgument) => self.object),
}));

const argumentAddress = ({ object, offset }: PyCArgument): number => addressOf(object.view) + offset;

/** The address that an object is or has, for `cast`, `memmove` and the like; undefined for what has none. */
export function addressIn(value: Py): number | undefined {
  if (value === null) return 0;
  if (value instanceof PyCArgument) return argumentAddress(value);
  if (value instanceof PyCPointer) return readAddress(value.view);
  if (value instanceof PyCData) {
    const cls = typeOf(value);
    if (!cls.mro.includes(arrayBase) && cls.mro.includes(simpleBase)) return simpleAddress(value);
    return cls.mro.includes(arrayBase) ? addressOf(value.view) : undefined;
  }
  const n = intValue(value);
  return n === undefined ? undefined : Number(n);
}

function simpleAddress(value: PyCData): number | undefined {
  const code = lookup(typeOf(value), '_type_');
  return code === 'z' || code === 'Z' || code === 'P' ? readAddress(value.view) : undefined;
}
