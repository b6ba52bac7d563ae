/** Structures and unions of `ctypes`: classes with `_fields_`. */
import { lookup, setAttr } from '../../object/attributes.js';
import { AttributeError, TypeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, installAttribute } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import type { Py } from '../../object/object.js';
import { builtinType, PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyClassMethod, PyGetSet, PyTuple } from '../../object/values.js';
import { getSetType } from '../../builtins/getSet.js';
import { getter } from '../../object/install.js';
import { intValue } from '../../object/number.js';
import { bitsOf, swapped } from './fields.js';
import {
  addLayouts,
  cDataType,
  copyInto,
  forgetLayout,
  type Layout,
  layoutOf,
  newData,
  PyCData,
  partOf,
} from './data.js';

class PyStructure extends PyCData {}
export const structureType: PyType = builtinType({
  name: 'Structure',
  js: PyStructure,
  base: cDataType,
  module: '_ctypes',
});
class PyUnion extends PyCData {}
export const unionType: PyType = builtinType({ name: 'Union', js: PyUnion, base: cDataType, module: '_ctypes' });

/** The same with the bytes of their fields in the other order. */
const bigStructureType: PyType = builtinType({
  name: 'BigEndianStructure',
  js: class extends PyStructure {},
  base: structureType,
  module: 'ctypes._endian',
});
const bigUnionType: PyType = builtinType({
  name: 'BigEndianUnion',
  js: class extends PyUnion {},
  base: unionType,
  module: 'ctypes._endian',
});
const isBig = (cls: PyType) => cls.mro.includes(bigStructureType) || cls.mro.includes(bigUnionType);

export const endianTypes = { BigEndianStructure: bigStructureType, BigEndianUnion: bigUnionType };

export interface Field {
  readonly name: string;
  readonly type: PyType;
  readonly layout: Layout;
  readonly at: number;
  /** For some bits of an integer: how many, and how many of it come before them. */
  readonly bits?: { readonly count: number; readonly shift: number };
}

export interface StructureLayout extends Layout {
  readonly fields: readonly Field[];
}

const isStructure = (cls: PyType) => cls.mro.includes(structureType) || cls.mro.includes(unionType);

addLayouts((cls): StructureLayout | undefined => (isStructure(cls) ? structureLayout(cls) : undefined));

interface Space {
  /** In bits. */
  end: number;
  align: number;
}

/** Each field at the next multiple of its alignment, or at 0 in a union. */
function structureLayout(cls: PyType): StructureLayout {
  const declared = lookup(cls, '_fields_');
  const pack = lookup(cls, '_pack_');
  const isUnion = cls.mro.includes(unionType);
  const parent = cls.mro.slice(1).find((c) => c.isHeap && isStructure(c));
  const inherited =
    parent === undefined || parent.namespace.get('_fields_') === declared
      ? undefined
      : (layoutOf(parent) as StructureLayout);
  const fields: Field[] = [...(inherited?.fields ?? [])];
  const space: Space = { end: (inherited?.size ?? 0) * 8, align: inherited?.align ?? 1 };
  for (const declaration of declared === undefined ? [] : toArray(declared)) {
    checkType(toArray(declaration)[1], fields.length - (inherited?.fields.length ?? 0));
    fields.push(place(cls, toArray(declaration), space, pack === undefined ? Infinity : Number(pack), isUnion));
  }
  return {
    fields,
    align: space.align,
    size: Math.ceil(space.end / 8 / space.align) * space.align,
    read: (_view, at, owner) => partOf(owner, cls, at),
    write: (view, at, value) => {
      const given = value instanceof PyTuple ? initialised(newData(cls), value.items) : value;
      if (typeOf(given) !== cls) throw TypeError(`expected ${cls.name} instance, got ${typeOf(value).name}`);
      copyInto(view, at, given);
    },
  };
}

function checkType(type: Py, index: number): void {
  if (!(type instanceof PyType) || !type.mro.includes(cDataType))
    throw TypeError(`second item in _fields_ tuple (index ${index}) must be a C type`);
}

/** Finds the place of a field behind those before it. Bits share an integer with the bits before them if they fit into it. */
function place(cls: PyType, [name, type, bits]: Py[], space: Space, pack: number, isUnion: boolean): Field {
  const plain = layoutOf(type);
  const layout = isBig(cls) ? swapped(plain, type) : plain;
  const unit = Math.min(layout.align, pack);
  const from = isUnion ? 0 : space.end;
  space.align = Math.max(space.align, unit);
  if (bits === undefined) {
    const at = Math.ceil(from / 8 / unit) * unit;
    space.end = Math.max(space.end, (at + layout.size) * 8);
    return { name, type, layout, at };
  }
  const width = layout.size * 8;
  const count = Number(intValue(bits));
  if (count <= 0 || count > width) throw ValueError('number of bits invalid for bit field');
  const fits = Math.floor(from / width) === Math.floor((from + count - 1) / width);
  const start = fits ? from : Math.ceil(from / width) * width;
  space.end = Math.max(space.end, start + count);
  const shift = start % width;
  const at = (start - shift) / 8;
  return { name, type, layout: bitsOf(layout, type, shift, count), at, bits: { count, shift } };
}

export const fieldsOf = (cls: PyType): readonly Field[] => (layoutOf(cls) as StructureLayout).fields;

/** The attribute that is a field. Its place is asked for when it is first used: in a forked process the class may not be whole yet. */
export class PyField extends PyGetSet {
  readonly field: () => Field;
  constructor(name: string, cls: PyType) {
    let found: Field | undefined;
    const field = (): Field => (found ??= fieldsOf(cls).find((each) => each.name === name)!);
    super(
      name,
      cls,
      (self: PyCData) => field().layout.read(self.view, field().at, self),
      (self: PyCData, value: Py) => field().layout.write(self.view, field().at, value),
      undefined,
    );
    this.field = field;
  }
}
const fieldType = builtinType({ name: 'CField', js: PyField, base: getSetType, module: '_ctypes' });
defineMembers(fieldType, () => ({
  offset: getter((self: PyField) => self.field().at),
  size: getter((self: PyField) => {
    const { bits, layout } = self.field();
    return bits === undefined ? layout.size : bits.count * 0x10000 + bits.shift;
  }),
  __repr__: method('()', (self: PyField) => {
    const { type, at, bits, layout } = self.field();
    const where = bits === undefined ? `ofs=${at}, size=${layout.size}` : `ofs=${at}:${bits.shift}, bits=${bits.count}`;
    return `<Field type=${type.name}, ${where}>`;
  }),
}));

/** Called for each new class, and when it gets its fields later: they become attributes. */
function installFields(cls: PyType): null {
  if (!cls.namespace.has('_fields_')) return null;
  forgetLayout(cls);
  for (const { name } of fieldsOf(cls)) {
    const descriptor = new PyField(name, cls);
    cls.namespace.set(name, descriptor);
    installAttribute(cls, name, descriptor);
  }
  return null;
}

/** A class may name itself in its fields, so they can be given after it has been made. */
export const laterFields = () => ({
  _fields_: getter(
    (cls: PyType) => {
      const fields = lookup(cls, '_fields_');
      if (fields === undefined) throw AttributeError(`type object '${cls.name}' has no attribute '_fields_'`);
      return fields;
    },
    (cls: PyType, fields: Py) => {
      cls.namespace.set('_fields_', fields);
      installAttribute(cls, '_fields_', fields);
      if (isStructure(cls)) installFields(cls);
    },
  ),
});

function initialised(self: PyCData, values: readonly Py[]): PyCData {
  const fields = fieldsOf(typeOf(self));
  if (values.length > fields.length) throw TypeError('too many initializers');
  for (let i = 0; i < values.length; i++) setAttr(self, fields[i]!.name, values[i]);
  return self;
}

const members = () => ({
  __init_subclass__: new PyClassMethod(fn('(cls)', installFields)),
  __init__: method('(*args, **kw)', (self: PyCData, args: Py[], keywords: Map<string, Py>) => {
    const cls = typeOf(self);
    if (self.view.byteLength === 0) self.view = newData(cls).view;
    initialised(self, args);
    for (const [name, value] of keywords) setAttr(self, name, value);
    return null;
  }),
});
defineMembers(structureType, members);
defineMembers(unionType, members);
