/**
 * `object`.
 * Spec: https://docs.python.org/3/reference/datamodel.html#basic-customization
 */
import {
  findAttr,
  genericSetAttr,
  getAttr,
  isAttributeError,
  lookup,
  noAttribute,
  ownAttribute,
  bindFrom,
  special,
} from '../object/attributes.js';
import { genericDelAttr } from '../object/deletion.js';
import { call, callKw, callMethod } from '../object/call.js';
import { defaultState, reduceObject } from '../pickle/reduce.js';
import type { Keywords } from '../object/binding.js';
import { moduleIn2 } from '../object/inPython.js';
import { compareValues } from '../object/compare.js';
import { deriveFlags } from '../object/classFlags.js';
import { refuseAbstract } from '../object/construct.js';
import { rt } from '../object/context.js';
import { AttributeError, BaseException, TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { identity, identityHash } from '../object/hash.js';
import { sameLayout } from '../object/layout.js';
import { defineMembers, getter, isDescriptor } from '../object/install.js';
import { PyIterator } from '../object/pyIterator.js';
import { asSize, strValue } from '../object/number.js';
import { methodKey, type Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { reprValue, str } from '../object/text.js';
import { truthy } from '../object/truth.js';
import { objectType, PyType, shortTypeName } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyClassMethod, PyList, PyModule, PyStaticMethod, PyUnicode } from '../object/values.js';
import { encodeAscii2 } from './ascii2.js';

import { direct, directMethod } from './direct.js';
import { toUnicode2 } from './toUnicode2.js';
import { warn } from './warn.js';

/** The module of a class that is not written in Python; Python 2 has its built-in ones in two. */
export function moduleNameOf(cls: PyType): Py {
  if (rt.dialect === 3) return cls.moduleName;
  if (cls.moduleName !== 'builtins') return moduleIn2(cls.moduleName);
  return cls.mro.includes(BaseException.type) ? 'exceptions' : '__builtin__';
}

/** How the default repr names a class: with its module, unless that is `builtins`. */
export function classPath(cls: PyType): string {
  const module = moduleNameOf(cls);
  const name = rt.dialect === 2 ? shortTypeName(cls) : cls.qualname;
  return typeof module !== 'string' || module === 'builtins' || module === '__builtin__' ? name : `${module}.${name}`;
}

export const address = (o: object): string => `0x${identity(o).toString(16)}`;

/** `<module.Class object at 0x…>`. */
export function defaultRepr(o: Py): string {
  const cls = typeOf(o);
  if (cls.oldStyle) return `<${classPath(cls)} instance at ${address(o)}>`;
  return `<${classPath(cls)} object at ${address(o)}>`;
}

function newObject(cls: PyType, args: ArrayLike<Py>, kwargs: Keywords | null): Py {
  if (!(cls instanceof PyType)) throw TypeError(`object.__new__(X): X is not a type object (${typeOf(cls).name})`);
  if (args.length > 0 || (kwargs !== null && kwargs.size > 0)) {
    const ownNew = lookup(cls, '__new__') !== objectType.namespace.get('__new__');
    const ownInit = lookup(cls, '__init__') !== objectType.namespace.get('__init__');
    if (rt.dialect === 2 && !ownInit) throw TypeError('object() takes no parameters');
    if (ownNew && rt.dialect === 3)
      throw TypeError('object.__new__() takes exactly one argument (the type to instantiate)');
    if (!ownInit) throw TypeError(`${cls.name}() takes no arguments`);
  }
  if (cls.abstractMethods !== undefined) refuseAbstract(cls);
  if (!cls.isHeap && cls.proto instanceof PyIterator) throw TypeError(`cannot create '${cls.name}' instances`);
  const layout = cls.mro.find((c) => !c.isHeap);
  if (layout !== undefined && layout !== objectType && layout.namespace.has('__new__')) {
    throw TypeError(`object.__new__(${cls.name}) is not safe, use ${layout.name}.__new__()`);
  }
  cls.hasMade = true;
  return new cls.ctor([]);
}

function initObject(self: Py, args: ArrayLike<Py>, kwargs: Keywords | null): null {
  if (args.length === 0 && (kwargs === null || kwargs.size === 0)) return null;
  const cls = typeOf(self);
  const ownInit = lookup(cls, '__init__') !== objectType.namespace.get('__init__');
  const ownNew = lookup(cls, '__new__') !== objectType.namespace.get('__new__');
  if (ownInit) throw TypeError('object.__init__() takes exactly one argument (the instance to initialize)');
  if (!ownNew && rt.dialect === 3)
    throw TypeError(`${cls.name}.__init__() takes exactly one argument (the instance to initialize)`);
  return null;
}

/** `object.__getattribute__`: data descriptor, own attribute, other class attribute. */
export function genericGetAttr(self: Py, name: Py): Py {
  const text = attributeName(name);
  const cls = typeOf(self);
  const found = lookup(cls, text);
  if (
    found !== undefined &&
    isDescriptor(found) &&
    (special(found, '__set__') !== undefined || special(found, '__delete__') !== undefined)
  ) {
    return bindFrom(found, self, cls);
  }
  const own =
    self === null || (typeof self !== 'object' && typeof self !== 'function') ? undefined : ownAttribute(self, text);
  if (own !== undefined) return own;
  if (found !== undefined) return bindFrom(found, self, cls);
  if (self instanceof PyModule || cls.getattrHook === undefined || cls.opaque) {
    if (!(self instanceof PyModule) || cls.opaque) throw noAttribute(self, text);
    return getAttr(self, text);
  }
  throw noAttribute(self, text);
}

/** What `type` does when an attribute of a class is set cannot be left out. */
function refuseClass(self: Py, name: string): void {
  if (self instanceof PyType) throw TypeError(`can't apply this ${name} to ${typeOf(self).name} object`);
}

const isMutable = (cls: PyType): boolean => cls.isHeap || cls.isOpen;

/** Assignment to `__class__`: the instance takes the other class's prototype. */
function setClass(self: Py, value: Py): void {
  const old = typeOf(self);
  checkClass(old, value);
  const module = self instanceof PyModule && value.mro.includes((PyModule.prototype as Py).c$);
  if (!module && !(isMutable(old) && isMutable(value))) {
    throw TypeError(
      rt.dialect === 2
        ? '__class__ assignment: only for heap types'
        : '__class__ assignment only supported for mutable types or ModuleType subclasses',
    );
  }
  if (!module && !sameLayout(value, old)) {
    const [first, second] = rt.dialect === 2 ? [old, value] : [value, old];
    throw TypeError(`__class__ assignment: '${first.name}' object layout differs from '${second.name}'`);
  }
  Object.setPrototypeOf(self, value.proto);
}

/** In Python 2 an instance of an old-style class takes only such a class, and no other instance does. */
function checkClass(old: PyType, value: Py): void {
  const isClass = value instanceof PyType;
  if (old.oldStyle) {
    if (!isClass || !value.oldStyle) throw TypeError('__class__ must be set to a class');
  } else if (!isClass || value.oldStyle) {
    const wanted = rt.dialect === 2 ? 'new-style class' : 'a class';
    const given = isClass && value.oldStyle ? 'classobj' : typeOf(value).name;
    throw TypeError(`__class__ must be set to ${wanted}, not '${given}' object`);
  }
}

/** The classes that an object says it is of: a proxy says those of what is behind it, and who has no `__class__` none. */
export function claimedClasses(o: Py): readonly PyType[] {
  if (o === null || typeOf(o).oldStyle) return typeOf(o).mro;
  const cls = findAttr(o, '__class__');
  return cls instanceof PyType ? cls.mro : [];
}

function dirOf(self: Py): PyList {
  const names = new Set<string>();
  const dict = self === null ? undefined : findAttr(self, '__dict__');
  if (dict instanceof PyDict) for (const name of dict.keyList()) names.add(name);
  for (const cls of claimedClasses(self)) for (const name of cls.namespace.keys()) names.add(name);
  return new PyList([...names]);
}

defineMembers(objectType, () => ({
  __doc__:
    'The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n',
  __new__: new PyStaticMethod(
    direct(
      '(cls, *args, **kwargs)',
      (cls: Py, ...args: Py[]) => {
        if (cls === undefined) throw TypeError('object.__new__(): not enough arguments');
        return newObject(cls, args, null);
      },
      newObject,
      '__new__',
    ),
  ),
  __init__: directMethod(
    '(self, /, *args, **kwargs)',
    (self: Py, ...args: Py[]) => {
      if (self === undefined) throw TypeError("descriptor '__init__' of 'object' object needs an argument");
      return initObject(self, args, null);
    },
    initObject,
    '__init__',
  ),
  __repr__: method('()', defaultRepr),
  __str__: method('()', reprValue),
  __format__: method('(format_spec, /)', (self: Py, spec: Py) => {
    if (rt.dialect === 2) return format2(self, spec);
    if (strValue(spec) === undefined)
      throw TypeError(`__format__() argument must be str, not ${spec === null ? 'None' : typeOf(spec).name}`);
    if (strValue(spec) !== '') throw TypeError(`unsupported format string passed to ${typeOf(self).name}.__format__`);
    return str(self);
  }),
  __hash__: method('()', (self: Py) => identityHash(self)),
  __getattribute__: method('(name, /)', genericGetAttr),
  __setattr__: method('(name, value, /)', (self: Py, name: Py, value: Py) => {
    refuseClass(self, '__setattr__');
    genericSetAttr(self, attributeName(name), value);
    return null;
  }),
  __delattr__: method('(name, /)', (self: Py, name: Py) => {
    refuseClass(self, '__delattr__');
    genericDelAttr(self, attributeName(name));
    return null;
  }),
  __class__: getter((self) => typeOf(self), setClass),
  __reduce__:
    rt.dialect === 2
      ? method('(protocol=0, /)', (self: Py, protocol: Py) =>
          reduceObject(self, protocol === undefined ? 0 : asSize(protocol)),
        )
      : method('()', (self: Py) => reduceObject(self, 0)),
  __reduce_ex__: method('(protocol, /)', (self: Py, protocol: Py) => {
    const reduce = lookup(typeOf(self), '__reduce__');
    if (reduce !== objectType.namespace.get('__reduce__')) return call(getAttr(self, '__reduce__'), []);
    return reduceObject(self, asSize(protocol));
  }),
  __sizeof__: method('()', () => 16),
  __init_subclass__: new PyClassMethod(
    fn('(cls, /, *args, **kwargs)', (cls: PyType, args: Py[], kwargs: Keywords) => {
      if (args.length > 0) throw TypeError(`${cls.qualname}.__init_subclass__() takes no positional arguments`);
      if (kwargs.size > 0) throw TypeError(`${cls.qualname}.__init_subclass__() takes no keyword arguments`);
      return null;
    }),
  ),
  __subclasshook__: new PyClassMethod(fn('(cls, object=None, /)', () => NotImplemented)),
  ...objectMembers3(),
}));

/** Comparison defaults and hooks. Python 2's `object` has none of them, but the library's modules count on them. */
function objectMembers3() {
  const notImplemented = () => method('(value, /)', () => NotImplemented);
  return {
    __eq__: method('(value, /)', (self: Py, other: Py) =>
      self === other && !comparesInOneWay(self) ? true : NotImplemented,
    ),
    __ne__: method('(value, /)', (self: Py, other: Py) => {
      const eq = typeOf(self).proto[methodKey('__eq__')];
      // A class of Python 2's has no `!=` by its `==`; the library's classes have.
      if (rt.dialect === 2 && eq?.info?.code.unit.compiled.dialect === 2) return NotImplemented;
      const result = eq === undefined ? compareValues(self, other, 'Eq') : eq(self, other);
      return result === NotImplemented ? NotImplemented : !truthy(result);
    }),
    __lt__: notImplemented(),
    __le__: notImplemented(),
    __gt__: notImplemented(),
    __ge__: notImplemented(),
    __dir__: method('()', dirOf),
    // Python 2 asks an object's own `__getattr__` for one.
    ...(rt.dialect === 3 ? { __getstate__: method('()', (self: Py) => defaultState(self)) } : {}),
  };
}

/** Python 2: `__cmp__` is asked even about the object itself, and so is the `__coerce__` of an old-style class. */
export const comparesInOneWay = (self: Py): boolean =>
  rt.dialect === 2 &&
  typeOf(self).isHeap &&
  (special(self, '__cmp__') !== undefined || (typeOf(self).oldStyle && special(self, '__coerce__') !== undefined));

/** Python 2: what has no format of its own is formatted as the text that it prints as. */
function format2(self: Py, spec: Py): Py {
  const isUnicode = spec instanceof PyUnicode;
  if (strValue(spec) === undefined && !isUnicode) throw TypeError('argument to __format__ must be unicode or str');
  const text = isUnicode ? toUnicode2(self) : str(self);
  if ((isUnicode ? spec.value : strValue(spec)) !== '')
    warn('PendingDeprecationWarning', 'object.__format__ with a non-empty format string is deprecated');
  return callMethod(text, '__format__', spec);
}

/** @param caller the function that names itself where Python 2 refuses what is no text */
export function attributeName(name: Py, caller?: 'getattr' | 'hasattr'): string {
  const text = strValue(name);
  if (text !== undefined) return text;
  if (rt.dialect === 2 && name instanceof PyUnicode) return encodeAscii2(name.value);
  if (rt.dialect === 2 && caller !== undefined) throw TypeError(`${caller}(): attribute name must be string`);
  throw TypeError(`attribute name must be string, not '${typeOf(name).name}'`);
}

export { AttributeError, callKw, deriveFlags, isAttributeError };
