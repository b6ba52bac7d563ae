/** `super()` as emitted code calls it. */
import { bindFrom, findAttr, getAttr, lookup } from '../object/attributes.js';
import { call } from '../object/call.js';
import { RuntimeError, TypeError } from '../object/errors.js';
import { ready } from '../object/install.js';
import { methodKey, type Py } from '../object/object.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyClassMethod, PyStaticMethod, PySuper } from '../object/values.js';
import { rt } from '../object/context.js';

/** `super()` with no arguments: `f` is whatever the name `super` means. */
export function superOf(f: Py, cls: Py, self: Py, hasSelf = false): Py {
  if (f !== builtinSuper()) return call(f, []);
  if (self === undefined) throw RuntimeError(`super(): ${hasSelf ? 'arg[0] deleted' : 'no arguments'}`);
  if (cls === undefined) throw RuntimeError('super(): __class__ cell not found');
  const proxy = new PySuper(cls, self, superType(cls, self));
  if (!proxy.c$.isReady) ready(proxy.c$);
  return proxy;
}

const builtinSuper = () => rt.builtins.$super;

/** The class whose MRO is searched: that of the object, or the object itself when it is a subclass. */
export function superType(cls: PyType, self: Py): PyType {
  if (self instanceof PyType && self.mro.includes(cls)) return self;
  const type = typeOf(self);
  if (type === cls || type.mro.includes(cls)) return type;
  // A proxy may say that it is of another class.
  const claimed = self === null ? undefined : findAttr(self, '__class__');
  if (claimed instanceof PyType && claimed !== type && claimed.mro.includes(cls)) return claimed;
  if (rt.dialect === 2) throw TypeError('super(type, obj): obj must be an instance or subtype of type');
  const what = self instanceof PyType ? `type ${self.name}` : `instance of ${type.name}`;
  throw TypeError(`super(type, obj): obj (${what}) is not an instance or subtype of type (${cls.name}).`);
}

/** `super().name` for a call: a function that takes `self` first. */
export function superMethod(f: Py, cls: Py, self: Py, name: string): Py {
  return nextMethod(f, cls, self, name) ?? methodOf(superOf(f, cls, self), name);
}

/** The function that `super(cls, self).name(…)` calls with `self` first; undefined where it takes a super object to find out. */
export function nextMethod(f: Py, cls: Py, self: Py, name: string): Py {
  if (f !== builtinSuper() || !(cls instanceof PyType) || cls.oldStyle) return undefined;
  if (self === undefined || self === null) return undefined;
  const ofClass = self instanceof PyType;
  if (ofClass && !self.mro.includes(cls)) return undefined;
  const type = ofClass ? self : superType(cls, self);
  const { mro } = type;
  for (let i = mro.indexOf(cls) + 1; i < mro.length; i++) {
    const base = mro[i]!;
    if (base.pending !== undefined) ready(base);
    const value = base.namespace.get(name);
    if (value === undefined) continue;
    if (ofClass) return nextOfClass(value);
    return typeof value === 'function' && (value.info !== undefined || value.builtin?.isMethod) ? value : undefined;
  }
  return undefined;
}

/** The same where `self` is the class: `super(cls, cls).__new__(cls)`. */
function nextOfClass(value: Py): Py {
  if (value === null || typeof value !== 'object' || value.c$.isHeap) return undefined;
  const { func } = value;
  if (typeof func !== 'function') return undefined;
  if (value instanceof PyStaticMethod) {
    if (value.passed?.func !== func) value.passed = { func, call: withoutSelf(func) };
    return value.passed!.call;
  }
  return value instanceof PyClassMethod && func.info !== undefined ? func : undefined;
}

/** A function that leaves out its first argument. */
const withoutSelf = (func: Py): Py =>
  function (_self: Py, a: Py, b: Py, ...more: Py[]): Py {
    switch (arguments.length) {
      case 1:
        return func();
      case 2:
        return func(a);
      case 3:
        return func(a, b);
      default:
        return func(a, b, ...more);
    }
  };

/** The method of that name of a super object, or of whatever `super` made, as a function that takes (and ignores) `self` first. */
export function methodOf(proxy: Py, name: string): Py {
  const value = (proxy instanceof PySuper ? superAttribute(proxy, name) : undefined) ?? getAttr(proxy, name);
  return (_self: Py, ...args: Py[]) => call(value, args);
}

/** Attribute look-up of a `super` object; undefined when no class after `start` has it. */
export function superAttribute(s: PySuper, name: string): Py {
  if (s.obj === undefined || name === '__class__') return undefined;
  const { mro } = s.objType;
  for (let i = mro.indexOf(s.start) + 1; i < mro.length; i++) {
    const base = mro[i]!;
    if (base.pending !== undefined) ready(base);
    const value = base.namespace.get(name);
    if (value !== undefined) return bindFrom(value, s.obj === s.objType ? null : s.obj, s.objType);
  }
  return undefined;
}

export { lookup, methodKey };
