/**
 * `classmethod` and `staticmethod`.
 * Spec: https://docs.python.org/3/library/functions.html#classmethod
 */
import { findAttr, getAttr } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { callKw } from '../object/call.js';
import { rt } from '../object/context.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { instanceDict } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { truthy } from '../object/truth.js';
import { builtinType, PyType } from '../object/type.js';
import { TypeError } from '../object/errors.js';
import { typeOf } from '../object/typeof.js';
import { checkNew } from './checkNew.js';
import { bindMethod, PyBuiltinClassMethod, PyClassMethod, PyStaticMethod } from '../object/values.js';

export const classmethod: PyType = builtinType({ name: 'classmethod', js: PyClassMethod, hasDict: true });
export const staticmethod: PyType = builtinType({ name: 'staticmethod', js: PyStaticMethod, hasDict: true });

export const classMethodDescriptor: PyType = builtinType({
  name: 'classmethod_descriptor',
  js: PyBuiltinClassMethod,
  subclassable: false,
});

const wrapperMembers = (type: () => PyType) => ({
  __new__: new PyStaticMethod(
    fn(
      '(cls, function=None, /)',
      (cls: PyType, f: Py) => {
        checkNew(cls, type());
        return copyMetadata(new cls.ctor(f ?? null), f);
      },
      '__new__',
    ),
  ),
  __init__: method('(function, /)', (self: PyClassMethod, f: Py) => {
    self.func = f;
    return null;
  }),
  __func__: getter((self) => self.func),
  __wrapped__: getter((self) => self.func),
  __dict__: getter((self) => instanceDict(self)),
  __isabstractmethod__: getter((self) => isAbstract(self.func)),
  __repr__: method('()', (self: PyClassMethod) => `<${type().name}(${repr(self.func)})>`),
});

/** The wrapped function's `__name__`, `__doc__` and so on are the wrapper's too. */
function copyMetadata(self: Py, f: Py): Py {
  if (f === undefined || rt.dialect === 2) return self;
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__']) {
    const value = findAttr(f, name);
    if (value !== undefined) hideAttribute(self, name, value);
  }
  return self;
}

function hideAttribute(self: Py, name: string, value: Py): void {
  Object.defineProperty(self, `$${name}`, { value, writable: true, configurable: true, enumerable: true });
}

export function isAbstract(f: Py): boolean {
  const flag = f === null || f === undefined ? undefined : findAttr(f, '__isabstractmethod__');
  return flag !== undefined && truthy(flag);
}

/** A built-in class's method is bound to that class and those that inherit from it. */
function checkOwner(type: PyType, name: string, instance: Py, owner: Py): void {
  if (owner === undefined && instance === null) throw TypeError('__get__(None, None) is invalid');
  const cls = owner === undefined ? typeOf(instance) : owner;
  if (!(cls instanceof PyType))
    throw TypeError(`descriptor '${name}' for type '${type.name}' needs a type, not a '${typeOf(cls).name}' as arg 2`);
  if (cls.mro.includes(type)) return;
  throw TypeError(
    rt.dialect === 2
      ? `descriptor '${name}' for type '${type.name}' doesn't apply to type '${cls.name}'`
      : `descriptor '${name}' requires a subtype of '${type.name}' but received '${cls.name}'`,
  );
}

defineMembers(classmethod, () => ({
  ...wrapperMembers(() => classmethod),
  __get__: method('(instance, owner=None, /)', (self: PyClassMethod, instance: Py, owner: Py) =>
    bindMethod(self.func, owner !== undefined && owner !== null ? owner : typeOf(instance)),
  ),
}));

const describedBy = (name: string) => getter((self: PyClassMethod) => getAttr(self.func, name));

defineMembers(classMethodDescriptor, () => ({
  __name__: describedBy('__name__'),
  __qualname__: describedBy('__qualname__'),
  __doc__: describedBy('__doc__'),
  __objclass__: getter((self: PyClassMethod) => self.func.builtin.owner),
  __repr__: method(
    '()',
    ({ func: { builtin } }: PyClassMethod) => `<method '${builtin.name}' of '${builtin.owner.name}' objects>`,
  ),
  __get__: method('(instance, owner=None, /)', (self: PyClassMethod, instance: Py, owner: Py) => {
    const isGiven = owner !== undefined && owner !== null;
    const { builtin } = self.func;
    checkOwner(builtin.owner, builtin.name, instance, isGiven ? owner : undefined);
    return bindMethod(self.func, isGiven ? owner : typeOf(instance));
  }),
  __call__: method('(*args, **kwargs)', (self: PyClassMethod, args: Py[], kwargs: Keywords) =>
    callKw(self.func, args, kwargs),
  ),
}));

defineMembers(staticmethod, () => ({
  ...wrapperMembers(() => staticmethod),
  __get__: method('(instance, owner=None, /)', (self: PyStaticMethod) => self.func),
  __call__: method('(*args, **kwargs)', (self: PyStaticMethod, args: Py[], kwargs: Keywords) =>
    callKw(self.func, args, kwargs),
  ),
}));
