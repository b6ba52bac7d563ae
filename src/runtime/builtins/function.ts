/** Functions, methods, code objects and cells as Python sees them. */
import { findAttr, getAttr, setAttr, special } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { call, callKw } from '../object/call.js';
import { rt } from '../object/context.js';
import { AttributeError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import {
  BuiltinInfo,
  builtinFunctionPrototype,
  Code,
  FunctionInfo,
  methodDescriptorPrototype,
  type PyFunction,
} from '../object/function.js';
import { hashOf } from '../object/hash.js';
import { defineMembers, getter, mirrorOn, ready } from '../object/install.js';
import { instanceDict } from '../object/namespace.js';
import { hide, type Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr } from '../object/text.js';
import { builtinType, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyMethod, PyStaticMethod, PyTuple } from '../object/values.js';
import { makeFunction } from '../helpers/functions.js';
import { address, classPath, defaultRepr } from './object.js';
import { slotDoc } from './slotDocs.js';
import './cell.js';
import './getSet.js';
import './methodWrappers.js';
import { PyObject } from '../object/object.js';

// ---------------------------------------------------------------- functions written in Python

/** Never instantiated: functions are JavaScript functions. */
class PyFunctionObject extends PyObject {}
export const functionType: PyType = builtinType({
  name: 'function',
  js: PyFunctionObject,
  subclassable: false,
  hasDict: true,
});
mirrorOn(functionType, Function.prototype);
// Attributes of functions written in Python are plain properties; those of the runtime's own cannot be set.
hide(Function.prototype, 'd$', true);
hide(builtinFunctionPrototype, 'd$', undefined);

const info = (f: PyFunction): FunctionInfo => f.info!;

function functionDict(f: Py): PyDict {
  return instanceDict(f);
}

function setFunctionDict(f: Py, value: Py): void {
  if (!(value instanceof PyDict))
    throw TypeError(`__dict__ must be set to a dictionary, not a '${typeOf(value).name}'`);
  const entries = value.entryList();
  const dict = functionDict(f);
  dict.map.clear();
  for (const [key, item] of entries) dict.set(key, item);
}

/** A computed attribute that cannot be deleted: that is refused as a value of no type. */
export const required = (get: (f: Py) => Py, set: (f: Py, value: Py) => void) =>
  getter(get, set, (f) => set(f, undefined));

function checkFunctionName(what: string, value: Py): string {
  if (typeof value !== 'string') throw TypeError(`${what} must be set to a string object`);
  return value;
}

defineMembers(functionType, () => ({
  ...readyBuiltins(),
  __name__: required(
    (f) => info(f).name ?? info(f).code.name,
    (f, value) => {
      info(f).name = checkFunctionName('__name__', value);
    },
  ),
  __qualname__: required(
    (f) => info(f).qualname ?? info(f).code.qualname,
    (f, value) => {
      info(f).qualname = checkFunctionName('__qualname__', value);
    },
  ),
  __doc__: getter(
    (f) => (info(f).doc === undefined ? info(f).code.doc : info(f).doc),
    (f, value) => {
      info(f).doc = value;
    },
    (f) => {
      info(f).doc = null;
    },
  ),
  __module__: getter(
    (f) => (info(f).module === undefined ? info(f).code.unit.moduleName : info(f).module),
    (f, value) => {
      info(f).module = value;
    },
  ),
  __defaults__: getter(
    (f) => (info(f).defaults === null || info(f).defaults!.length === 0 ? null : new PyTuple(info(f).defaults!)),
    (f, value) => {
      if (value !== null && !(value instanceof PyTuple)) throw TypeError('__defaults__ must be set to a tuple object');
      replaceDefaults(f, value === null ? null : value.items);
    },
    (f) => replaceDefaults(f, null),
  ),
  __kwdefaults__: getter(
    (f) => info(f).kwdefaults,
    (f, value) => {
      if (value !== null && !(value instanceof PyDict)) throw TypeError('__kwdefaults__ must be set to a dict object');
      info(f).kwdefaults = value;
    },
    (f) => {
      info(f).kwdefaults = null;
    },
  ),
  __annotations__: getter(
    (f) => (info(f).annotations ??= new PyDict()),
    (f, value) => {
      if (value !== null && !(value instanceof PyDict)) throw TypeError('__annotations__ must be set to a dict object');
      info(f).annotations = value ?? undefined;
    },
    (f) => {
      info(f).annotations = undefined;
    },
  ),
  __type_params__: required(
    (f) => info(f).typeParams ?? new PyTuple([]),
    (f, value) => {
      if (!(value instanceof PyTuple)) throw TypeError('__type_params__ must be set to a tuple');
      info(f).typeParams = value;
    },
  ),
  __code__: required((f) => info(f).code, setCode),
  __globals__: getter((f) => info(f).code.unit.globals),
  __builtins__: getter(() => findAttr(rt.modules.get('builtins'), '__dict__')),
  __closure__: getter((f) => (info(f).cells.length === 0 ? null : new PyTuple([...info(f).cells]))),
  __dict__: getter(functionDict, setFunctionDict, () => {
    throw TypeError('cannot delete __dict__');
  }),
  __repr__: method('()', (f: PyFunction) => {
    const name = rt.dialect === 2 ? (info(f).name ?? info(f).code.name) : (info(f).qualname ?? info(f).code.qualname);
    return `<function ${name} at ${address(f)}>`;
  }),
  __call__: method('(*args, **kwargs)', (f: PyFunction, args: Py[], kwargs: Keywords) => callKw(f, args, kwargs)),
  __get__: method('(instance, owner=None, /)', bindFunction),
  ...(rt.dialect === 2 ? python2Names() : {}),
}));

/** The prototypes of the runtime's own functions inherit from Function.prototype: theirs must hide what is put there. */
function readyBuiltins(): Record<string, Py> {
  ready(builtinFunctionType);
  ready(methodDescriptorType);
  return {};
}

function bindFunction(f: PyFunction, instance: Py, owner: Py): Py {
  if (instance === null && !(owner !== undefined && owner !== null && owner.name === 'NoneType')) {
    return rt.dialect === 2 && owner !== undefined && owner !== null ? new PyMethod(f, undefined, owner) : f;
  }
  return new PyMethod(f, instance);
}

/** `func_name` and the like. */
function python2Names() {
  const alias = (name: string) =>
    getter(
      (f) => getAttr(f, name),
      (f, value) => setAttr(f, name, value),
    );
  const names: Record<string, Py> = {};
  for (const name of ['name', 'doc', 'defaults', 'code', 'globals', 'closure', 'dict'])
    names[`func_${name}`] = alias(`__${name}__`);
  return names;
}

/** The prologue reads `$i.defaults` by position from the last, so a list of another length needs its own function body. */
function replaceDefaults(f: PyFunction, values: Py[] | null): void {
  const i = info(f);
  const declared = i.defaults === null ? 0 : i.defaults.length;
  const given = values === null ? 0 : values.length;
  i.defaults = values;
  if (declared !== given) i.rebound = true;
}

function setCode(f: PyFunction, value: Py): void {
  if (!(value instanceof Code)) throw TypeError('__code__ must be set to a code object');
  const i = info(f);
  if (value.freevars.length !== i.cells.length) {
    throw ValueError(
      `${i.code.name}() requires a code object with ${i.cells.length} free vars, not ${value.freevars.length}`,
    );
  }
  i.code = value;
  const body = value.make!(i, ...i.cells);
  i.body = body;
  i.replaced = body;
}

// ---------------------------------------------------------------- functions of the runtime

class PyBuiltinObject extends PyObject {}
export const builtinFunctionType: PyType = builtinType({
  name: 'builtin_function_or_method',
  js: PyBuiltinObject,
  subclassable: false,
});
mirrorOn(builtinFunctionType, builtinFunctionPrototype);
// Next on the chain is what functions written in Python have, and these have not.
for (const name of [
  'annotations',
  'builtins',
  'closure',
  'code',
  'defaults',
  'dict',
  'globals',
  'kwdefaults',
  'type_params',
]) {
  hide(builtinFunctionPrototype, `$__${name}__`, undefined);
}
class PyMethodDescriptorObject extends PyObject {}
export const methodDescriptorType: PyType = builtinType({
  name: 'method_descriptor',
  js: PyMethodDescriptorObject,
  subclassable: false,
});
mirrorOn(methodDescriptorType, methodDescriptorPrototype);

const builtinInfo = (f: PyFunction): BuiltinInfo => f.builtin!;
const ownerType = (f: PyFunction): PyType | null =>
  builtinInfo(f).owner instanceof PyType ? (builtinInfo(f).owner as PyType) : null;

defineMembers(builtinFunctionType, () => ({
  __name__: getter((f) => builtinInfo(f).name),
  __qualname__: getter((f) =>
    ownerType(f) === null ? builtinInfo(f).name : `${ownerType(f)!.name}.${builtinInfo(f).name}`,
  ),
  __doc__: getter((f) => docOf(builtinInfo(f))),
  __module__: getter((f) =>
    typeof builtinInfo(f).owner === 'string'
      ? builtinInfo(f).owner
      : ownerType(f) === null
        ? rt.dialect === 2
          ? '__builtin__'
          : 'builtins'
        : null,
  ),
  __self__: getter(
    (f) =>
      builtinInfo(f).self ??
      (typeof builtinInfo(f).owner === 'string' ? rt.modules.get(builtinInfo(f).owner) : ownerType(f)) ??
      null,
  ),
  __text_signature__: getter((f) => textSignature(builtinInfo(f))),
  __repr__: method('()', (f: PyFunction) => {
    const owner = ownerType(f);
    if (owner !== null && builtinInfo(f).name === '__new__')
      return `<built-in method __new__ of type object at ${address(owner)}>`;
    return `<built-in function ${builtinInfo(f).name}>`;
  }),
  __call__: method('(*args, **kwargs)', (f: PyFunction, args: Py[], kwargs: Keywords) => callKw(f, args, kwargs)),
  __reduce__: method('()', (f: PyFunction) => {
    const owner = ownerType(f);
    return owner === null
      ? builtinInfo(f).name
      : new PyTuple([rt.builtins.$getattr, new PyTuple([owner, builtinInfo(f).name])]);
  }),
}));

const docOf = (i: BuiltinInfo) => i.doc ?? (rt.dialect === 3 ? slotDoc(i.name) : null);

function textSignature(i: BuiltinInfo): string {
  return i.isMethod ? i.text.replace(/^\(self/, '($self') : i.text;
}

defineMembers(methodDescriptorType, () => ({
  __name__: getter((f) => builtinInfo(f).name),
  __qualname__: getter((f) => `${ownerType(f)?.name}.${builtinInfo(f).name}`),
  __doc__: getter((f) => docOf(builtinInfo(f))),
  __objclass__: getter((f) => ownerType(f)),
  __text_signature__: getter((f) => textSignature(builtinInfo(f))),
  __repr__: method('()', (f: PyFunction) => {
    const { name } = builtinInfo(f);
    return /^__\w+__$/.test(name)
      ? `<slot wrapper '${name}' of '${ownerType(f)?.name}' objects>`
      : `<method '${name}' of '${ownerType(f)?.name}' objects>`;
  }),
  __call__: method('(*args, **kwargs)', (f: PyFunction, args: Py[], kwargs: Keywords) => {
    checkReceiver(f, args);
    return callKw(f, args, kwargs);
  }),
  __get__: method('(instance, owner=None, /)', (f: PyFunction, instance: Py, owner: Py) => {
    if (instance === null && owner !== undefined && owner !== null && owner.name !== 'NoneType') return f;
    return new PyMethod(f, instance);
  }),
  __reduce__: method(
    '()',
    (f: PyFunction) => new PyTuple([rt.builtins.$getattr, new PyTuple([ownerType(f), builtinInfo(f).name])]),
  ),
}));

function checkReceiver(f: PyFunction, args: Py[]): void {
  const owner = ownerType(f)!;
  const { name } = builtinInfo(f);
  if (args.length === 0) throw TypeError(`unbound method ${owner.name}.${name}() needs an argument`);
  if (!typeOf(args[0]).mro.includes(owner)) {
    throw TypeError(
      `descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${typeOf(args[0]).name}' object`,
    );
  }
}

// ---------------------------------------------------------------- bound methods

export const methodType: PyType = builtinType({
  name: 'method',
  name2: 'instancemethod',
  js: PyMethod,
  subclassable: false,
});

const isBuiltinMethod = (m: PyMethod) => typeof m.func === 'function' && m.func.builtin !== undefined;

defineMembers(methodType, () => ({
  __new__: new PyStaticMethod(
    fn(
      '(cls, function, instance, /)',
      (_cls: PyType, f: Py, instance: Py) => {
        if (typeof f !== 'function' && special(f, '__call__') === undefined)
          throw TypeError('first argument must be callable');
        if (instance === null) throw TypeError('instance must not be None');
        return new PyMethod(f, instance);
      },
      '__new__',
    ),
  ),
  __func__: getter((m: PyMethod) => m.func),
  __self__: getter((m: PyMethod) => m.self ?? null),
  __name__: getter((m: PyMethod) => getAttr(m.func, '__name__')),
  __qualname__: getter((m: PyMethod) => getAttr(m.func, '__qualname__')),
  __doc__: getter((m: PyMethod) => getAttr(m.func, '__doc__')),
  __module__: getter((m: PyMethod) => (isBuiltinMethod(m) ? null : (findAttr(m.func, '__module__') ?? null))),
  __getattribute__: method('(name, /)', (m: PyMethod, name: Py) => getAttr(m, name)),
  __getattr__: method('(name, /)', (m: PyMethod, name: Py) => methodType.getattrHook(m, name)),
  __call__: method('(*args, **kwargs)', (m: PyMethod, args: Py[], kwargs: Keywords) => callKw(m, args, kwargs)),
  __eq__: method('(value, /)', (m: PyMethod, other: Py) =>
    other instanceof PyMethod ? m.func === other.func && m.self === other.self : NotImplemented,
  ),
  __ne__: method('(value, /)', (m: PyMethod, other: Py) =>
    other instanceof PyMethod ? !(m.func === other.func && m.self === other.self) : NotImplemented,
  ),
  __hash__: method('()', (m: PyMethod) => {
    const self = m.self !== null && (typeof m.self === 'object' || typeof m.self === 'function') ? m.self : undefined;
    return Number(hashOf(m.func)) ^ (self === undefined ? 1 : Number(identityOf(self)));
  }),
  __repr__: method('()', reprMethod),
  __get__: method('(instance, owner=None, /)', (m: PyMethod, instance: Py) =>
    m.self === undefined && instance !== null && instance !== undefined ? new PyMethod(m.func, instance) : m,
  ),
  __reduce__: method(
    '()',
    (m: PyMethod) => new PyTuple([rt.builtins.$getattr, new PyTuple([m.self, getAttr(m.func, '__name__')])]),
  ),
  ...(rt.dialect === 2
    ? {
        im_func: getter((m: PyMethod) => m.func),
        im_self: getter((m: PyMethod) => m.self ?? null),
        im_class: getter((m: PyMethod) => m.owner ?? typeOf(m.self)),
      }
    : {}),
}));
methodType.getattrHook = (m: PyMethod, name: string) => {
  if (!isBuiltinMethod(m)) return getAttr(m.func, name);
  const value = findAttr(m.func, name);
  if (value === undefined) throw AttributeError(`'${methodKind(m)}' object has no attribute '${name}'`);
  return value;
};

import { identity as identityOf } from '../object/hash.js';

const methodKind = (m: PyMethod) =>
  isBuiltinMethod(m) ? 'builtin_function_or_method' : rt.dialect === 2 ? 'instancemethod' : 'method';

function reprMethod(m: PyMethod): string {
  if (isBuiltinMethod(m)) {
    const self =
      m.self instanceof PyType
        ? `type object at ${address(m.self)}`
        : `${typeOf(m.self).name} object at ${address(Object(m.self))}`;
    const { name } = m.func.builtin;
    return /^__\w+__$/.test(name) ? `<method-wrapper '${name}' of ${self}>` : `<built-in method ${name} of ${self}>`;
  }
  if (rt.dialect === 2) {
    const owner = m.owner ?? (m.self === undefined ? undefined : m.self instanceof PyType ? m.self : typeOf(m.self));
    const label = `${owner?.name ?? '?'}.${getAttr(m.func, '__name__')}`;
    return m.self === undefined ? `<unbound method ${label}>` : `<bound method ${label} of ${repr(m.self)}>`;
  }
  const name = findAttr(m.func, '__qualname__') ?? findAttr(m.func, '__name__') ?? '?';
  return `<bound method ${name} of ${repr(m.self)}>`;
}

/** `types.FunctionType(code, globals, name, argdefs, closure)`. */
export function newFunction(code: Code, name: Py, defaults: Py, closure: Py): Py {
  const cells = closure === null || closure === undefined ? [] : closure.items;
  const f = makeFunction(code, cells, defaults === null || defaults === undefined ? null : defaults.items, null, null);
  if (typeof name === 'string') f.info!.name = name;
  return f;
}

export { call, classPath, defaultRepr, hide };
