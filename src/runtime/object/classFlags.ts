/** What is derived from the attributes of a class and its bases, for calls and emitted code. */
import { bindFrom, getAttrSlow, lookup } from './attributes.js';
import { call } from './call.js';
import { type CompareOp, compare2, METHOD } from './compare.js';
import { rt } from './context.js';
import { AttributeError } from './errors.js';
import { ready } from './install.js';
import { attributeKey, hide, methodKey, type Py } from './object.js';
import { objectType, PyType, typeType } from './type.js';
import { PyMember } from './values.js';

/** Recomputes everything that was derived from the MRO: hooks, comparison kind. `showFlags` is to follow. */
export function deriveFlags(cls: PyType): void {
  if (cls.newHook !== undefined) cls.hasMade = true;
  cls.newHook = undefined;
  cls.direct = undefined;
  cls.directCountdown = 8;
  cls.initHook = undefined;
  const layout = layoutOf(cls);
  const eq = definingClass(cls, '__eq__');
  const hash = definingClass(cls, '__hash__');
  const hasOwnCmp = comparesByCmp(cls);
  cls.customHash = (eq?.isHeap ?? false) || (hash?.isHeap ?? false) || hasOwnCmp;
  cls.inheritsHash = !cls.customHash;
  cls.identityHash = cls.inheritsHash && layout.identityHash;
  cls.getattrHook = hookOf(cls, '__getattr__') ?? layout.getattrHook;
  cls.setattrHook = heapHook(cls, '__setattr__') ?? layout.setattrHook;
  cls.delattrHook = heapHook(cls, '__delattr__') ?? layout.delattrHook;
}

/** Puts what was derived where instances show it: whether plain stores are allowed, and what the class's own rules hide. */
export function showFlags(cls: PyType): void {
  const layout = layoutOf(cls);
  if ((layout.name === 'int' || layout.name === 'long') && comparesByCmp(cls)) compareByCmp(cls);
  const opaque = definingClass(cls, '__getattribute__')?.isHeap ?? false;
  const plain = cls.hasDict && cls.setattrHook === undefined && !opaque && cls.mro.every(plainLayout);
  cls.proto.d$ = plain;
  for (const c of cls.mro) {
    c.counters = null;
    for (const name of c.slots ?? []) markSlot(cls, name, cls.setattrHook === undefined && !opaque && rt.dialect === 3);
  }
  if (opaque) makeOpaque(cls);
}

/** The first built-in type that it inherits from. */
const layoutOf = (cls: PyType): PyType => cls.mro.find((c) => !c.isHeap) ?? objectType;

const comparesByCmp = (cls: PyType): boolean => rt.dialect === 2 && (definingClass(cls, '__cmp__')?.isHeap ?? false);

const COMPARISONS = Object.entries(METHOD) as [CompareOp, string][];

/** Python 2's integers have `__cmp__` alone: that of a subclass decides all comparisons. */
function compareByCmp(cls: PyType): void {
  for (const [op, name] of COMPARISONS) {
    if (definingClass(cls, name)?.isHeap === true) continue;
    hide(cls.proto, methodKey(name), (self: Py, other: Py) => compare2.current(self, other, op));
  }
}

/** Says to emitted code whether it may store the slot by a plain assignment. */
export function markSlot(cls: PyType, name: string, isPlain: boolean): void {
  const found = lookup(cls, name);
  hide(cls.proto, `e$${name}`, isPlain && found instanceof PyMember);
}

const plainLayout = (c: PyType) =>
  c.isHeap || !(c.mro.includes(typeType.current) || c.name === 'module' || c.name === 'super');

function definingClass(cls: PyType, name: string): PyType | undefined {
  const { mro } = cls;
  for (let i = 0; i < mro.length; i++) {
    const c = mro[i]!;
    if (!c.isReady) ready(c);
    if (c.namespace.has(name)) return c;
  }
  return undefined;
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
