/**
 * `type`: classes as objects.
 * Spec: https://docs.python.org/3/library/functions.html#type
 */
import { runDeferred } from '../import/deferred.js';
import { SHOWN } from '../import/deferredNames.js';
import { isLibraryFile } from '../import/library.js';
import { textSignatureOf } from './textSignatures.js';
import { bindFrom, getAttr, isAttributeError, lookup, setTypeAttribute, special } from '../object/attributes.js';
import { deleteTypeAttribute } from '../object/deletion.js';
import type { Keywords } from '../object/binding.js';
import { isClassIn2 } from '../object/inPython.js';
import { callKw, callMethod } from '../object/call.js';
import { assignBases } from '../object/bases.js';
import { c3, calculateMeta, metaclassConflict, refuseOnlyClassic } from '../object/mro.js';
import { createClass, typeType as classTypeHook } from '../object/classes.js';
import { deriveFlags } from '../object/classFlags.js';
import { construct } from '../object/construct.js';
import { rt } from '../object/context.js';
import { AttributeError, TypeError, ValueError } from '../object/errors.js';
import { settleCollection } from '../object/garbage.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter, ready, installAttribute } from '../object/install.js';
import { ClassicMap, dictOver } from '../object/namespace.js';
import { strValue } from '../object/number.js';
import { hide, type Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr } from '../object/text.js';
import { shortTypeName, builtinType, objectType, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyClassMethod, type PyGetSet, PyList, PyStaticMethod, PyTuple, PyUnicode } from '../object/values.js';
import { typeOfType } from '../helpers/functions.js';
import { isDescriptor } from '../object/install.js';
import { callerModule } from './callerModule.js';
import { plainInstanceCheck, plainSubclassCheck } from './isinstance.js';
import { address, attributeName, classPath, moduleNameOf } from './object.js';
import { shownType } from './oldStyle2.js';
import { warn } from './warn.js';
import { mappingProxy } from './mappingProxy.js';
import { placeClass } from './libraryClass.js';

export const type: PyType = builtinType({ name: 'type', js: PyType, hasDict: true });
classTypeHook.current = type;
typeOfType.current = type;
// The class object of `object` sees the attributes of `type`; all others inherit from it.
Object.setPrototypeOf(objectType, PyType.prototype);
hide(PyType.prototype, 'c$', type);

function newType(meta: PyType, args: Py[], kwargs: Keywords): Py {
  if (args.length === 1 && meta === type && kwargs.size === 0)
    return rt.dialect === 2 ? shownType(args[0]) : typeOf(args[0]);
  if (args.length !== 3) {
    throw TypeError(
      meta === type
        ? 'type() takes 1 or 3 arguments'
        : `type.__new__() takes exactly 3 arguments (${args.length} given)`,
    );
  }
  const [name, bases, dict] = args;
  const text = strValue(name);
  if (text === undefined && rt.dialect === 2)
    throw TypeError(`type() argument 1 must be string, not ${typeOf(name).name}`);
  if (text === undefined) throw TypeError(`type.__new__() argument 1 must be str, not ${typeOf(name).name}`);
  checkName(text);
  if (!(bases instanceof PyTuple))
    throw TypeError(`type.__new__() argument 2 must be tuple, not ${typeOf(bases).name}`);
  if (!(dict instanceof PyDict)) throw TypeError(`type.__new__() argument 3 must be dict, not ${typeOf(dict).name}`);
  for (const base of bases.items) {
    if (base instanceof PyType) continue;
    if (rt.dialect === 2) throw metaclassConflict();
    throw TypeError(
      special(base, '__mro_entries__') === undefined
        ? 'bases must be types'
        : "type() doesn't support MRO entry resolution; use types.new_class()",
    );
  }
  refuseOnlyClassic(bases.items);
  const winner = calculateMeta(meta, bases.items);
  if (winner !== meta) {
    const make = lookup(winner, '__new__');
    if (make !== type.namespace.get('__new__'))
      return callKw(make instanceof PyStaticMethod ? make.func : make, [winner, ...args], kwargs);
  }
  const cls = createClass(winner, text, bases.items, namespaceMap(dict), kwargs);
  if (dict.keyList().some((key) => strValue(key) === undefined && !(key instanceof PyUnicode)))
    warn('RuntimeWarning', `non-string key in the __dict__ of class ${text}`);
  return cls;
}

/** A class's name is text without null characters and lone surrogates. */
function checkName(name: string): void {
  if (name.includes('\0')) throw ValueError('type name must not contain null characters');
  if (!name.isWellFormed()) callMethod(name, 'encode', 'utf-8');
}

/** Python 2: a name may be unicode. */
const attributeText = (key: Py): Py => (key instanceof PyUnicode && /^[\0-\x7f]*$/.test(key.value) ? key.value : key);

function namespaceMap(dict: PyDict): Map<string, Py> {
  const map = new Map<string, Py>();
  for (const [key, value] of dict.entryList()) map.set(attributeText(key), value);
  if (!map.has('__module__')) {
    const module = callerModule.current();
    if (module !== undefined) map.set('__module__', module);
  }
  return map;
}

function callType(cls: PyType, args: Py[], kwargs: Keywords): Py {
  if (cls === type && args.length === 1 && kwargs.size === 0)
    return rt.dialect === 2 ? shownType(args[0]) : typeOf(args[0]);
  return construct(cls, args, kwargs.size === 0 ? null : kwargs);
}

/** `<class 'module.Name'>`. */
function reprType(cls: PyType): string {
  if (cls.oldStyle) return `<class ${classPath(cls)} at ${address(cls)}>`;
  const kind = rt.dialect === 2 && !isClassIn2(cls) ? 'type' : 'class';
  return `<${kind} '${classPath(cls)}'>`;
}

function getTypeAttribute(cls: PyType, name: Py): Py {
  const text = attributeName(name);
  const meta = typeOf(cls);
  const onMeta = lookup(meta, text);
  if (onMeta !== undefined && isDescriptor(onMeta) && special(onMeta, '__set__') !== undefined)
    return bindFrom(onMeta, cls, meta);
  const own = lookup(cls, text);
  if (own !== undefined) {
    if (typeof own === 'function') return own;
    if (!isDescriptor(own)) return own;
    const get = special(own, '__get__');
    return get === undefined ? own : get(own, null, cls);
  }
  if (onMeta !== undefined) return bindFrom(onMeta, cls, meta);
  throw AttributeError(`type object '${cls.name}' has no attribute '${text}'`);
}

/** An attribute of classes that can be set but not deleted. */
function required(name: string, get: (cls: PyType) => Py, set: (cls: PyType, value: Py) => void): PyGetSet {
  return getter(get, set, (cls: PyType) => {
    throw TypeError(`cannot delete '${name}' attribute of immutable type '${cls.name}'`);
  });
}

/** An old-style class without bases does not show that it has `object`'s attributes. */
const shownBases = (cls: PyType): PyType[] =>
  cls.oldStyle ? cls.bases.filter((base) => base !== objectType) : cls.bases;

function setBases(cls: PyType, value: Py): void {
  if (!cls.isHeap) throw TypeError(`cannot set '__bases__' attribute of immutable type '${cls.name}'`);
  if (!(value instanceof PyTuple))
    throw TypeError(`can only assign tuple to ${cls.name}.__bases__, not ${typeOf(value).name}`);
  if (value.items.length === 0) throw TypeError(`can only assign non-empty tuple to ${cls.name}.__bases__, not ()`);
  for (const base of value.items) {
    if (!(base instanceof PyType))
      throw TypeError(`${cls.name}.__bases__ must be tuple of classes, not '${typeOf(base).name}'`);
  }
  assignBases(cls, value.items);
}

function setAbstract(cls: PyType, value: Py): void {
  cls.namespace.set('__abstractmethods__', value);
  const names = [...value.keyList()];
  cls.abstractMethods = names.length === 0 ? undefined : names;
  cls.direct = undefined;
}

const isOfLibrary = ({ moduleName }: PyType): boolean => {
  const module: Py = rt.modules.get(moduleName) ?? rt.modules.get(SHOWN.get(moduleName) ?? '');
  const file: Py = module?.namespace?.get('__file__');
  return typeof file === 'string' && isLibraryFile(file);
};

function subclassesOf(cls: PyType): PyList {
  // Modules that have not run yet may have some of them.
  if (!cls.isHeap || isOfLibrary(cls)) runDeferred();
  const list = subclassesSoFar(cls);
  if (cls.isHeap && isOfLibrary(cls)) inOrderOfText(list.items);
  return list;
}

/** Classes of one module of the library may have been made in another order than they have there. */
function inOrderOfText(classes: PyType[]): void {
  const own = (each: PyType, name: string): Py => each.namespace.get(name);
  for (const module of new Set(classes.filter(isOfLibrary).map((each) => own(each, '__module__')))) {
    const places = [...classes.keys()].filter((i) => own(classes[i]!, '__module__') === module);
    const sorted = places.map((i) => classes[i]!);
    sorted.sort((a, b) => own(a, '__firstlineno__') - own(b, '__firstlineno__'));
    places.forEach((place, i) => void (classes[place] = sorted[i]!));
  }
}

/** Those that have been defined. */
export function subclassesSoFar(cls: PyType): PyList {
  settleCollection();
  const list: PyType[] = [];
  for (const ref of cls.subclasses) {
    const sub = ref.deref();
    if (sub?.bases.includes(cls)) list.push(sub);
  }
  return new PyList(list);
}

defineMembers(type, () => ({
  __doc__: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', newType, '__new__')),
  __init__: method('(*args, **kwargs)', (_self: PyType, args: Py[], kwargs: Keywords) => {
    if (args.length === 1 && kwargs.size > 0) throw TypeError('type.__init__() takes no keyword arguments');
    if (args.length !== 1 && args.length !== 3) throw TypeError('type.__init__() takes 1 or 3 arguments');
    return null;
  }),
  __call__: method('(*args, **kwargs)', callType),
  __repr__: method('()', reprType),
  ...(rt.dialect === 2 ? { __str__: method('()', (cls: PyType) => (cls.oldStyle ? classPath(cls) : repr(cls))) } : {}),
  __getattribute__: method('(name, /)', getTypeAttribute),
  __setattr__: method('(name, value, /)', (cls: PyType, name: Py, value: Py) => {
    setTypeAttribute.current(cls, attributeName(name), value);
    return null;
  }),
  __delattr__: method('(name, /)', (cls: PyType, name: Py) => {
    deleteTypeAttribute.current(cls, attributeName(name));
    return null;
  }),
  __name__: required('__name__', shortTypeName, (cls: PyType, value: Py) => {
    if (!cls.isHeap) throw TypeError(`cannot set '__name__' attribute of immutable type '${cls.name}'`);
    const text = strValue(value);
    if (text === undefined)
      throw TypeError(`can only assign string to ${cls.name}.__name__, not '${typeOf(value).name}'`);
    checkName(text);
    cls.name = text;
    // Python 2 has one name only, and what the library asks for is this.
    if (rt.dialect === 2) cls.qualname = text;
  }),
  __qualname__: required(
    '__qualname__',
    (cls: PyType) => cls.qualname,
    (cls: PyType, value: Py) => {
      if (!cls.isHeap) throw TypeError(`cannot set '__qualname__' attribute of immutable type '${cls.name}'`);
      if (typeof value !== 'string')
        throw TypeError(`can only assign string to ${cls.name}.__qualname__, not '${typeOf(value).name}'`);
      cls.qualname = value;
    },
  ),
  __module__: required(
    '__module__',
    (cls: PyType) => (cls.isHeap ? (cls.namespace.get('__module__') ?? cls.moduleName) : moduleNameOf(cls)),
    (cls: PyType, value: Py) => {
      if (!cls.isHeap) throw TypeError(`cannot set '__module__' attribute of immutable type '${cls.name}'`);
      cls.moduleName = value;
      cls.namespace.set('__module__', value);
      cls.namespace.delete('__firstlineno__');
      installAttribute(cls, '__module__', value);
    },
  ),
  __bases__: required('__bases__', (cls: PyType) => new PyTuple(shownBases(cls)), setBases),
  __base__: getter((cls: PyType) => (cls === objectType ? null : (cls.base ?? null))),
  __mro__: getter((cls: PyType) => new PyTuple(cls.mro)),
  __dict__: getter((cls: PyType) => {
    ready(cls);
    placeClass(cls);
    return cls.oldStyle ? dictOver(new ClassicMap(cls)) : mappingProxy(dictOver(cls.namespace));
  }),
  __annotations__: getter(
    (cls: PyType) => annotationsOf(cls),
    (cls: PyType, value: Py) => {
      cls.namespace.set('__annotations__', value);
    },
    (cls: PyType) => {
      if (!cls.namespace.delete('__annotations__')) throw AttributeError('__annotations__');
    },
  ),
  __type_params__: required(
    '__type_params__',
    (cls: PyType) => cls.typeParams ?? new PyTuple([]),
    (cls: PyType, value: Py) => {
      if (!cls.isHeap) throw TypeError(`cannot set '__type_params__' attribute of immutable type '${cls.name}'`);
      cls.typeParams = value;
      cls.namespace.set('__type_params__', value);
    },
  ),
  __abstractmethods__: getter((cls: PyType) => {
    const value = cls.namespace.get('__abstractmethods__');
    if (value === undefined || cls === type) throw AttributeError('__abstractmethods__');
    return value;
  }, setAbstract),
  __flags__: getter((cls: PyType) => typeFlags(cls)),
  __text_signature__: getter(textSignatureOf),
  __basicsize__: getter(() => 16),
  __itemsize__: getter(itemSize),
  __dictoffset__: getter((cls: PyType) => (cls.hasDict ? -1 : 0)),
  __weakrefoffset__: getter((cls: PyType) => (cls.mro.some((c) => c.namespace.has('__weakref__')) ? -32 : 0)),
  mro: method('()', (cls: PyType) => new PyList(c3(cls))),
  __subclasses__: method('()', subclassesOf),
  __instancecheck__: method('(instance, /)', plainInstanceCheck),
  __subclasscheck__: method('(subclass, /)', plainSubclassCheck),
  __prepare__: new PyClassMethod(fn('(cls, /, *args, **kwargs)', () => new PyDict(), '__prepare__')),
  __dir__: method('()', (cls: PyType) => {
    const names = new Set<string>();
    for (const c of cls.mro) {
      ready(c);
      for (const name of c.namespace.keys()) names.add(name);
    }
    return new PyList([...names]);
  }),
  __or__: method('(value, /)', (self: Py, other: Py) => unionOf.current(self, other)),
  __ror__: method('(value, /)', (self: Py, other: Py) => unionOf.current(other, self)),
}));

/** Of the built-in types whose objects CPython makes of different sizes; in bytes. */
const ITEM_SIZES: Readonly<Record<string, number>> = { tuple: 8, type: 40, int: 4, long: 4, bytes: 1, memoryview: 8 };

function itemSize(cls: PyType): number {
  const base = cls.mro.find((each) => !each.isHeap && Object.hasOwn(ITEM_SIZES, each.name));
  return base === undefined || (rt.dialect === 2 && base.name === 'int') ? 0 : ITEM_SIZES[base.name]!;
}

/** `int | str`; wired by the union type. */
export const unionOf: { current: (a: Py, b: Py) => Py } = {
  current: (a, b) => {
    throw TypeError(`unsupported operand type(s) for |: '${typeOf(a).name}' and '${typeOf(b).name}'`);
  },
};

function annotationsOf(cls: PyType): Py {
  // What `type` has under that name is this very descriptor.
  let found = cls === type ? undefined : cls.namespace.get('__annotations__');
  if (found !== undefined) return found;
  if (!cls.isHeap) throw AttributeError(`type object '${cls.name}' has no attribute '__annotations__'`);
  found = new PyDict();
  cls.namespace.set('__annotations__', found);
  return found;
}

const HEAPTYPE = 1 << 9;
const BASETYPE = 1 << 10;
const IS_ABSTRACT = 1 << 20;
function typeFlags(cls: PyType): number {
  let flags = 1 << 12;
  if (cls.isHeap || cls.addsNothing) flags |= HEAPTYPE;
  else flags |= 1 << 8;
  if (cls.subclassable) flags |= BASETYPE;
  if (cls.abstractMethods !== undefined) flags |= IS_ABSTRACT;
  if (cls.collection === 'sequence') flags |= 1 << 5;
  if (cls.collection === 'mapping') flags |= 1 << 6;
  return flags;
}

export { deriveFlags, getAttr, isAttributeError };
