/**
 * Puts a class attribute where reads, writes and calls will find it: on the prototype of the instances and on the class
 * itself (object.ts says how). Built-in types are filled in on first use (`ready`).
 */
import { rt } from './context.js';
import {
  calls,
  defineAccessor,
  defineClassAccessor,
  descriptorAccessor,
  functionAccessor,
  getSetAccessor,
  orHook,
  propertyAccessor,
  shadow,
  slotAccessor,
} from './accessors.js';
import { AttributeError, TypeError } from './errors.js';
import { BuiltinInfo, type PyFunction, slotWrapperPrototype, libraryFunctionPrototype } from './function.js';
import { isInPythonThere } from './inPython.js';
import { attributeKey, countedKey, hide, methodKey, type Py, PyObject } from './object.js';
import { isBare } from './constructors.js';
import { isSlot } from './slotNames.js';
import { type Members, objectType, type PyType, waitingTypes } from './type.js';
import {
  bindMethod,
  PyBuiltinClassMethod,
  PyClassMethod,
  PyGetSet,
  PyInstanceMethod,
  PyMember,
  PyProperty,
  PyStaticMethod,
  PyTuple,
} from './values.js';

/** True for values that bind `self` when found on a class: Python functions and methods of built-in types. */
export function bindsSelf(value: Py): boolean {
  return typeof value === 'function' && (value.info !== undefined || value.builtin?.isMethod === true);
}

/** Whether the value's class defines `__get__`, `__set__` or `__delete__`. */
export function isDescriptor(value: Py): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (!value.c$.isReady) {
    // What the commonest built-in types are is known before they are filled.
    if (!value.c$.isHeap && value instanceof PyGetSet) return true;
    if (!value.c$.isHeap && value instanceof PyTuple) return false;
    ready(value.c$);
  }
  const proto = value.c$.proto;
  return (
    proto.m$__get__ !== undefined ||
    proto.m$__set__ !== undefined ||
    proto.m$__delete__ !== undefined ||
    '$__get__' in proto ||
    '$__set__' in proto ||
    '$__delete__' in proto
  );
}

/** Data descriptors of `type`: what they say of a class goes before what the class has under that name. */
const SAID_BY_TYPE: ReadonlySet<string> = new Set([
  '__dict__',
  '__name__',
  '__qualname__',
  '__class__',
  '__annotations__',
  '__type_params__',
]);

/**
 * Says that an object that others inherit from gets many properties now. V8 keeps it as a hash table until it is next read through (each
 * property would be a hidden class of its own otherwise, with a copy of all before it): that is what it does with an object that
 * becomes a prototype.
 */
export function expectProperties(target: object): void {
  Object.create(target);
}

/** Puts all attributes of a class in place that has none yet. */
export function installAttributes(cls: PyType, attributes: ReadonlyMap<string, Py>): void {
  const { proto } = cls;
  // What is in the way can only be inherited; and reading from the object itself would end the state that it is in.
  const above = Object.getPrototypeOf(proto) ?? {};
  if (!cls.isHeap || !isBare(cls.ctor)) expectProperties(proto);
  attributes.forEach((value, name) => {
    if (typeof name === 'string') installOnInstances(cls, proto, name, value, above);
  });
  const classAbove = Object.getPrototypeOf(cls);
  expectProperties(cls);
  attributes.forEach((value, name) => {
    if (typeof name === 'string' && !isSaidByType(name, value)) installOnClass(cls, name, value, classAbove);
  });
}

/** Makes class attribute `name` of `cls` visible to instances through its prototype, and on the class object. */
export function installAttribute(cls: PyType, name: string, value: Py): void {
  // A class's dict may have other keys; no attribute access finds them.
  if (typeof name !== 'string') return;
  installOnInstances(cls, cls.proto, name, value);
  if (!isSaidByType(name, value)) installOnClass(cls, name, value);
}

/** A computed `__module__` is that of the instances (functions have one); of the class, `type` says it. */
const isSaidByType = (name: string, value: Py): boolean =>
  SAID_BY_TYPE.has(name) || (name === '__module__' && value instanceof PyGetSet);

/** Operators that a class refuses by setting them to None; of other methods it only has none then. */
const OPERATORS =
  /^__(?:[ri]?(?:add|sub|mul|matmul|truediv|floordiv|mod|divmod|pow|lshift|rshift|and|xor|or)|eq|ne|lt|le|gt|ge)__$/;

function refuseNone(): never {
  throw TypeError("'NoneType' object is not callable");
}

/** Puts a property where nothing but data can be in the way of an assignment, which takes a fraction of the time of `hide`. */
function put(target: Py, key: string, value: Py, present: object): void {
  if (target !== present && !(key in present)) target[key] = value;
  else hide(target, key, value);
}

/**
 * @param present where it is looked for what the attribute hides. If that is not `proto` itself, this has nothing under the name.
 */
export function installOnInstances(cls: PyType, proto: Py, name: string, value: Py, present = proto): void {
  const key = attributeKey(name);
  const mkey = methodKey(name);
  if (cls.isHeap && present[`e$${name}`] === true) hide(proto, `e$${name}`, false);
  // Instances keep no floats in slots where the class has something under that name.
  const slots = present[countedKey(name)];
  if (slots !== undefined && slots !== false) hide(proto, countedKey(name), false);
  if (name === '__getitem__' || name === '__setitem__') showSubscript(cls, proto, name, value, present);
  if (bindsSelf(value)) {
    if (proto === present) hide(proto, mkey, value);
    else proto[mkey] = value;
    defineAccessor(proto, key, functionAccessor(name, value));
    return;
  }
  if (value === null && rt.dialect === 3 && OPERATORS.test(name)) hide(proto, mkey, refuseNone);
  else if (mkey in present) hide(proto, mkey, undefined);
  if (cls.isHeap) markForThreads(proto, name, value, present);
  if (value instanceof PyProperty && !value.c$.isHeap) {
    defineAccessor(proto, key, propertyAccessor(name, value, calls.current));
  } else if (value instanceof PyGetSet) {
    // Built-in types have members too, which a class with several bases holds copies of.
    const isSlot = value instanceof PyMember && value.owner?.isHeap === true && rt.dialect === 3;
    defineAccessor(proto, key, isSlot ? slotAccessor(name) : getSetAccessor(name, value));
  } else if (value instanceof PyClassMethod) {
    defineAccessor(proto, key, {
      get() {
        return bindMethod(value.func, this === null ? cls : this.c$);
      },
      set(v) {
        shadow(this, name, v);
      },
    });
  } else if (value instanceof PyStaticMethod) put(proto, key, value.func, present);
  else if (isDescriptor(value)) defineAccessor(proto, key, descriptorAccessor(name, value));
  else put(proto, key, value, present);
}

/** What a class written in Python has for `o[key]` or `o[key] = value` is what emitted code calls first: `item$`, `put$`. */
export function showSubscript(
  cls: PyType,
  proto: Py,
  name: '__getitem__' | '__setitem__',
  value: Py,
  present = proto,
): void {
  if (!cls.isHeap) return;
  const key = name === '__getitem__' ? 'item$' : 'put$';
  if (!bindsSelf(value) || cls.oldStyle) {
    if (key in present) hide(proto, key, undefined);
  } else if (key === 'item$') {
    hide(proto, key, function (this: Py, k: Py): Py {
      return value(this, k);
    });
  } else {
    hide(proto, key, function (this: Py, k: Py, item: Py): boolean {
      value(this, k, item);
      return true;
    });
  }
}

/** Threads have to see which attributes come from Python code, in which they may wait: `p$x` is the descriptor. */
function markForThreads(proto: Py, name: string, value: Py, present: Py): void {
  const isComputed =
    value instanceof PyProperty || (typeof value === 'object' && value?.c$.isHeap && isDescriptor(value));
  if (isComputed) hide(proto, `p$${name}`, value);
  else if (present[`p$${name}`] !== undefined) hide(proto, `p$${name}`, undefined);
}

/** Class-side view: `C.x`. Methods of the metaclass of the same name must not win in `C.x()`. */
export function installOnClass(cls: PyType, name: string, value: Py, present: Py = cls): void {
  const key = attributeKey(name);
  const mkey = methodKey(name);
  // What it inherits from is of the same metaclass; and to read from the class itself would end the state that `expectProperties` brought.
  const meta = present.c$ as PyType;
  if (meta.isHeap && isComputedByMeta(meta, name)) {
    Object.defineProperty(cls, key, propertyOf(meta.proto, key)!);
    return;
  }
  if (value instanceof PyClassMethod) {
    // A call on the class takes the class as the method's first argument.
    const isPlain = typeof value.func === 'function' && value.func.info !== undefined && !value.c$.isHeap;
    if (isPlain || mkey in present) hide(cls, mkey, isPlain ? value.func : undefined);
    defineClassAccessor(cls, key, function (this: Py) {
      return bindMethod(value.func, this);
    });
    return;
  }
  if (mkey in present) hide(cls, mkey, undefined);
  if (value instanceof PyStaticMethod) put(cls, key, value.func, present);
  else if (isFunction2(value)) {
    defineClassAccessor(cls, key, function (this: Py) {
      return new PyInstanceMethod(value, undefined, this);
    });
  } else if (value instanceof PyGetSet && value.owner !== null && value.owner.c$ === value.owner) {
    // `type` is its own class: what it computes for classes it computes for itself, and for metaclasses.
    defineClassAccessor(cls, key, function (this: Py) {
      return value.get(this);
    });
  } else if (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof PyProperty && !value.c$.isHeap) &&
    isDescriptor(value)
  ) {
    defineClassAccessor(cls, key, function (this: Py) {
      const get = calls.current.special(value, '__get__');
      if (get === undefined) return value;
      try {
        return get(value, null, this);
      } catch (error) {
        return orHook(this, name, error);
      }
    });
  } else put(cls, key, value, present);
}

/** Whether the metaclass has a data descriptor of that name: it goes before what the class has. */
function isComputedByMeta(meta: PyType, name: string): boolean {
  const value = meta.mro.find(({ isHeap, namespace }) => isHeap && namespace.has(name))?.namespace.get(name);
  if (value instanceof PyProperty) return true;
  if (!isDescriptor(value)) return false;
  const { proto } = value.c$;
  return proto.m$__set__ !== undefined || proto.m$__delete__ !== undefined;
}

/** The property that a read of `key` from `o` comes to. */
function propertyOf(o: object, key: string): PropertyDescriptor | undefined {
  let at: object | null = o;
  for (; at !== null; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A function of a Python 2 text: from a class it is an unbound method. */
const isFunction2 = (value: Py): boolean =>
  typeof value === 'function' &&
  value.info !== undefined &&
  rt.dialect === 2 &&
  value.info.code.unit.compiled?.dialect === 2;

/** Types that primitives of JavaScript belong to: their attributes are mirrored on these prototypes. */
const mirrors = new WeakMap<PyType, object[]>();

/** Declares that values with these JavaScript prototypes are instances of `type`. */
export function mirrorOn(type: PyType, ...prototypes: object[]): void {
  mirrors.set(type, prototypes);
  for (const prototype of prototypes) {
    hide(prototype, 'c$', type);
  }
}

/** Declares a built-in type's members. They are put in place when an attribute is first looked for in vain. */
export function defineMembers(type: PyType, make: () => Members): void {
  const earlier = type.pending;
  type.isReady = false;
  type.pending = () => {
    earlier?.();
    const members = make();
    for (const name of Object.keys(members)) adopt(type, name, members[name]);
    if (earlier === undefined && type.namespace.size === 0) {
      for (const name of Object.keys(members)) type.namespace.set(name, members[name]);
      installAttributes(type, type.namespace);
    } else {
      for (const name of Object.keys(members)) {
        type.namespace.set(name, members[name]);
        installAttribute(type, name, members[name]);
      }
    }
    if (type !== objectType && (members.__eq__ !== undefined || members.__hash__ !== undefined))
      type.identityHash = false;
    if (!type.namespace.has('__doc__')) {
      type.namespace.set('__doc__', null);
      installAttribute(type, '__doc__', null);
      if (rt.dialect === 3 && isInPythonThere(type)) docLater(type);
    }
  };
}

/** Finds the docstring of a class that the library has in Python. Wired by the builtins. */
export const docOfLibraryClass: { current: (type: PyType) => Py } = { current: () => null };

/** The docstring is looked for when somebody asks the class for it. */
export function docLater(type: PyType): void {
  const key = attributeKey('__doc__');
  Object.defineProperty(type, key, {
    get(this: PyType) {
      const doc = docOfLibraryClass.current(type);
      hide(type, key, doc);
      return doc;
    },
    configurable: true,
  });
}

/** Gives nameless functions their name and owner. */
function adopt(type: PyType, name: string, value: Py): void {
  if (value instanceof PyGetSet) {
    if (value.name === '') value.name = name;
    value.owner ??= type;
    return;
  }
  if (value instanceof PyProperty) {
    value.name ??= name;
    return;
  }
  const f: PyFunction = value instanceof PyClassMethod || value instanceof PyStaticMethod ? value.func : value;
  const info = f?.builtin;
  if (info instanceof BuiltinInfo) {
    if (info.name === '') info.name = name;
    info.owner ??= type;
    if (info.owner === type) giveRole(type, name, value, f, info);
  }
}

/** Decides what a member of a type is when it is bound, and what it is on the type itself. */
function giveRole(type: PyType, key: string, value: Py, f: PyFunction, info: BuiltinInfo): void {
  if (isInPythonThere(type)) {
    info.role = 'python';
    if (!(value instanceof PyStaticMethod) || key !== '__new__') Object.setPrototypeOf(f, libraryFunctionPrototype);
  } else if (value instanceof PyClassMethod) {
    info.role = 'method';
    if (!(value instanceof PyBuiltinClassMethod)) Object.setPrototypeOf(value, PyBuiltinClassMethod.prototype);
  } else if (!info.isMethod || value instanceof PyStaticMethod) return;
  else if (isSlot(type.name, info.name)) {
    info.role = 'slot';
    Object.setPrototypeOf(value, slotWrapperPrototype);
  } else {
    info.role = 'method';
    // A constructor has the name of its class.
    if (isSlot(type.name, key)) Object.setPrototypeOf(value, slotWrapperPrototype);
  }
}

/** Puts the attributes of a built-in type and its bases in place. Returns whether anything was still missing. */
export function ready(type: PyType): boolean {
  if (type.isReady) return false;
  type.isReady = true;
  let changed = false;
  const filled: PyType[] = [];
  for (let i = type.mro.length - 1; i >= 0; i--) {
    const cls = type.mro[i]!;
    if (cls.pending === undefined) continue;
    filled.push(cls);
    const fill = cls.pending;
    cls.pending = undefined;
    fill();
    changed = true;
  }
  type.forgetSpecials();
  // Where a base's attribute is found, nobody would look for a derived type's own.
  for (const { derived } of filled) if (derived !== null) for (const each of derived) ready(each);
  const waiting = waitingTypes();
  if (waiting.size > 0) for (const cls of [...filled, type]) for (const each of waiting.get(cls) ?? []) ready(each);
  const prototypes = mirrors.get(type);
  if (prototypes !== undefined && !mirrored(prototypes[0]!)) {
    changed = true;
    for (const prototype of prototypes) mirror(type, prototype);
  }
  return changed;
}

const mirrored = (prototype: object) => Object.hasOwn(prototype, 'mirrored$');

/** Copies everything that instances of `type` see to a JavaScript prototype outside Python's chain. */
function mirror(type: PyType, prototype: object): void {
  hide(prototype, 'mirrored$', true);
  for (let i = type.mro.length - 1; i >= 0; i--) {
    for (const [name, value] of type.mro[i]!.namespace) installOnInstances(type, prototype, name, value);
  }
  readThrough(prototype);
}

/**
 * Lets V8 see that objects inherit from a prototype that got many properties. It makes hidden classes of it then, without which no read
 * through it is inlined. Values that are no objects never bring that about, although they are all that will read from this one.
 */
export function readThrough(prototype: object): void {
  const reader = Object.create(prototype) as { mirrored$?: boolean };
  // Only code that has run for a while is watched for what it reads.
  for (let i = 0; i < READS_BEFORE_WATCHED; i++) if (reader.mirrored$ !== true) return;
}
const READS_BEFORE_WATCHED = 500;

/** A computed attribute of a built-in type. */
export function getter(get: (self: Py) => Py, set?: (self: Py, value: Py) => void, del?: (self: Py) => void): PyGetSet {
  return new PyGetSet('', null, get, set, del);
}

/** A field of a built-in type's objects that Python can only read. */
export function readOnlyMember(get: (self: Py) => Py): PyGetSet {
  const refuse = () => {
    throw (rt.dialect === 2 ? TypeError : AttributeError)('readonly attribute');
  };
  return new PyMember('', null, get, refuse, refuse);
}
export { PyObject };
