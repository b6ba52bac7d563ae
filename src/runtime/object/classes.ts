/** Classes made at run time: MRO, layout, prototypes, `__set_name__`, `__init_subclass__`, and changes afterwards. */
import { bindFrom, deleteTypeAttribute, getAttrSlow, lookup, setTypeAttribute, special } from './attributes.js';
import { call, callKw } from './call.js';
import type { Keywords } from './binding.js';
import { rt } from './context.js';
import { AttributeError, TypeError, ValueError } from './errors.js';
import { toArray } from './iterate.js';
import {
  installAttribute,
  installAttributes,
  installOnClass,
  installOnInstances,
  isDescriptor,
  ready,
} from './install.js';
import { hasFinalizer, trackingConstructor } from './finalizers.js';
import { dropInstanceDict, giveInstanceDict } from './givenDict.js';
import { instanceDict } from './namespace.js';
import { attributeKey, Cell, hide, methodKey, type Py, PyInstance, PyObject } from './object.js';
import { PyDict } from './table.js';
import { repr } from './text.js';
import { type Constructor, linkClass, objectType, PyType, typeType } from './type.js';
import { NoneType, typeOf } from './typeof.js';
import { PyClassMethod, PyFloat, PyGetSet, PyMember, PyStaticMethod, PyTuple } from './values.js';

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
  link(cls, meta);
  for (const base of actualBases) base.subclasses.push(new WeakRef(cls));
  addSlots(cls, solid);
  if (cls.flat) flatten(cls);
  else installAttributes(cls, cls.namespace);
  deriveFlags(cls);
  nameDescriptors(cls);
  initSubclass(cls, keywords);
  return cls;
}

/** Fills in a class that another is to inherit from; TypeError where it may not. */
export function checkBase(base: PyType): void {
  ready(base);
  if (!base.subclassable)
    throw TypeError(
      `type '${base.moduleName === 'builtins' ? '' : `${base.moduleName}.`}${base.name}' is not an acceptable base type`,
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
  for (const base of bases) base.subclasses.push(new WeakRef(cls));
  return cls;
}

/** Gives a restored class its attributes, which stand as they stood in the namespace of the original. */
export function fillRestoredClass(cls: PyType, namespace: Iterable<readonly [string, Py]>): void {
  for (const [key, value] of namespace) cls.namespace.set(key, value);
  if (cls.flat) flatten(cls);
  else installAttributes(cls, cls.namespace);
  deriveFlags(cls);
}

/** The descriptor of a slot, `__dict__` or `__weakref__` of a restored class. */
export function restoredDescriptor(cls: PyType, name: string): PyGetSet {
  return name === '__dict__' || name === '__weakref__' ? hiddenDescriptor(cls, name) : slotDescriptor(cls, name);
}

function blankClass(meta: PyType, name: string, bases: PyType[], solid: PyType, finalizes = false): PyType {
  const base = solid.ctor as Constructor;
  const plain = () => (solid === objectType ? class extends PyInstance {} : class extends base {});
  const ctor = finalizes ? trackingConstructor(base) : plain();
  const MetaClass = meta.ctor as new (name: string, ctor: Constructor, base: PyType) => PyType;
  const cls = new MetaClass(name, ctor, solid);
  cls.bases = bases;
  cls.isHeap = true;
  return cls;
}

function fillNamespace(cls: PyType, namespace: Map<string, Py>): void {
  for (const [key, value] of namespace) cls.namespace.set(key, value);
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
  for (const { namespace } of cls.mro)
    if (namespace !== objectType.namespace)
      for (const [name, value] of namespace) if (!nearest.has(name)) nearest.set(name, value);
  installAttributes(cls, nearest);
}

/** The base whose JavaScript layout the instances have; TypeError when two bases disagree. */
export function bestBase(bases: PyType[]): PyType {
  let winner: PyType | undefined;
  let winnerSolid: PyType | undefined;
  for (const base of bases) {
    const solid = solidBase(base);
    if (winnerSolid === undefined || (solid !== winnerSolid && solid.mro.includes(winnerSolid))) {
      winner = base;
      winnerSolid = solid;
    } else if (!winnerSolid.mro.includes(solid)) {
      throw TypeError('multiple bases have instance lay-out conflict');
    }
  }
  return winner!;
}

/** Exceptions that have fields of their own; all others look alike and can be bases together. */
const WITH_FIELDS = new Set(
  'BaseException BaseExceptionGroup ExceptionGroup StopIteration SystemExit ImportError OSError NameError AttributeError SyntaxError UnicodeEncodeError UnicodeDecodeError UnicodeTranslateError'.split(
    ' ',
  ),
);
const sharesLayout = (cls: PyType): boolean =>
  cls.addsNothing ||
  (cls.moduleName === 'builtins' &&
    !WITH_FIELDS.has(cls.name) &&
    cls.mro.some((c) => c.name === 'BaseException' && !c.isHeap));

/** The nearest class that adds to the layout: a built-in type, or one with slots. */
function solidBase(type: PyType): PyType {
  for (const cls of type.mro) {
    if (!cls.isHeap && !sharesLayout(cls)) return cls;
    if (cls.isHeap && cls.slots !== null && cls.slots.length > 0) return cls;
  }
  return objectType;
}

/** C3 linearisation (https://docs.python.org/3/howto/mro.html), or what the metaclass's `mro()` says. */
export function methodResolutionOrder(cls: PyType, meta: PyType): PyType[] {
  const custom = lookup(meta, 'mro');
  if (typeof custom !== 'function' || custom.info === undefined) return c3(cls);
  const order = toArray(call(custom, [cls]));
  const solid = solidBase(cls);
  for (const each of order) {
    if (!(each instanceof PyType)) throw TypeError(`mro() returned a non-class ('${typeOf(each).name}')`);
    if (!solid.mro.includes(solidBase(each)))
      throw TypeError(`mro() returned base with unsuitable layout ('${each.name}')`);
  }
  return order;
}

/** Python 2's order for old-style classes: each base with all its own before the next one. */
function depthFirstOrder(cls: PyType): PyType[] {
  const order = new Set<PyType>([cls]);
  for (const base of cls.bases) for (const c of base.mro) if (c !== objectType) order.add(c);
  return [...order, objectType];
}

export function c3(cls: PyType): PyType[] {
  const seen = new Set<PyType>();
  for (const base of cls.bases) {
    if (seen.has(base))
      throw TypeError(
        rt.dialect === 2
          ? `Error when calling the metaclass bases\n    duplicate base class ${base.name}`
          : `duplicate base class ${base.name}`,
      );
    seen.add(base);
  }
  const sequences = [...cls.bases.map((base) => [...base.mro]), [...cls.bases]];
  const result: PyType[] = [cls];
  for (;;) {
    const open = sequences.filter((s) => s.length > 0);
    if (open.length === 0) return result;
    const next = open.map((s) => s[0]!).find((c) => !open.some((s) => s.indexOf(c) > 0));
    if (next === undefined) throw mroConflict(open);
    result.push(next);
    for (const s of sequences) if (s[0] === next) s.shift();
  }
}

function mroConflict(open: PyType[][]): Py {
  const names = [...new Set(open.map((s) => s[0]!.name))].join(', ');
  const prefix = rt.dialect === 2 ? 'Error when calling the metaclass bases\n    ' : '';
  return TypeError(
    `${prefix}Cannot create a consistent method resolution${rt.dialect === 2 ? '\n' : ' '}order (MRO) for bases ${names}`,
  );
}

function addSlots(cls: PyType, solid: PyType): void {
  const declared = cls.namespace.get('__slots__');
  if (declared === undefined || cls.oldStyle) {
    cls.hasDict = true;
    addDict(cls, true);
    return;
  }
  const names = slotNames(typeof declared === 'string' ? new PyTuple([declared]) : declared);
  checkSlots(cls, solid, names);
  cls.hasDict = cls.bases.some((base) => base.hasDict) || names.includes('__dict__');
  if (names.includes('__dict__')) addDict(cls, false);
  if (names.includes('__weakref__')) cls.namespace.set('__weakref__', hiddenDescriptor(cls, '__weakref__'));
  cls.slots = names.filter((n) => n !== '__dict__' && n !== '__weakref__').map((n) => mangle(cls.name, n));
  for (const name of cls.slots) {
    if (cls.namespace.has(name) && !(name === '__doc__' && cls.namespace.get(name) === null)) {
      throw (rt.dialect === 2 ? TypeError : ValueError)(`'${name}' in __slots__ conflicts with class variable`);
    }
    cls.namespace.set(name, slotDescriptor(cls, name));
  }
}

/** Slots that the layout has no room for, or has already. */
function checkSlots(cls: PyType, solid: PyType, names: readonly string[]): void {
  const layout = solid.mro.find((c) => !c.isHeap) ?? objectType;
  if (names.length > 0 && VARIABLE_SIZE.has(layout.name))
    throw TypeError(`nonempty __slots__ not supported for subtype of '${solid.name}'`);
  for (const name of ['__dict__', '__weakref__']) {
    const inherited = cls.mro.some((c) => c !== cls && c.isHeap && c.namespace.has(name));
    if (names.indexOf(name) !== names.lastIndexOf(name) || (inherited && names.includes(name)))
      throw TypeError(`${name} slot disallowed: we already got one`);
  }
}
const VARIABLE_SIZE: ReadonlySet<string> = new Set(['int', 'bytes', 'tuple']);

/** The first class of a line whose instances have a dict carries the descriptor of it, and that of weak references. */
function addDict(cls: PyType, withWeakref: boolean): void {
  if (cls.bases.some((base) => base.hasDict)) return;
  const doc = cls.namespace.get('__doc__');
  if (doc === null) cls.namespace.delete('__doc__');
  if (!cls.namespace.has('__dict__')) cls.namespace.set('__dict__', hiddenDescriptor(cls, '__dict__'));
  if (withWeakref && !cls.oldStyle && !cls.namespace.has('__weakref__')) {
    cls.namespace.set('__weakref__', hiddenDescriptor(cls, '__weakref__'));
  }
  if (doc === null) cls.namespace.set('__doc__', null);
}

function hiddenDescriptor(cls: PyType, name: '__dict__' | '__weakref__'): PyGetSet {
  if (name === '__weakref__') return new PyGetSet(name, cls, () => null, undefined, undefined);
  // Classes, modules and exceptions have a dict of their own kind, whatever else they inherit from.
  const ownKind = (self: Py): PyGetSet | undefined =>
    typeOf(self)
      .mro.find((c) => !c.isHeap && c.namespace.get(name) instanceof PyGetSet)
      ?.namespace.get(name);
  const refused = (self: Py) => TypeError(`this __dict__ descriptor does not support '${typeOf(self).name}' objects`);
  const get = (self: Py): Py => ownKind(self)?.get(self) ?? instanceDict(self);
  const set = (self: Py, value: Py): void => {
    if (!(value instanceof PyDict))
      throw TypeError(`__dict__ must be set to a dictionary, not a '${typeOf(value).name}'`);
    const kind = ownKind(self);
    if (kind === undefined) giveInstanceDict(self, value);
    else if (kind.set === undefined) throw refused(self);
    else kind.set(self, value);
  };
  const del = (self: Py): void => {
    const kind = ownKind(self);
    if (kind === undefined) dropInstanceDict(self);
    else if (kind.del === undefined) throw refused(self);
    else kind.del(self);
  };
  return new PyGetSet(name, cls, get, set, del);
}

function slotNames(declared: Py): string[] {
  const names: Py[] = toArray(declared);
  for (const name of names) {
    if (typeof name !== 'string') throw TypeError(`__slots__ items must be strings, not '${typeOf(name).name}'`);
    if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)) throw TypeError('__slots__ must be identifiers');
  }
  return names;
}

/** Python's private name mangling: `__x` in class `C` is `_C__x`. */
export function mangle(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/**
 * A slot keeps its value in a property of its own, so that a `__dict__` beside it does not show it: `s$x`, or `f$x` for a
 * float as a double.
 */
function slotDescriptor(cls: PyType, name: string): PyGetSet {
  const key = `s$${name}`;
  const raw = `f$${name}`;
  const descriptor = new PyMember(
    name,
    cls,
    (self) => {
      if (self[raw] !== undefined) return new PyFloat(self[raw]);
      const value = self[key];
      if (value === undefined) throw noSlotValue(self, name);
      return value;
    },
    (self, value) => {
      if (self[raw] !== undefined) self[raw] = undefined;
      self[key] = value;
    },
    (self) => {
      if (self[key] === undefined && self[raw] === undefined) throw AttributeError(name);
      self[raw] = undefined;
      self[key] = undefined;
    },
  );
  return descriptor;
}

function noSlotValue(self: Py, name: string): Py {
  const error =
    rt.dialect === 2 ? AttributeError(name) : AttributeError(`'${self.c$.name}' object has no attribute '${name}'`);
  Object.assign(error, { x$name: name, x$obj: self });
  return error;
}

/** Recomputes everything that was derived from the MRO: hooks, comparison kind, whether plain stores are allowed. */
export function deriveFlags(cls: PyType): void {
  cls.newHook = undefined;
  cls.direct = undefined;
  cls.directCountdown = 8;
  cls.initHook = undefined;
  const layout = cls.mro.find((c) => !c.isHeap) ?? objectType;
  const eq = definingClass(cls, '__eq__');
  const hash = definingClass(cls, '__hash__');
  cls.customHash =
    (eq?.isHeap ?? false) ||
    (hash?.isHeap ?? false) ||
    (rt.dialect === 2 && (definingClass(cls, '__cmp__')?.isHeap ?? false));
  cls.inheritsHash = !cls.customHash;
  cls.identityHash = cls.inheritsHash && layout.identityHash;
  cls.getattrHook = hookOf(cls, '__getattr__') ?? layout.getattrHook;
  cls.setattrHook = heapHook(cls, '__setattr__') ?? layout.setattrHook;
  cls.delattrHook = heapHook(cls, '__delattr__') ?? layout.delattrHook;
  const decides = definingClass(cls, '__getattribute__');
  const opaque = decides?.isHeap ?? false;
  const plain = cls.hasDict && cls.setattrHook === undefined && !opaque && cls.mro.every(plainLayout);
  Object.defineProperty(cls.proto, 'd$', { value: plain, writable: true, configurable: true, enumerable: false });
  for (const c of cls.mro) {
    for (const name of c.slots ?? []) markSlot(cls, name, cls.setattrHook === undefined && !opaque && rt.dialect === 3);
  }
  if (opaque) makeOpaque(cls);
}

/** Says to emitted code whether it may store the slot by a plain assignment. */
function markSlot(cls: PyType, name: string, isPlain: boolean): void {
  const found = lookup(cls, name);
  hide(cls.proto, `e$${name}`, isPlain && found instanceof PyMember);
}

const plainLayout = (c: PyType) =>
  c.isHeap || !(c.mro.includes(typeType.current) || c.name === 'module' || c.name === 'super');

function definingClass(cls: PyType, name: string): PyType | undefined {
  return cls.mro.find((c) => {
    ready(c);
    return c.namespace.has(name);
  });
}

/** The special method as a function of (self, …), or undefined. */
function hookOf(cls: PyType, name: string): Py {
  const value = lookup(cls, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'function') return value;
  return (self: Py, ...args: Py[]) => call(bindFrom(value, self, cls), args);
}

function heapHook(cls: PyType, name: string): Py {
  return definingClass(cls, name)?.isHeap ? hookOf(cls, name) : undefined;
}

/** Every attribute of the instances goes through the class's `__getattribute__`. */
function makeOpaque(cls: PyType): void {
  cls.opaque = true;
  const hook = hookOf(cls, '__getattribute__');
  const names = new Set<string>();
  for (const c of cls.mro) for (const name of c.namespace.keys()) names.add(name);
  for (const name of names) {
    if (!/^__\w+__$/.test(name)) hide(cls.proto, methodKey(name), undefined);
    Object.defineProperty(cls.proto, attributeKey(name), {
      get() {
        return getAttrSlow(this, name);
      },
      set(value) {
        Object.defineProperty(this, attributeKey(name), {
          value,
          writable: true,
          configurable: true,
          enumerable: true,
        });
      },
      configurable: true,
    });
  }
  const fallback = cls.getattrHook;
  cls.getattrHook = (self: Py, name: string) => {
    try {
      return hook(self, name);
    } catch (error) {
      if (fallback !== undefined && (error as Py)?.c$?.mro?.includes(AttributeError.type)) return fallback(self, name);
      throw error;
    }
  };
}

function nameDescriptors(cls: PyType): void {
  for (const [name, value] of [...cls.namespace]) {
    if (value === null || typeof value !== 'object') continue;
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
    const func = hook instanceof PyClassMethod ? hook.func : hook;
    if (base === objectType && (keywords === null || keywords.size === 0)) return;
    callKw(func, [cls], keywords);
    return;
  }
}

/** `type.__setattr__`. */
setTypeAttribute.current = (cls, name, value) => {
  const onMeta = lookup(cls.c$, name);
  if (onMeta !== undefined && isDescriptor(onMeta)) {
    const set = special(onMeta, '__set__');
    if (set !== undefined) {
      set(onMeta, cls, value);
      return;
    }
  }
  if (!cls.isHeap) throw immutable(cls, name);
  const old = cls.namespace.get(name);
  cls.namespace.set(name, value);
  if (isPlainData(old) && isPlainData(value) && inheritsByChain(cls)) {
    // A counter or a setting: the same property gets another value.
    const key = attributeKey(name);
    cls.proto[key] = value;
    (cls as Py)[key] = value;
    return;
  }
  changed(cls, name, value);
};

/** No class below has copies of what it inherits. */
function inheritsByChain(cls: PyType): boolean {
  if (cls.subclasses.length === 0) return true;
  let isChain = true;
  forEachSubclass(cls, (sub) => {
    if (sub.flat || sub.opaque) isChain = false;
  });
  return isChain;
}

/** Values that stand in a class as they are: no functions and no descriptors. */
const isPlainData = (value: Py): boolean => value !== undefined && typeof value !== 'function' && !isDescriptor(value);

deleteTypeAttribute.current = (cls, name) => {
  const onMeta = lookup(cls.c$, name);
  if (onMeta !== undefined && isDescriptor(onMeta)) {
    const del = special(onMeta, '__delete__');
    if (del !== undefined) {
      del(onMeta, cls);
      return;
    }
  }
  if (!cls.isHeap) throw immutable(cls, name);
  if (!cls.namespace.delete(name)) throw AttributeError(`type object '${cls.name}' has no attribute '${name}'`);
  changed(cls, name, undefined);
};

const immutable = (cls: PyType, name: string) =>
  TypeError(
    rt.dialect === 2
      ? `can't set attributes of built-in/extension type '${cls.name}'`
      : `cannot set '${name}' attribute of immutable type '${cls.name}'`,
  );

/** Makes a change of a class attribute seen by the class, its instances and all that inherit from it. */
function changed(cls: PyType, name: string, value: Py): void {
  reinstall(cls, name, value);
  cls.specials.clear();
  forEachSubclass(cls, (sub) => {
    sub.specials.clear();
    if (sub.flat || sub.opaque) {
      const resolved = lookup(sub, name);
      reinstall(sub, name, resolved);
    }
    if (isHookName(name)) deriveFlags(sub);
  });
  if (isHookName(name)) deriveFlags(cls);
  const refresh = (c: PyType): void => {
    if (Object.hasOwn(c.proto, `e$${name}`)) markSlot(c, name, c.setattrHook === undefined && !c.opaque);
  };
  refresh(cls);
  forEachSubclass(cls, refresh);
}

const isHookName = (name: string) => /^__(eq|hash|cmp|getattr|setattr|delattr|getattribute|new|init)__$/.test(name);

function reinstall(cls: PyType, name: string, value: Py): void {
  delete cls.proto[attributeKey(name)];
  delete cls.proto[methodKey(name)];
  delete (cls as Py)[attributeKey(name)];
  delete (cls as Py)[methodKey(name)];
  if (value !== undefined) installAttribute(cls, name, value);
}

export function forEachSubclass(cls: PyType, visit: (sub: PyType) => void): void {
  for (const ref of cls.subclasses) {
    const sub = ref.deref();
    if (sub === undefined) continue;
    visit(sub);
    forEachSubclass(sub, visit);
  }
}

/** The metaclass that fits all bases: the most derived of theirs and `meta`. */
export function calculateMeta(meta: PyType, bases: readonly Py[]): PyType {
  let winner = meta;
  for (const base of bases) {
    const candidate = typeOf(base);
    if (winner === candidate || winner.mro.includes(candidate)) continue;
    if (candidate.mro.includes(winner)) winner = candidate;
    else {
      throw TypeError(
        `${rt.dialect === 2 ? 'Error when calling the metaclass bases\n    ' : ''}metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases`,
      );
    }
  }
  return winner;
}

/** Gives every attribute of a class whose MRO was changed (by an assignment to `__bases__`) its new place. */
export function relink(cls: PyType): void {
  for (const key of Reflect.ownKeys(cls.proto)) {
    if (typeof key === 'string' && (key.startsWith('$') || key.startsWith('m$'))) delete cls.proto[key];
  }
  for (const key of Reflect.ownKeys(cls)) {
    if (typeof key === 'string' && (key.startsWith('$') || key.startsWith('m$'))) delete (cls as Py)[key];
  }
  cls.specials.clear();
  cls.opaque = false;
  Object.setPrototypeOf(cls.proto, cls.base!.proto);
  link(cls, cls.c$);
  cls.flat = true;
  flatten(cls);
  deriveFlags(cls);
}

export { installOnInstances, NoneType, PyObject, PyTuple };

export { typeType };
