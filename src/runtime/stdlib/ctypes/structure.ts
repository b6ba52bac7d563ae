/** Structures and unions of `ctypes`: classes with `_fields_`. */
import { lookup, setAttr } from '../../object/attributes.js';
import { AttributeError, TypeError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, installAttribute } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import type { Py } from '../../object/object.js';
import { builtinType, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyClassMethod, PyGetSet } from '../../object/values.js';
import { addLayouts, cDataType, copyInto, type Layout, layoutOf, newData, PyCData, partOf } from './data.js';

class PyStructure extends PyCData {}
export const structureType: PyType = builtinType({
  name: 'Structure',
  js: PyStructure,
  base: cDataType,
  module: '_ctypes',
});
class PyUnion extends PyCData {}
export const unionType: PyType = builtinType({ name: 'Union', js: PyUnion, base: cDataType, module: '_ctypes' });

export interface Field {
  readonly name: string;
  readonly type: PyType;
  readonly layout: Layout;
  readonly at: number;
}

export interface StructureLayout extends Layout {
  readonly fields: readonly Field[];
}

const isStructure = (cls: PyType) => cls.mro.includes(structureType) || cls.mro.includes(unionType);

addLayouts((cls): StructureLayout | undefined => (isStructure(cls) ? structureLayout(cls) : undefined));

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
  let end = inherited?.size ?? 0;
  let align = inherited?.align ?? 1;
  for (const pair of declared === undefined ? [] : toArray(declared)) {
    const [name, type] = toArray(pair);
    const layout = layoutOf(type);
    const unit = pack === undefined ? layout.align : Math.min(layout.align, Number(pack));
    const at = isUnion ? 0 : Math.ceil(end / unit) * unit;
    fields.push({ name, type, layout, at });
    end = Math.max(end, at + layout.size);
    align = Math.max(align, unit);
  }
  return {
    fields,
    align,
    size: Math.ceil(end / align) * align,
    read: (_view, at, owner) => partOf(owner, cls, at),
    write: (view, at, value) => {
      if (typeOf(value) !== cls) throw TypeError(`expected ${cls.name} instance, got ${typeOf(value).name}`);
      copyInto(view, at, value);
    },
  };
}

export const fieldsOf = (cls: PyType): readonly Field[] => (layoutOf(cls) as StructureLayout).fields;

/** The attribute that is a field. Its place is asked for when it is first used: in a forked process the class may not be whole yet. */
export class PyField extends PyGetSet {
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
  }
}

/** Called for each new class: its fields become attributes. */
function installFields(cls: PyType): null {
  if (!cls.namespace.has('_fields_')) return null;
  for (const { name } of fieldsOf(cls)) {
    const descriptor = new PyField(name, cls);
    cls.namespace.set(name, descriptor);
    installAttribute(cls, name, descriptor);
  }
  return null;
}

const members = () => ({
  __init_subclass__: new PyClassMethod(fn('(cls)', installFields)),
  __init__: method('(*args, **kw)', (self: PyCData, args: Py[], keywords: Map<string, Py>) => {
    const cls = typeOf(self);
    if (self.view.byteLength === 0) self.view = newData(cls).view;
    const fields = fieldsOf(cls);
    if (args.length > fields.length) throw TypeError('too many initializers');
    for (let i = 0; i < args.length; i++) setAttr(self, fields[i]!.name, args[i]);
    for (const [name, value] of keywords) setAttr(self, name, value);
    return null;
  }),
});
defineMembers(structureType, members);
defineMembers(unionType, members);

export { AttributeError };
