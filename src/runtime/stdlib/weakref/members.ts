/** What Python can do with weak references and proxies. */
import { genericAlias } from '../../builtins/genericAlias.js';
import { address } from '../../builtins/object.js';
import { delSlice, getSlice, setSlice } from '../../builtins/slices.js';
import { findAttr, getAttr, setAttr, special } from '../../object/attributes.js';
import { delAttr } from '../../object/deletion.js';
import { callKw } from '../../object/call.js';
import { type CompareOp, compareValues, METHOD } from '../../object/compare.js';
import { ReferenceError, TypeError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { hashOf } from '../../object/hash.js';
import { rt } from '../../object/context.js';
import { defineMembers, getter } from '../../object/install.js';
import { iter } from '../../object/iterate.js';
import type { Py } from '../../object/object.js';
import { str } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import type { Members, PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { NotImplemented, PyClassMethod, PySlice, PyStaticMethod } from '../../object/values.js';
import {
  attach,
  callableProxyType,
  checkReferable,
  PyCallableProxy,
  PyProxy,
  proxyType,
  PyWeakRef,
  referenceType,
  sharedReference,
} from './reference.js';

/** `ref(o, callback)`. A plain reference without a callback is made once for each object. */
function newReference(cls: PyType, args: Py[], kwargs: Map<string, Py>): PyWeakRef {
  if (cls === referenceType && kwargs.size > 0) throw TypeError('ref() takes no keyword arguments');
  checkCount('__new__', args.length);
  const [o, callback = null] = args;
  return referenceTo(cls, o, callback);
}

/** Raises TypeError for too few or too many arguments. */
function checkCount(name: string, count: number): void {
  if (count < 1) throw TypeError(`${name} expected at least 1 argument${rt.dialect === 2 ? 's' : ''}, got 0`);
  if (count > 2) throw TypeError(`${name} expected at most 2 arguments, got ${count}`);
}

function referenceTo(cls: PyType, o: Py, callback: Py): PyWeakRef {
  checkReferable(o);
  if (cls === referenceType && callback === null) {
    const known = sharedReference(o, 'shared');
    if (known !== undefined) return known;
  }
  const ref = new cls.ctor(o, callback) as PyWeakRef;
  attach(o, ref);
  return ref;
}

// Programs ask again and again for the reference that an object has.
referenceType.makes = function makeReference(o: Py, callback: Py = null): Py {
  const isUsual = arguments.length === 1 || arguments.length === 2;
  return isUsual ? referenceTo(referenceType, o, callback) : referenceType.newHook(referenceType, ...arguments);
};

function compareReferences(op: 'Eq' | 'NotEq') {
  return method('(value, /)', (self: PyWeakRef, other: Py) => {
    if (!(other instanceof PyWeakRef)) return NotImplemented;
    const a = self.get();
    const b = other.get();
    if (a === undefined || b === undefined) return op === 'Eq' ? self === other : self !== other;
    return compareValues(a, b, op);
  });
}

function reprReference(self: PyWeakRef): string {
  const o = self.get();
  if (o === undefined) return `<weakref at ${address(self)}; dead>`;
  const name = findAttr(o, '__name__');
  const shown = typeof name === 'string' ? ` (${name})` : '';
  return `<weakref at ${address(self)}; to '${typeName(o)}' at ${address(o)}${shown}>`;
}

const typeName = (o: Py): string => {
  const cls = typeOf(o);
  return cls.moduleName === 'builtins' || typeof cls.moduleName !== 'string'
    ? cls.name
    : `${cls.moduleName}.${cls.qualname}`;
};

export function defineReferences(): void {
  if (referenceType.pending !== undefined || referenceType.namespace.has('__call__')) return;
  defineMembers(referenceType, () => ({
    __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', newReference, '__new__')),
    __init__: method('(*args, **kwargs)', (_self: PyWeakRef, args: Py[]) => {
      checkCount('__init__', args.length);
      return null;
    }),
    __call__: method('()', (self: PyWeakRef) => self.get() ?? null),
    __callback__: getter((self: PyWeakRef) => (self.get() === undefined ? null : self.callback)),
    __hash__: method('()', (self: PyWeakRef) => {
      if (self.hash !== undefined) return self.hash;
      const o = self.get();
      if (o === undefined) throw TypeError('weak object has gone away');
      return (self.hash = hashOf(o));
    }),
    __eq__: compareReferences('Eq'),
    __ne__: compareReferences('NotEq'),
    __repr__: method('()', reprReference),
    __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
  }));
  defineMembers(proxyType, proxyMembers);
  defineMembers(callableProxyType, () => ({
    __call__: method('(*args, **kwargs)', (self: PyProxy, args: Py[], kwargs: Map<string, Py>) =>
      callKw(unwrap(self), args, kwargs),
    ),
    ...(rt.dialect === 2 ? { __unicode__: method('()', (self: PyProxy) => str(unwrap(self))) } : {}),
  }));
  proxyType.getattrHook = (self: PyProxy, name: string) => getAttr(unwrap(self), name);
  proxyType.setattrHook = (self: PyProxy, name: string, value: Py) => setAttr(unwrap(self), name, value);
  proxyType.delattrHook = (self: PyProxy, name: string) => delAttr(unwrap(self), name);
  for (const key of ['getattrHook', 'setattrHook', 'delattrHook'] as const) callableProxyType[key] = proxyType[key];
}

/** The object behind a proxy; anything else as it is. */
function unwrap(o: Py): Py {
  if (!(o instanceof PyProxy)) return o;
  const target = o.get();
  if (target === undefined) throw ReferenceError('weakly-referenced object no longer exists');
  return target;
}

const BINARY = [
  'add',
  'sub',
  'mul',
  'truediv',
  'floordiv',
  'mod',
  'divmod',
  'pow',
  'lshift',
  'rshift',
  'and',
  'xor',
  'or',
  'matmul',
];
const UNARY = ['neg', 'pos', 'abs', 'invert', 'int', 'float', 'index', 'bytes', 'reversed', 'next'];
const COMPARISONS = Object.entries(METHOD) as [CompareOp, string][];

/** `name` of the object behind `self`, called with the objects behind the arguments. */
function forward(self: Py, name: string, args: readonly Py[]): Py {
  const o = unwrap(self);
  const f = special(o, name);
  return f === undefined ? NotImplemented : f(o, ...args.map(unwrap));
}

function proxyMembers(): Members {
  const members: Members = {
    __str__: method('()', (self: PyProxy) => str(unwrap(self))),
    __repr__: method('()', (self: PyProxy) => {
      const o = self.get();
      if (o === undefined) return `<weakproxy at ${address(self)}; dead>`;
      return `<weakproxy at ${address(self)}; to '${typeName(o)}' at ${address(o)}>`;
    }),
    __hash__: method('()', (self: PyProxy) => {
      throw TypeError(`unhashable type: '${typeOf(self).name}'`);
    }),
    __bool__: method('()', (self: PyProxy) => truthy(unwrap(self))),
    ...(rt.dialect === 2 ? { __unicode__: method('()', (self: PyProxy) => required(self, '__unicode__', [])) } : {}),
    __iter__: method('()', (self: PyProxy) => iter(unwrap(self))),
    __len__: method('()', (self: PyProxy) => required(self, '__len__', [])),
    __contains__: method('(key, /)', (self: PyProxy, key: Py) => truthy(required(self, '__contains__', [key]))),
    __getitem__: method('(key, /)', (self: PyProxy, key: Py) =>
      isOldSlice(key) ? getSlice(unwrap(self), ...bounds(key)) : required(self, '__getitem__', [key]),
    ),
    __setitem__: method('(key, value, /)', (self: PyProxy, key: Py, value: Py) => {
      if (isOldSlice(key)) setSlice(unwrap(self), ...bounds(key), value);
      else required(self, '__setitem__', [key, value]);
    }),
    __delitem__: method('(key, /)', (self: PyProxy, key: Py) => {
      if (isOldSlice(key)) delSlice(unwrap(self), ...bounds(key));
      else required(self, '__delitem__', [key]);
    }),
    __class__: getter((self: PyProxy) => getAttr(unwrap(self), '__class__')),
  };
  for (const [op, name] of COMPARISONS)
    members[name] = method('(value, /)', (self: Py, other: Py) => compareValues(unwrap(self), unwrap(other), op));
  for (const name of unaryNames())
    members[`__${name}__`] = method('()', (self: Py) => required(self, `__${name}__`, []));
  for (const name of rt.dialect === 2 ? [...BINARY, 'div'] : BINARY) {
    members[`__${name}__`] = method('(value, /)', (self: Py, other: Py) => forward(self, `__${name}__`, [other]));
    members[`__r${name}__`] = method('(value, /)', (self: Py, other: Py) => forward(self, `__r${name}__`, [other]));
    if (name !== 'divmod')
      members[`__i${name}__`] = method('(value, /)', (self: Py, other: Py) => forward(self, `__i${name}__`, [other]));
  }
  return members;
}

const unaryNames = (): string[] => (rt.dialect === 2 ? [...UNARY, 'long'] : UNARY);

/** Python 2 has methods of their own for slices with two ends. */
const isOldSlice = (key: Py): key is PySlice => rt.dialect === 2 && key instanceof PySlice && key.step === null;
const bounds = ({ start, stop }: PySlice): [Py, Py] => [start ?? undefined, stop ?? undefined];

function required(self: Py, name: string, args: readonly Py[]): Py {
  const o = unwrap(self);
  const f = special(o, name);
  if (f === undefined) throw TypeError(`'${typeOf(o).name}' object does not support ${name}`);
  return f(o, ...args);
}

/** `proxy(o, callback)`. */
export function newProxy(o: Py, callback: Py = null): PyProxy {
  checkReferable(o);
  const Class = special(o, '__call__') === undefined ? PyProxy : PyCallableProxy;
  if (callback === null) {
    const known = sharedReference(o, 'sharedProxy');
    if (known !== undefined) return known;
  }
  const proxy = new Class(o, callback);
  attach(o, proxy);
  return proxy;
}
