/** Classes made at run time: MRO, layout, prototypes, `__set_name__`, `__init_subclass__`, and changes afterwards. */
import { bindFrom, special } from './attributes.js';
import { callKw } from './call.js';
import { bareConstructor, isBare } from './constructors.js';
import type { Keywords } from './binding.js';
import { rt } from './context.js';
import { TypeError } from './errors.js';
import { installAttributes, installOnClass, installOnInstances, ready } from './install.js';
import { hasFinalizer, watchingConstructor } from './endings.js';
import { Cell, type Py, PyObject } from './object.js';
import { repr } from './text.js';
import { type Constructor, linkClass, objectType, PyType, typeType } from './type.js';
import { NoneType, typeOf } from './typeof.js';
import { PyClassMethod, PyGetSet, PyStaticMethod, PyTuple } from './values.js';
import { deriveFlags, showFlags } from './classFlags.js';
import { classChange } from './classChanges.js';
import { bestBase, depthFirstOrder, methodResolutionOrder } from './mro.js';
import { addSlots } from './slots.js';
import { addSubclass } from './subclasses.js';

/** `type(name, bases, namespace)` for metaclass `meta`: the class object, with hooks run. */
export function createClass(
  meta: PyType,
  name: string,
  bases: PyType[],
  namespace: Map<string, Py>,
  keywords: Keywords | null = null,
  oldStyle = false,
): PyType {
  const actualBases = bases.length === 0 ? [objectType] : bases;
  for (const base of actualBases) checkBase(base);
  const solid = bestBase(actualBases);
  const cls = blankClass(meta, name, actualBases, solid, hasFinalizer(actualBases, namespace));
  cls.oldStyle = oldStyle;
  fillNamespace(cls, namespace);
  cls.mro = oldStyle ? depthFirstOrder(cls) : methodResolutionOrder(cls, meta);
  for (const base of actualBases) addSubclass(base, cls);
  addSlots(cls, solid);
  // Its bases are; only a metaclass can have put others among those that it inherits from.
  cls.isReady = cls.mro.every((c) => c === cls || c.isReady);
  // Before it has properties of its own that no other class has: V8 has learnt how such an object is read.
  deriveFlags(cls);
  link(cls, meta);
  if (cls.flat) flatten(cls);
  else installAttributes(cls, cls.namespace);
  showFlags(cls);
  nameDescriptors(cls);
  initSubclass(cls, keywords);
  return cls;
}

/** Fills in a class that another is to inherit from; TypeError where it may not. */
export function checkBase(base: PyType): void {
  ready(base);
  if (!base.subclassable)
    throw TypeError(
      `type '${base.moduleName === 'builtins' || base.name.includes('.') ? '' : `${base.moduleName}.`}${base.name}' is not an acceptable base type`,
    );
}

/** A class of another process on its way in: all but its attributes. No hook of Python's runs. */
export function newRestoredClass(
  meta: PyType,
  name: string,
  bases: PyType[],
  finalizes: boolean,
  mro: (cls: PyType) => PyType[],
): PyType {
  for (const base of bases) ready(base);
  const cls = blankClass(meta, name, bases, bestBase(bases), finalizes);
  cls.mro = mro(cls);
  link(cls, meta);
  for (const base of bases) addSubclass(base, cls);
  return cls;
}

/** Gives a restored class its attributes, which stand as they stood in the namespace of the original. */
export function fillRestoredClass(cls: PyType, namespace: Iterable<readonly [string, Py]>): void {
  for (const [key, value] of namespace) cls.namespace.set(key, value);
  if (cls.flat) flatten(cls);
  else installAttributes(cls, cls.namespace);
  deriveFlags(cls);
  showFlags(cls);
}

function blankClass(meta: PyType, name: string, bases: PyType[], solid: PyType, finalizes = false): PyType {
  const base = solid.ctor as Constructor;
  const isPlain = solid === objectType || isBare(base);
  const plain = () => (isPlain ? bareConstructor(base) : class extends base {});
  const ctor = finalizes ? watchingConstructor(base, isPlain) : plain();
  const MetaClass = meta.ctor as new (name: string, ctor: Constructor, base: PyType) => PyType;
  const cls = new MetaClass(name, ctor, solid);
  cls.bases = bases;
  cls.isHeap = true;
  return cls;
}

function fillNamespace(cls: PyType, namespace: Map<string, Py>): void {
  namespace.forEach((value, key) => cls.namespace.set(key, value));
  const qualname = namespace.get('__qualname__');
  if (qualname !== undefined && typeof qualname !== 'string' && !cls.oldStyle)
    throw TypeError(`type __qualname__ must be a str, not ${typeOf(qualname).name}`);
  if (typeof qualname === 'string') {
    cls.qualname = qualname;
    cls.namespace.delete('__qualname__');
  }
  const module = namespace.get('__module__');
  if (module !== undefined) cls.moduleName = module;
  bindClassCell(cls);
  const make = cls.namespace.get('__new__');
  if (typeof make === 'function' && make.info !== undefined) cls.namespace.set('__new__', new PyStaticMethod(make));
  for (const hook of ['__init_subclass__', '__class_getitem__']) {
    const f = cls.namespace.get(hook);
    if (typeof f === 'function' && f.info !== undefined) cls.namespace.set(hook, new PyClassMethod(f));
  }
  if (!cls.namespace.has('__doc__')) cls.namespace.set('__doc__', null);
  if (cls.namespace.has('__eq__') && !cls.namespace.has('__hash__') && rt.dialect === 3)
    cls.namespace.set('__hash__', null);
}

/** What methods know as `__class__` is known before any hook runs. */
function bindClassCell(cls: PyType): void {
  const cell = cls.namespace.get('__classcell__');
  if (cell === undefined) return;
  if (!(cell instanceof Cell)) {
    throw TypeError(`type.__new__: __classcell__ must be a nonlocal cell, not ${repr(typeOf(cell))}`);
  }
  cell.v = cls;
  cls.namespace.delete('__classcell__');
}

/** Chains the prototype and the class object onto the next class of the MRO where the MRO is a chain. */
function link(cls: PyType, meta: PyType): void {
  const next = cls.mro[1] ?? objectType;
  const rest = cls.mro.slice(1);
  const chained = rest.length === next.mro.length && rest.every((c, i) => c === next.mro[i]) && isChainable(cls, next);
  if (chained) {
    Object.setPrototypeOf(cls.proto, next.proto);
    Object.setPrototypeOf(cls, sameMeta(meta, next) ? next : flatRoot(meta));
  } else {
    cls.flat = true;
    Object.setPrototypeOf(cls, flatRoot(meta));
  }
  if (chained && !sameMeta(meta, next)) cls.flat = true;
  linkClass(cls);
}

const isChainable = (cls: PyType, next: PyType) =>
  next.ctor === cls.base!.ctor || cls.base!.mro.every((c) => next.mro.includes(c));
const sameMeta = (meta: PyType, next: PyType) => next.c$ === meta;

/** What flat classes of a metaclass inherit from as objects: what `object` gives every class, before what the metaclass does. */
function flatRoot(meta: PyType): PyType {
  let root = flatRoots.get(meta);
  if (root === undefined) {
    root = Object.create(meta.proto) as PyType;
    // A data descriptor of the metaclass, as `__class__` is, goes before what the class has under that name.
    for (const [name, value] of objectType.namespace)
      if (!(value instanceof PyGetSet)) installOnClass(root, name, value);
    flatRoots.set(meta, root);
  }
  return root;
}
const flatRoots = new WeakMap<PyType, PyType>();

/** Copies every attribute of the MRO, but `object`'s, onto the prototype and the class object, nearest class winning. */
function flatten(cls: PyType): void {
  const nearest = new Map<string, Py>();
  const add = (value: Py, name: string): void => {
    if (!nearest.has(name)) nearest.set(name, value);
  };
  for (const { namespace } of cls.mro) if (namespace !== objectType.namespace) namespace.forEach(add);
  installAttributes(cls, nearest);
}

function nameDescriptors(cls: PyType): void {
  const objects: [name: string, value: Py][] = [];
  cls.namespace.forEach((value, name) => {
    if (value !== null && typeof value === 'object') objects.push([name, value]);
  });
  for (const [name, value] of objects) {
    const hook = special(value, '__set_name__');
    if (hook === undefined) continue;
    try {
      hook(value, cls, name);
    } catch (error) {
      addNote(error, `Error calling __set_name__ on '${typeOf(value).name}' instance '${name}' in '${cls.name}'`);
      throw error;
    }
  }
}

function addNote(error: Py, note: string): void {
  const add = error?.m$add_note;
  if (add !== undefined) add(error, note);
}

function initSubclass(cls: PyType, keywords: Keywords | null): void {
  for (const base of cls.mro.slice(1)) {
    ready(base);
    const hook = base.namespace.get('__init_subclass__');
    if (hook === undefined) continue;
    if (base === objectType && (keywords === null || keywords.size === 0)) return;
    if (hook instanceof PyClassMethod) callKw(hook.func, [cls], keywords);
    // One that was set afterwards: only a class body makes a class method of it.
    else callKw(typeof hook === 'function' ? hook : bindFrom(hook, null, cls), [], keywords);
    return;
  }
}

/** Gives every attribute of a class whose MRO was changed (by an assignment to `__bases__`) its new place. */
export function relink(cls: PyType): void {
  for (const key of Reflect.ownKeys(cls.proto)) {
    if (typeof key === 'string' && (key.startsWith('$') || key.startsWith('m$'))) delete cls.proto[key];
  }
  for (const key of Reflect.ownKeys(cls)) {
    if (typeof key === 'string' && (key.startsWith('$') || key.startsWith('m$'))) delete (cls as Py)[key];
  }
  cls.forgetSpecials();
  cls.opaque = false;
  Object.setPrototypeOf(cls.proto, cls.base!.proto);
  link(cls, cls.c$);
  cls.flat = true;
  flatten(cls);
  deriveFlags(cls);
  showFlags(cls);
}

classChange.relink = relink;

export { installOnInstances, NoneType, PyObject, PyTuple };

export { typeType };
