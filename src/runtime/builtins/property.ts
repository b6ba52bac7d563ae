/**
 * `property` and `super`.
 * Spec: https://docs.python.org/3/library/functions.html#property
 */
import { findAttr, getAttr, isAttributeError, setAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { AttributeError, RuntimeError, TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { provideCalls } from '../object/accessors.js';
import { defineMembers, getter, readOnlyMember } from '../object/install.js';
import { special } from '../object/attributes.js';
import { attributeKey, methodKey, type Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { builtinType, objectType, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyProperty, PyStaticMethod, PySuper } from '../object/values.js';
import { superAttribute, superType } from '../helpers/super.js';
import { checkNew } from './checkNew.js';
import { shownType } from './oldStyle2.js';
import { isAbstract } from './methodWrappers.js';
import { attributeName } from './object.js';

export const property: PyType = builtinType({ name: 'property', js: PyProperty });

/** "property 'x' of 'C' object has no setter". */
function propertyError(p: PyProperty, self: Py, what: 'getter' | 'setter' | 'deleter'): Py {
  if (rt.dialect === 2) {
    return AttributeError(
      { getter: 'unreadable attribute', setter: "can't set attribute", deleter: "can't delete attribute" }[what],
    );
  }
  const name = nameOf(p);
  return AttributeError(
    `property${name === undefined ? '' : ` ${repr(name)}`} of ${repr(typeOf(self).qualname)} object has no ${what}`,
  );
}

provideCalls({ call, special, propertyError });

function setUp(self: PyProperty, fget: Py = null, fset: Py = null, fdel: Py = null, doc: Py = null): null {
  self.fget = fget;
  self.fset = fset;
  self.fdel = fdel;
  self.doc = doc;
  self.docFromGetter = false;
  if (doc === null && fget !== null) {
    const own = findAttr(fget, '__doc__');
    if (own !== undefined && own !== null) {
      self.doc = own;
      self.docFromGetter = true;
    }
  }
  if (self.c$ !== property) setDoc(self);
  return null;
}

/** A subclass has a `__doc__` of its own, behind which that of the property would not show. */
function setDoc(self: PyProperty): void {
  try {
    setAttr(self, '__doc__', self.doc);
  } catch (error) {
    if (self.docFromGetter || !isAttributeError(error)) throw error;
  }
}

/** A copy with one accessor replaced: what `@x.setter` gives. */
function copyWith(self: PyProperty, change: Partial<Record<'fget' | 'fset' | 'fdel', Py>>): Py {
  const { fget, fset, fdel } = { fget: self.fget, fset: self.fset, fdel: self.fdel, ...change };
  const doc = self.docFromGetter && fget !== null ? null : self.doc;
  const made = call(self.c$, [fget, fset, fdel, doc]);
  if (made instanceof PyProperty) made.name = self.name;
  return made;
}

const nameOf = (self: PyProperty): Py =>
  self.name !== undefined ? self.name : self.fget === null ? undefined : findAttr(self.fget, '__name__');

/** An empty object, which `__init__` is to fill. */
function newOf(cls: PyType, type: PyType, fields: Py[]): Py {
  checkNew(cls, type);
  return new cls.ctor(...fields);
}

defineMembers(property, () => ({
  __doc__: getter(
    (self) => self.doc,
    (self, value) => {
      self.doc = value;
    },
  ),
  __new__: new PyStaticMethod(
    fn('(cls, *args, **kwargs)', (cls: PyType) => newOf(cls, property, [null, null, null, null]), '__new__'),
  ),
  __init__: method('(fget=None, fset=None, fdel=None, doc=None)', setUp),
  __get__: method('(instance, owner=None, /)', (self: PyProperty, instance: Py, owner: Py) => {
    if (instance === null && !(owner !== undefined && owner?.name === 'NoneType')) return self;
    if (self.fget === null) throw propertyError(self, instance, 'getter');
    return call(self.fget, [instance]);
  }),
  __set__: method('(instance, value, /)', (self: PyProperty, instance: Py, value: Py) => {
    if (self.fset === null) throw propertyError(self, instance, 'setter');
    call(self.fset, [instance, value]);
    return null;
  }),
  __delete__: method('(instance, /)', (self: PyProperty, instance: Py) => {
    if (self.fdel === null) throw propertyError(self, instance, 'deleter');
    call(self.fdel, [instance]);
    return null;
  }),
  __set_name__: method('(*args)', (self: PyProperty, args: Py[]) => {
    if (args.length !== 2) throw TypeError(`__set_name__() takes 2 positional arguments but ${args.length} were given`);
    self.name = args[1];
    return null;
  }),
  __name__: getter(
    (self) => {
      const name = nameOf(self);
      if (name === undefined) throw AttributeError(`'${typeOf(self).name}' object has no attribute '__name__'`);
      return name;
    },
    (self, value) => {
      self.name = value;
    },
  ),
  __isabstractmethod__: getter((self) => isAbstract(self.fget) || isAbstract(self.fset) || isAbstract(self.fdel)),
  fget: readOnlyMember((self) => self.fget),
  fset: readOnlyMember((self) => self.fset),
  fdel: readOnlyMember((self) => self.fdel),
  getter: method('(fget, /)', (self: PyProperty, fget: Py) => copyWith(self, { fget })),
  setter: method('(fset, /)', (self: PyProperty, fset: Py) => copyWith(self, { fset })),
  deleter: method('(fdel, /)', (self: PyProperty, fdel: Py) => copyWith(self, { fdel })),
}));

export const superClass: PyType = builtinType({ name: 'super', js: PySuper });

defineMembers(superClass, () => ({
  __new__: new PyStaticMethod(
    fn('(cls, *args, **kwargs)', (cls: PyType) => newOf(cls, superClass, [undefined, undefined, undefined]), '__new__'),
  ),
  __init__: method('(type=None, object_or_type=None, /)', (self: PySuper, type: Py, obj: Py) => {
    if (type === undefined)
      throw rt.dialect === 2
        ? TypeError('super() takes at least 1 argument (0 given)')
        : RuntimeError('super(): no arguments');
    if (!(type instanceof PyType) || type.oldStyle)
      throw TypeError(`super() argument 1 must be ${rt.dialect === 2 ? '' : 'a '}type, not ${shownType(type).name}`);
    self.start = type;
    self.obj = obj === undefined || obj === null ? undefined : obj;
    self.objType = self.obj === undefined ? undefined : superType(type, self.obj);
    return null;
  }),
  __thisclass__: readOnlyMember((self) => self.start),
  __self__: readOnlyMember((self) => self.obj ?? null),
  __self_class__: readOnlyMember((self) => self.objType ?? null),
  __get__: method('(instance, owner=None, /)', (self: PySuper, instance: Py) => {
    if (instance === null || self.obj !== undefined) return self;
    if (self.c$.isHeap) return call(self.c$, [self.start, instance]);
    return new PySuper(self.start, instance, superType(self.start, instance));
  }),
  __getattribute__: method('(name, /)', (self: PySuper, name: Py) => {
    const text = attributeName(name);
    const found = superAttribute(self, text);
    return found === undefined ? getAttr(self, text) : found;
  }),
  __repr__: method('()', (self: PySuper) => {
    const start = self.start === undefined ? 'NULL' : self.start.name;
    return self.obj === undefined
      ? `<super: <class '${start}'>, NULL>`
      : `<super: <class '${start}'>, <${self.objType.name} object>>`;
  }),
}));

/** Attributes that `object` and `super` have themselves must not hide those of the classes that are searched. */
defineMembers(superClass, () => {
  for (const name of new Set([...objectType.namespace.keys(), ...superClass.namespace.keys()]))
    if (name !== '__class__') searchFirst(name);
  return {};
});
superClass.getattrHook = (self: PySuper, name: string) => {
  const found = superAttribute(self, name);
  if (found === undefined) throw AttributeError(`'super' object has no attribute '${name}'`);
  return found;
};

function searchFirst(name: string): void {
  const key = attributeKey(name);
  const own =
    Object.getOwnPropertyDescriptor(superClass.proto, key) ?? Object.getOwnPropertyDescriptor(objectType.proto, key);
  Object.defineProperty(superClass.proto, key, {
    get(this: PySuper) {
      const found = superAttribute(this, name);
      if (found !== undefined) return found;
      return own?.get === undefined ? own?.value : own.get.call(this);
    },
    configurable: true,
    enumerable: false,
  });
  // The short way of a method call must not find what `object` or `super` have under the name.
  Object.defineProperty(superClass.proto, methodKey(name), {
    value: undefined,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}
