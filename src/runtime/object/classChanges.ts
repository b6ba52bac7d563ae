/** Assignments to attributes of classes, and how instances and subclasses see them. */
import { isDataDescriptor, lookup, setTypeAttribute, special } from './attributes.js';
import { deleteTypeAttribute } from './deletion.js';
import { rt } from './context.js';
import { AttributeError, TypeError } from './errors.js';
import { installAttribute, isDescriptor, ready } from './install.js';
import { isUncovered, uncover } from './uncovered.js';
import { attributeKey, hide, methodKey, type Py } from './object.js';
import { PyType } from './type.js';
import { PyMember } from './values.js';
import { boxSlot, coverOwn, hideOwn, showOwn } from './outdatedPlaces.js';
import { deriveFlags, markSlot, showFlags } from './classFlags.js';
import { mayHaveSlots, overInheritedSlots, overSlots } from './rawSlots.js';
import { forEachSubclass } from './subclasses.js';
import { generatedName } from './constructors.js';

/** Told of an attribute of a class that is about to be set. */
export const classChange: {
  note(cls: PyType, name: string): void;
  /** Gives everything in a class its place anew. */
  relink(cls: PyType): void;
} = { note() {}, relink() {} };

/** `type.__setattr__`. */
setTypeAttribute.current = (cls, name, value) => {
  const known = cls.counters?.get(name);
  if (known !== undefined && (value === null || typeof value === 'number' || typeof value === 'string')) {
    if (known.store !== null) known.store(value);
    else {
      storeData(cls, name, known.key, value);
      if (++known.stores === MANY) known.store = makeStore(cls, name, known.key);
    }
    return;
  }
  const onMeta = lookup(cls.c$, name);
  if (onMeta !== undefined && isDescriptor(onMeta)) {
    const set = special(onMeta, '__set__');
    if (set !== undefined) {
      set(onMeta, cls, value);
      return;
    }
  }
  if (!cls.isHeap) open(cls, name);
  classChange.note(cls, name);
  if (isPlainData(cls.namespace.get(name)) && isPlainData(value) && inheritsByChain(cls)) {
    const key = attributeKey(name);
    storeData(cls, name, key, value);
    if (onMeta === undefined && cls.isHeap && !cls.c$.isHeap)
      (cls.counters ??= new Map()).set(name, { key, stores: 0, store: null });
    return;
  }
  const before = cls.namespace.get(name);
  cls.namespace.set(name, value);
  changed(cls, name, value, before);
};

/** Sets an attribute of a library's class under a name that no instance has: they are not looked through for it. */
export function setUnseen(cls: PyType, name: string, value: Py): void {
  cls.namespace.set(name, value);
  changed(cls, name, value, undefined, false);
}

/** A counter or a setting: the same property gets another value. */
function storeData(cls: PyType, name: string, key: string, value: Py): void {
  cls.namespace.set(name, value);
  cls.proto[key] = value;
  (cls as Py)[key] = value;
}

/** So often is a counter stored before that is worth a function of its own. */
const MANY = 100;

/** `storeData` for one attribute of one class: V8 stores by a name that it knows several times as fast. */
function makeStore(cls: PyType, name: string, key: string): (value: Py) => void {
  const property = JSON.stringify(key);
  const text = `'use strict'; return function ${generatedName('store', cls)}(value) {
    namespace.set(${JSON.stringify(name)}, value);
    proto[${property}] = value;
    cls[${property}] = value;
  };`;
  return new Function('namespace', 'proto', 'cls', text)(cls.namespace, cls.proto, cls) as (value: Py) => void;
}

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
  if (!cls.isHeap) open(cls, name);
  const before = cls.namespace.get(name);
  if (!cls.namespace.delete(name)) throw nothingToDelete(cls, name);
  changed(cls, name, undefined, before);
};

const nothingToDelete = (cls: PyType, name: string) =>
  AttributeError(
    rt.dialect === 2
      ? cls.oldStyle
        ? `class ${cls.name} has no attribute '${name}'`
        : name
      : `type object '${cls.name}' has no attribute '${name}'`,
  );

/**
 * A class that is written in Python in CPython, and built in here, is about to get or to lose an attribute. The next process of the thread
 * finds it as it was.
 */
function open(cls: PyType, name: string): void {
  if (!cls.isOpen) throw immutable(cls, name);
  ready(cls);
  const original = cls.namespace.get(name);
  rt.restores.push(() => {
    const before = cls.namespace.get(name);
    if (original === undefined) cls.namespace.delete(name);
    else cls.namespace.set(name, original);
    changed(cls, name, original, before);
  });
}

const immutable = (cls: PyType, name: string) =>
  TypeError(
    rt.dialect === 2
      ? `can't set attributes of built-in/extension type '${cls.name}'`
      : `cannot set '${name}' attribute of immutable type '${cls.name}'`,
  );

/** Makes a change of a class attribute seen by the class, its instances and all that inherit from it. */
function changed(cls: PyType, name: string, value: Py, before: Py, mayBeOwn = true): void {
  const hadSlots = mayHaveSlots(cls.proto, name);
  // A class that holds copies of what it inherits takes what another base has.
  const now = value === undefined && cls.flat ? lookup(cls, name) : value;
  reinstall(cls, name, now);
  if (hadSlots) overSlots(cls, name, now);
  else if ((isUncovered(cls, name) || isDataDescriptor(before)) && !isDataDescriptor(value)) uncover(cls, name);
  cls.counters?.delete(name);
  cls.forgetSpecials();
  forEachSubclass(cls, (sub) => {
    sub.forgetSpecials();
    if (sub.flat || sub.opaque) {
      const resolved = lookup(sub, name);
      const subHadSlots = mayHaveSlots(sub.proto, name);
      reinstall(sub, name, resolved);
      if (subHadSlots) overSlots(sub, name, resolved);
      else if (isDataDescriptor(before) && !isDataDescriptor(resolved)) uncover(sub, name);
    } else if (!sub.namespace.has(name)) overInheritedSlots(sub, name, value);
    if (isHookName(name) || sub.opaque) renewFlags(sub);
  });
  if (isHookName(name) || cls.opaque) renewFlags(cls);
  const refresh = (c: PyType): void => {
    if (Object.hasOwn(c.proto, `e$${name}`)) markSlot(c, name, c.setattrHook === undefined && !c.opaque);
  };
  refresh(cls);
  forEachSubclass(cls, refresh);
  if (!mayBeOwn) return;
  if (value !== undefined) moveOwn(cls, name, value, before);
  else if (name === '__getattribute__') takeBack(cls);
}

/** A class has lost its `__getattribute__`: it and those below that have no other one are as if there had been none. */
function takeBack(cls: PyType): void {
  const classes = [cls];
  forEachSubclass(cls, (sub) => classes.push(sub));
  const isFree = (c: PyType): boolean =>
    c.opaque && c.mro.find(({ namespace }) => namespace.has('__getattribute__'))?.isHeap !== true;
  const free = classes.filter(isFree);
  for (const c of free) classChange.relink(c);
  if (free.length > 0) showOwn(cls);
}

/** Moves what living instances have to where the class has it looked for now. */
function moveOwn(cls: PyType, name: string, value: Py, before: Py): void {
  if (name === '__getattribute__') hideOwn(cls);
  else if (before instanceof PyMember && !(value instanceof PyMember)) boxSlot(cls, name);
  else if (!cls.oldStyle && isDataDescriptor(value) && !isDataDescriptor(before)) coverOwn(cls, name);
}

function renewFlags(cls: PyType): void {
  deriveFlags(cls);
  showFlags(cls);
}

const isHookName = (name: string) => /^__(eq|hash|cmp|getattr|setattr|delattr|getattribute|new|init)__$/.test(name);

function reinstall(cls: PyType, name: string, value: Py): void {
  const key = attributeKey(name);
  const mkey = methodKey(name);
  if (value === undefined) {
    for (const target of [cls.proto, cls]) {
      drop(target, key);
      drop(target, mkey);
    }
    if (name === '__getitem__') drop(cls.proto, 'item$');
    else if (name === '__setitem__') drop(cls.proto, 'put$');
    return;
  }
  // What is put in place replaces the rest.
  for (const target of [cls.proto, cls]) if (Object.hasOwn(target, mkey)) hide(target, mkey, undefined);
  installAttribute(cls, name, value);
}

/**
 * Nothing is to be seen of an own property any more. One that hides nothing stays, without a value: V8 makes a hash table of an object that
 * loses a property. (Special methods are looked for as properties.)
 */
function drop(from: Py, key: string): void {
  if (!Object.hasOwn(from, key)) return;
  const above = Object.getPrototypeOf(from);
  if (key[2] === '_' || (above !== null && key in above)) delete from[key];
  else hide(from, key, undefined);
}
