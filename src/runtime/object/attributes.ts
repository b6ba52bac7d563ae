/** Attribute access where the plain property read or write of emitted code did not do: the whole of Python's rules. */
import { giveUpPlace, hasEmptyPlaces, keepsPlace } from './emptyPlaces.js';
import { call } from './call.js';
import { rt } from './context.js';
import { AttributeError, ofAttribute, PyBaseException, TypeError } from './errors.js';
import { isDescriptor, ready } from './install.js';
import { defineOwn } from './ownProperty.js';
import { dropCovered } from './uncovered.js';
import { attributeKey, countedKey, coveredKey, methodKey, opaqueKey, type Py, rawKey, slotKey } from './object.js';
import { typeOf } from './typeof.js';
import { isSlot } from './ownNames.js';
import { objectType, PyType } from './type.js';
import { NotImplemented, PyFloat, PyGetSet, PyMember, PyModule } from './values.js';

/** Key under which an instance keeps attribute `name` of its own. */
export function storageKey(self: Py, name: string): string {
  return self.c$.opaque ? opaqueKey(name) : attributeKey(name);
}

/** What `object` has under a name must not show before the type's own attributes are in place. */
function prepare(o: Py): void {
  if (!o.c$.isReady) ready(o.c$);
  if (o instanceof PyType && !o.isReady) ready(o);
}

/** `o.name`. Throws AttributeError. */
export function getAttr(o: Py, name: string): Py {
  if (o !== null && o !== undefined) {
    if (name.startsWith('__')) prepare(o);
    const value = o[attributeKey(name)];
    if (value !== undefined) return value;
  }
  return getAttrSlow(o, name);
}

/** `o.name`, or undefined where Python would raise AttributeError. */
export function findAttr(o: Py, name: string): Py {
  try {
    if (o !== null && o !== undefined) {
      if (name.startsWith('__')) prepare(o);
      // What the attribute computes may raise AttributeError too.
      const key = attributeKey(name);
      const value = o[key];
      if (value !== undefined) return value;
      return findSlow(o, name, key);
    }
    return findSlow(o, name);
  } catch (error) {
    if (isAttributeError(error)) return undefined;
    throw error;
  }
}

export function isAttributeError(error: unknown): boolean {
  return error instanceof PyBaseException && error.c$.mro.includes(AttributeError.type);
}

/** Looks again after the type is filled in, in the raw float slots, and through `__getattr__`. */
export function getAttrSlow(o: Py, name: string): Py {
  const value = findSlow(o, name);
  if (value === undefined) throw noAttribute(o, name);
  return value;
}

/**
 * The same, but undefined where nothing has the attribute and no Python code or module was asked for it: to raise an
 * exception for those who only want to know costs many times the search.
 */
export function findSlow(o: Py, name: string, key = attributeKey(name)): Py {
  if (o === undefined) throw new Error(`pymp: attribute '${name}' of an unbound value`);
  const cls = typeOf(o);
  if (o === null) {
    ready(cls);
    return Reflect.get(cls.proto, key, null);
  }
  const isFilled = ready(cls);
  if ((o instanceof PyType && ready(o)) || isFilled) {
    const found = o[key];
    if (found !== undefined) return found;
  }
  if (hasEmptyPlaces(o)) {
    const found = Reflect.get(cls.proto, key, o);
    if (found !== undefined) return found;
  }
  const raw = o[rawKey(name)];
  if (raw !== undefined) return new PyFloat(raw);
  if (cls.getattrHook !== undefined) {
    try {
      return cls.getattrHook(o, name);
    } catch (error) {
      throw ofAttribute(error, o, name);
    }
  }
  if (o instanceof PyModule) return moduleAttribute(o, name);
  return undefined;
}

/** A module's `__getattr__` (PEP 562). */
function moduleAttribute(module: Py, name: string): Py {
  const waiting = module.lazy$;
  if (waiting !== undefined) {
    const early: Py = waiting(name);
    return early === undefined ? getAttr(module, name) : early;
  }
  // Names that the module's text does not assign are no properties before they are there.
  if (module.namespace?.map.pending != null) {
    const { map } = module.namespace;
    const value = map.get(name);
    if (value !== undefined) return value;
    map.get('__getattr__');
  }
  const hook = module.$__getattr__;
  if (hook !== undefined && name !== '__getattr__' && Object.hasOwn(module, '$__getattr__')) return call(hook, [name]);
  throw noAttribute(module, name);
}

/** What an operation raises for want of a special method: TypeError, but for an old-style class's instance. */
export function lacksSpecial(o: Py, name: string, message: string): Py {
  return typeOf(o).oldStyle ? errorOfInstance(o, name) : TypeError(message);
}

/** What reading an attribute that an old-style instance does not have raises: its `__getattr__` may have its own error. */
export function errorOfInstance(o: Py, name: string): Py {
  try {
    getAttr(o, name);
  } catch (error) {
    return error;
  }
  return noAttribute(o, name);
}

/** What reading a name that a module does not have says, in Python 3 (import/lacking.ts). */
export type LackingText = (module: Py, name: string) => string;

export function noAttribute(o: Py, name: string): Py {
  const cls = typeOf(o);
  let message = `'${cls.name}' object has no attribute '${name}'`;
  if (o instanceof PyModule && rt.dialect === 3) message = (rt.state.get('lacking text') as LackingText)(o, name);
  else if (o instanceof PyType)
    message = `${o.oldStyle ? `class ${o.name}` : `type object '${o.name}'`} has no attribute '${name}'`;
  else if (cls.oldStyle) message = `${cls.name} instance has no attribute '${name}'`;
  else if (cls.isHeap && lookup(cls, name) instanceof PyMember) message = emptySlot(cls, name);
  const error: Py = AttributeError(message);
  error.x$name = name;
  error.x$obj = o;
  return error;
}

/** An empty slot names the class with its module. */
function emptySlot(cls: PyType, name: string): string {
  if (rt.dialect === 2) return name;
  const module = cls.namespace.get('__module__');
  const prefix = typeof module === 'string' && module !== '__main__' ? `${module}.` : '';
  return `'${prefix}${cls.qualname}' object has no attribute '${name}'`;
}

/** `o.name = value`. */
export function setAttr(o: Py, name: string, value: Py): void {
  if (o !== null && o !== undefined && o.d$ === true && typeof o !== 'function') {
    o[attributeKey(name)] = value;
    return;
  }
  if (o instanceof PyType && !o.c$.isHeap) {
    setTypeAttribute.current(o, name, value);
    return;
  }
  if (typeof o === 'function' && o.info !== undefined && o.c$.isReady && !(attributeKey(name) in Function.prototype)) {
    (o as Py)[attributeKey(name)] = value;
    return;
  }
  if (typeof o === 'object' && o !== null && (o[slotKey(name)] === true || keepsPlace(o, attributeKey(name)))) {
    o[attributeKey(name)] = value;
    return;
  }
  const cls = typeOf(o);
  if (cls.setattrHook !== undefined) cls.setattrHook(o, name, value);
  else if (o instanceof PyType) setTypeAttribute.current(o, name, value);
  else genericSetAttr(o, name, value);
}

/** `type.__setattr__`, provided by `classes.ts`. */
export const setTypeAttribute: { current: (cls: PyType, name: string, value: Py) => void } = {
  current: undefined as unknown as (cls: PyType, name: string, value: Py) => void,
};

/** `object.__setattr__`: data descriptor, else the instance's own dict. */
export function genericSetAttr(o: Py, name: string, value: Py): void {
  const cls = typeOf(o);
  ready(cls);
  const found = lookup(cls, name);
  // What a built-in class has of these is made for its objects: nothing to check.
  if (found instanceof PyGetSet && found.set !== undefined && !cls.isHeap) {
    found.set(o, value);
    return;
  }
  if (found !== undefined && isDescriptor(found)) {
    const set = special(found, '__set__');
    if (set !== undefined) {
      set(found, o, value);
      return;
    }
    if (special(found, '__delete__') !== undefined) throw AttributeError('__set__');
  }
  if (typeof o === 'function' && o.info !== undefined) {
    o[attributeKey(name)] = value;
    return;
  }
  if (hasNoDict(o, cls)) {
    throw found === undefined
      ? cannotSet(o, name)
      : AttributeError(`'${cls.name}' object attribute '${name}' is read-only`);
  }
  storeOwn(o, name, value);
}

export const hasNoDict = (o: Py, cls: PyType): boolean =>
  o === null || typeof o !== 'object' || !(cls.hasDict || o instanceof PyModule);

/** CPython 3.13 adds why when the class has no `__dict__`, unless something else sets or deletes its attributes. */
export function cannotSet(o: Py, name: string): Py {
  const cls = typeOf(o);
  const base = `'${cls.name}' object has no attribute '${name}'`;
  const isUsual = cls.setattrHook === undefined && cls.delattrHook === undefined;
  const error = AttributeError(
    rt.dialect === 3 && isUsual ? `${base} and no __dict__ for setting new attributes` : base,
  );
  Object.assign(error, { x$name: name, x$obj: o });
  return error;
}

/** A descriptor of the program's that comes before what an instance has under the same name. */
export const isDataDescriptor = (value: Py): boolean =>
  value !== undefined &&
  !(value instanceof PyGetSet) &&
  isDescriptor(value) &&
  (special(value, '__set__') ?? special(value, '__delete__')) !== undefined;

/** The same, or one of the runtime's. */
const answersFirst = (value: Py): boolean => value instanceof PyGetSet || isDataDescriptor(value);

/** What is put into the dict of an instance. */
export function storeOwn(o: Py, name: string, value: Py): void {
  if (o.given$ !== undefined) {
    o.given$.set(name, value);
    return;
  }
  const key = storageKey(o, name);
  const isThere = Object.hasOwn(o, key);
  const slots = o[countedKey(name)];
  if ((slots === true || slots === 0) && !isThere) {
    o[key] = value;
    return;
  }
  if ((isThere && o.d$ === true && o[key] !== undefined) || !(key in o)) o[key] = value;
  else {
    const own = isThere ? Object.getOwnPropertyDescriptor(o, key) : undefined;
    const found = isThere ? undefined : lookup(o.c$, name);
    if (own !== undefined && 'value' in own) {
      if (own.value === undefined) giveUpPlace(o, key);
      o[key] = value;
    } else if (own === undefined && answersFirst(found)) {
      // The class goes on answering for the attribute.
      o[coveredKey(name)] = value;
      return;
    } else {
      dropCovered(o, name);
      // What the class has is data there, which is in no assignment's way; to define a property takes ten times as long.
      if (found === null || isPrimitive(found)) o[key] = value;
      else defineOwn(o, key, value);
    }
  }
  const mkey = methodKey(name);
  // Enumerable, as in `shadow`: nobody lists what is undefined.
  if (key[0] === '$' && o[mkey] !== undefined) o[mkey] = undefined;
}

/** A text, an int or a bool. */
const isPrimitive = (value: Py): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** An instance's own attribute, or undefined. */
export function ownAttribute(o: Py, name: string): Py {
  if (o.given$ !== undefined) return o.given$.get(name);
  const key = storageKey(o, name);
  if (Object.hasOwn(o, key)) {
    // A plain instance has no accessors of its own.
    if (o.d$ === true && o[key] !== undefined) return o[key];
    const d = Object.getOwnPropertyDescriptor(o, key)!;
    if (d.value !== undefined) return d.value;
  }
  const raw = o[rawKey(name)];
  if (raw !== undefined && !isSlot(o, name)) return new PyFloat(raw);
  const covered = coveredKey(name);
  return Object.hasOwn(o, covered) ? o[covered] : undefined;
}

/** The attribute as it stands in the dict of the first class of the MRO that has it, unbound; or undefined. */
export function lookup(cls: PyType, name: string): Py {
  const { mro } = cls;
  for (let i = 0; i < mro.length; i++) {
    const base = mro[i]!;
    if (base.pending !== undefined) ready(base);
    const value = base.namespace.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * A special method of `o` as Python finds it implicitly: on the class, never on the instance.
 * The result takes `o` first. undefined when the class has none (or has it set to None).
 */
export function special(o: Py, name: string): ((...args: Py[]) => Py) | undefined {
  const cls = o === null ? typeOf(o) : o.c$;
  // Before its own are in place, a type would show what `object` has under that name.
  if (!cls.isReady) ready(cls);
  const cached = cls.specials.get(name);
  if (cls.oldStyle) return specialOfClassic(cls, o, name, cached);
  if (cached !== undefined) return cached === null ? undefined : cached;
  const found = specialSlow(cls, o, name);
  if (found === undefined) cls.specials.set(name, null);
  else if (found === cls.proto[methodKey(name)]) cls.specials.set(name, found);
  return found;
}

/** The same for an old-style instance: what its class has itself, then what it has, then what `object` has. */
function specialOfClassic(cls: PyType, o: Py, name: string, cached: Py): ((...args: Py[]) => Py) | undefined {
  const found = cached === undefined ? specialSlow(cls, o, name) : cached === null ? undefined : cached;
  const isMethod = found === undefined || found === cls.proto[methodKey(name)];
  if (cached === undefined && isMethod) cls.specials.set(name, found ?? null);
  if (found !== undefined && found !== objectType.proto[methodKey(name)]) return found;
  return specialOfInstance(o, name) ?? found;
}

/** What only Python 3 or only types ask for, and what must not ask itself. */
const NEVER_OF_INSTANCES: ReadonlySet<string> = new Set(
  (
    '__getattr__ __getattribute__ __setattr__ __delattr__ __get__ __set__ __delete__ __del__ __init__ __new__ __next__ ' +
    '__format__ __bytes__ __round__ __fspath__ __await__ __aiter__ __anext__ __buffer__ __reduce__ __reduce_ex__ ' +
    '__getstate__ __setstate__ __length_hint__ __instancecheck__ __subclasscheck__ __sizeof__ __missing__ ' +
    '__bool__ __matmul__ __rmatmul__ __imatmul__ __copy__ __deepcopy__'
  ).split(' '),
);

/** The special methods of an old-style instance may be attributes of its own, or what its `__getattr__` makes up. */
function specialOfInstance(o: Py, name: string): ((...args: Py[]) => Py) | undefined {
  if (NEVER_OF_INSTANCES.has(name)) return undefined;
  const key = attributeKey(name);
  const own = Object.hasOwn(o, key) ? o[key] : undefined;
  if (own !== undefined) return (_self: Py, ...args: Py[]) => call(own, args);
  const hook = special(o, '__getattr__');
  if (hook === undefined) return undefined;
  try {
    const value = hook(o, name);
    return (_self: Py, ...args: Py[]) => call(value, args);
  } catch (error) {
    if (error instanceof PyBaseException && error.c$.mro.includes(AttributeError.type)) return undefined;
    throw error;
  }
}

function specialSlow(cls: PyType, o: Py, name: string): ((...args: Py[]) => Py) | undefined {
  ready(cls);
  const f = cls.proto[methodKey(name)];
  if (f !== undefined) return f;
  const value = lookup(cls, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'function' && (value.info !== undefined || value.builtin?.isMethod)) return value;
  return (_self: Py, ...args: Py[]) => {
    let bound: Py;
    try {
      bound = bindFrom(value, o, cls);
    } catch (error) {
      // Comparisons do not say why a method could not be got.
      if (COMPARISONS.has(name)) return NotImplemented;
      throw error;
    }
    return call(bound, args);
  };
}

const COMPARISONS: ReadonlySet<string> = new Set(['__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__']);

/** What reading `value`, found on class `cls`, through instance `o` gives: `value.__get__(o, cls)` or itself. */
export function bindFrom(value: Py, o: Py, cls: PyType): Py {
  if (typeof value === 'function') {
    const binds = value.info !== undefined || value.builtin?.isMethod;
    if (!binds) return value;
  } else if (!isDescriptor(value)) return value;
  const get = special(value, '__get__');
  return get === undefined ? value : get(value, o, cls);
}
