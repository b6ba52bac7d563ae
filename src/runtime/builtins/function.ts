/** Functions, methods, code objects and cells as Python sees them. */
import { getAttr, setAttr } from '../object/attributes.js';
import { builtinsNamespace, isOwnBuiltins } from '../object/builtinsModule.js';
import type { Keywords } from '../object/binding.js';
import { call, callKw } from '../object/call.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import {
  annotationsOf,
  builtinFunctionPrototype,
  Code,
  type FunctionInfo,
  type PyFunction,
} from '../object/function.js';
import { setDefaults } from '../object/defaults.js';
import { defineMembers, getter, mirrorOn, readOnlyMember, ready } from '../object/install.js';
import { instanceDict } from '../object/namespace.js';
import { hide, type Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { builtinType, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyInstanceMethod, PyTuple } from '../object/values.js';
import { address, classPath, defaultRepr } from './object.js';
import { builtinFunctionType, methodDescriptorType, wrapperDescriptorType } from './builtinFunction.js';
import './cell.js';
import './getSet.js';
import { newFunction } from './functionNew.js';
import { libraryFunctionInfo } from './libraryFunction.js';
import './instanceMethod.js';
import './methodWrappers.js';
import { PyObject } from '../object/object.js';
import type { Unit } from '../unit.js';

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

const info = (f: PyFunction): FunctionInfo => f.info ?? libraryFunctionInfo(f);

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
  __new__: newFunction(),
  __name__: required(
    (f) => info(f).name ?? info(f).code.name,
    (f, value) => {
      info(f).name = checkFunctionName('__name__', value);
      if (rt.dialect === 2) info(f).qualname = info(f).name;
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
    (f) => {
      info(f).module = null;
    },
  ),
  __defaults__: getter(
    (f) => (info(f).currentDefaults === null ? null : new PyTuple(info(f).currentDefaults!)),
    (f, value) => {
      if (value !== null && !(value instanceof PyTuple)) throw TypeError('__defaults__ must be set to a tuple object');
      setDefaults(info(f), value === null ? null : value.items);
    },
    (f) => setDefaults(info(f), null),
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
    (f) => annotationsOf(info(f)) ?? (info(f).annotations = new PyDict()),
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
  __globals__: readOnlyMember((f) => info(f).code.unit.globals),
  ...(rt.dialect === 2 ? {} : { __builtins__: readOnlyMember(builtinsOf) }),
  __closure__: readOnlyMember((f) => (info(f).cells.length === 0 ? null : new PyTuple([...info(f).cells]))),
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

function builtinsOf(f: PyFunction): Py {
  const { builtins } = info(f).code.unit as Unit;
  return isOwnBuiltins(builtins) ? builtins : builtinsNamespace();
}

/** The prototypes of the runtime's own functions inherit from Function.prototype: theirs must hide what is put there. */
function readyBuiltins(): Record<string, Py> {
  for (const type of [builtinFunctionType, methodDescriptorType, wrapperDescriptorType]) ready(type);
  return {};
}

function bindFunction(f: PyFunction, instance: Py, owner: Py): Py {
  if (instance === null && !(owner !== undefined && owner !== null && owner.name === 'NoneType')) {
    return rt.dialect === 2 && owner !== undefined && owner !== null ? new PyInstanceMethod(f, undefined, owner) : f;
  }
  return new PyInstanceMethod(f, instance);
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

function setCode(f: PyFunction, value: Py): void {
  if (!(value instanceof Code)) throw TypeError('__code__ must be set to a code object');
  const i = info(f);
  if (value.freevars.length !== i.cells.length) {
    throw ValueError(
      `${i.name ?? i.code.name}() requires a code object with ${i.cells.length} free vars, not ${value.freevars.length}`,
    );
  }
  const defaults = i.currentDefaults;
  i.name ??= i.code.name;
  i.qualname ??= i.code.qualname;
  if (i.doc === undefined) i.doc = i.code.doc;
  if (i.module === undefined) i.module = i.code.unit.moduleName;
  i.code = value;
  i.body = value.make!(i, ...i.cells);
  i.threaded = undefined;
  setDefaults(i, defaults);
}

export { call, classPath, defaultRepr, hide };
